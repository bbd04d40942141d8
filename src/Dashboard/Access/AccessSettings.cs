using System.Net;

namespace Dashboard.Access;

/// <summary>Reads the section <c>Access</c> of the settings, or says everything that is wrong with it at once.</summary>
static class AccessSettings
{
    static readonly string[] Known = ["Authority", "ClientId", "ClientSecret", "Scope", "RoleClaim", "Roles", "RequireSignIn", "TrustedProxies"];

    static readonly string[] OfProvider = ["ClientId", "ClientSecret", "Scope", "RoleClaim", "Roles", "RequireSignIn"];

    static readonly Dictionary<string, AccessRole> RoleNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["viewer"] = AccessRole.Viewer,
        ["analyst"] = AccessRole.Analyst,
        ["administrator"] = AccessRole.Administrator,
    };

    /// <summary>The checked settings.</summary>
    /// <param name="settings">All settings: also those that say where to listen.</param>
    /// <exception cref="SettingsProblemsException">Something is wrong with them.</exception>
    public static AccessOptions Read(IConfiguration settings)
    {
        var section = settings.GetSection("Access");
        var problems = new List<string>();
        problems.AddRange(section.GetChildren().Where(x => !Known.Contains(x.Key, StringComparer.OrdinalIgnoreCase)).Select(x => $"Access:{x.Key} is not a setting; there are {string.Join(", ", Known)}."));
        var proxies = ProxiesOf(section, problems);
        var open = LoopbackOnly.Offence(settings);
        var behindProxy = proxies.Count > 0;
        var options = new AccessOptions
        {
            Way = open is null && !behindProxy ? SignInWay.PrintedLink : SignInWay.Nowhere,
            TrustedProxies = proxies,
            OpenAddress = open,
            Https = LoopbackOnly.PlainAddress(settings, ofOthersOnly: false) is null,
        };
        if (Text(section, "Authority") is { } authority)
        {
            options = WithProvider(options, section, authority, problems);
            if (!behindProxy && LoopbackOnly.PlainAddress(settings, ofOthersOnly: true) is { } plain)
            {
                problems.Add($"Others can reach '{plain}' without https, and sign-in needs https: listen on https://, or set Access:TrustedProxies to the address of the proxy that does.");
            }

            options = options with { Https = options.Https || open is not null || behindProxy };
        }
        else
        {
            problems.AddRange(OfProvider.Where(x => section.GetSection(x).Exists()).Select(x => $"Access:{x} is set, but Access:Authority is not: nobody could sign in."));
        }

        return problems.Count == 0 ? options : throw new SettingsProblemsException(problems);
    }

    static AccessOptions WithProvider(AccessOptions options, IConfigurationSection section, string authority, List<string> problems)
    {
        var address = AuthorityOf(authority, problems);
        foreach (var name in (string[])["ClientId", "ClientSecret"])
        {
            if (Text(section, name) is null)
            {
                problems.Add($"Access:{name} is missing; it is what the provider at Access:Authority gave for this dashboard.");
            }
        }

        var roles = RolesOf(section.GetSection("Roles"), problems);
        if (roles.Count == 0)
        {
            problems.Add("Access:Roles:analyst is missing: the value of the role claim that analysts have. Access:Roles:administrator and Access:Roles:viewer are set likewise.");
        }

        var required = Text(section, "RequireSignIn");
        if (required is not null && !bool.TryParse(required, out _))
        {
            problems.Add($"Access:RequireSignIn is '{required}'; expected true or false.");
        }

        var requires = bool.TryParse(required, out var yes) && yes;
        if (requires && !roles.ContainsKey(AccessRole.Viewer))
        {
            problems.Add($"Access:RequireSignIn is true, but Access:Roles:viewer is missing: the value of the role claim that viewers have, or {AccessOptions.Anybody} for everybody who can sign in.");
        }

        return options with
        {
            Way = SignInWay.Provider,
            Authority = address,
            ClientId = Text(section, "ClientId") ?? "",
            ClientSecret = Text(section, "ClientSecret") ?? "",
            Scopes = [.. Values(section.GetSection("Scope")).SelectMany(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries))],
            RoleClaim = Text(section, "RoleClaim") ?? options.RoleClaim,
            Roles = roles,
            RequireSignIn = requires,
        };
    }

    static Uri? AuthorityOf(string authority, List<string> problems)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
        {
            problems.Add("Access:Authority is not an address such as https://login.example.se/realm.");
            return null;
        }

        if (address.Scheme == "http" && !address.IsLoopback)
        {
            problems.Add($"Access:Authority is '{authority}'; a provider that is not on this machine must have an address that begins with https.");
        }

        return address;
    }

    static Dictionary<AccessRole, IReadOnlyList<string>> RolesOf(IConfigurationSection section, List<string> problems)
    {
        var roles = new Dictionary<AccessRole, IReadOnlyList<string>>();
        foreach (var role in section.GetChildren())
        {
            var values = Values(role);
            if (!RoleNames.TryGetValue(role.Key, out var known))
            {
                problems.Add($"Access:Roles:{role.Key} is not a role; there are {string.Join(", ", RoleNames.Keys)}.");
            }
            else if (values.Count == 0)
            {
                problems.Add($"Access:Roles:{role.Key} is empty; expected a value of the role claim, several with semicolons between them.");
            }
            else
            {
                roles[known] = values;
            }
        }

        return roles;
    }

    static List<IPNetwork> ProxiesOf(IConfigurationSection section, List<string> problems)
    {
        var proxies = new List<IPNetwork>();
        foreach (var text in Values(section.GetSection("TrustedProxies")))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                proxies.Add(network);
            }
            else if (IPAddress.TryParse(text, out var address))
            {
                proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                problems.Add($"Access:TrustedProxies holds '{text}'; expected an address such as 10.0.0.7 or a network such as 10.0.0.0/24.");
            }
        }

        return proxies;
    }

    static string? Text(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();

    /// <summary>Several values: with semicolons between them, or as a list.</summary>
    static List<string> Values(IConfigurationSection section) =>
        [.. section.GetChildren().Select(x => x.Value).Prepend(section.Value).SelectMany(x => (x ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
