using System.Net;

namespace Dashboard.Access;

/// <summary>Who may sign in, how, and as what: the section <c>Access</c> of the settings, checked, and what follows from the addresses that are listened on.</summary>
sealed record AccessOptions
{
    /// <summary>How one signs in.</summary>
    public required SignInWay Way { get; init; }

    /// <summary>Address of the OpenID Connect provider; null without one.</summary>
    public Uri? Authority { get; init; }

    /// <summary>Name of the dashboard at the provider.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Its secret there. It also keys the opaque subjects, so that nobody can find a person by trying names.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Scopes asked for besides <c>openid</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The claim that holds the roles.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Values of that claim by the role they give; <see cref="Anybody"/> stands for everybody whom the provider lets in.</summary>
    public IReadOnlyDictionary<AccessRole, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<AccessRole, IReadOnlyList<string>>();

    /// <summary>Whether forum pages need a role too.</summary>
    public bool RequireSignIn { get; init; }

    /// <summary>Proxies whose word about a reader's address and protocol is taken.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The first address that others can reach; null where there is none.</summary>
    public string? OpenAddress { get; init; }

    /// <summary>Whether all readers come by https, so that cookies may insist on it.</summary>
    public bool Https { get; init; }

    /// <summary>Value of a role that everybody has who can sign in.</summary>
    public const string Anybody = "*";

    /// <summary>The role that values of <see cref="RoleClaim"/> give: the greatest of several.</summary>
    public AccessRole RoleOf(IEnumerable<string> values)
    {
        var known = values.Append(Anybody).ToHashSet(StringComparer.Ordinal);
        return Roles.Where(x => x.Value.Any(known.Contains)).Select(x => x.Key).DefaultIfEmpty(AccessRole.None).Max();
    }

    /// <summary>Whether a reader may see releases at all.</summary>
    public bool MaySeeReleases(Reader reader) => !RequireSignIn || reader.Role >= AccessRole.Viewer;
}
