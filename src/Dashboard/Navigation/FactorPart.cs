using Analytics.Catalogue;

namespace Dashboard.Navigation;

/// <summary>Part of the factors: those of one role, of one domain, or all.</summary>
/// <param name="Role">The role; null for any.</param>
/// <param name="Domain">The domain; null for any.</param>
public sealed record FactorPart(Role? Role, Domain? Domain)
{
    /// <summary>All factors.</summary>
    public static FactorPart Everything { get; } = new(null, null);

    /// <summary>All parts: everything, the roles, the domains.</summary>
    public static IReadOnlyList<FactorPart> All { get; } =
        [Everything, .. Enum.GetValues<Role>().Select(x => new FactorPart(x, null)), .. Enum.GetValues<Domain>().Select(x => new FactorPart(null, x))];

    /// <summary>The part as addresses write it; null for everything.</summary>
    public string? Code => (Role, Domain) switch
    {
        ({ } role, _) => Analytics.Catalogue.Code.Of(role),
        (_, { } domain) => Analytics.Catalogue.Code.Of(domain),
        _ => null,
    };

    static FactorPart? Find(string code) => All.FirstOrDefault(x => x.Code == code);

    /// <summary>The part that an address asks for; everything where it says nothing, or what it says is no part and is then ignored.</summary>
    public static FactorPart Of(string? code, List<(string, string)> ignored)
    {
        var part = code is null ? Everything : Find(code);
        if (part is null)
        {
            ignored.Add(("part", code!));
        }

        return part ?? Everything;
    }

    /// <summary>Whether a factor belongs to it.</summary>
    public bool Holds(Indicator indicator) => (Role is null || indicator.Role == Role) && (Domain is null || indicator.Domain == Domain);
}
