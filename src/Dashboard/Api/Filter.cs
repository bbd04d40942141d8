using Analytics.Catalogue;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>A parameter that rows are chosen by. It may be given several times; a row with any of the values is chosen.</summary>
/// <param name="Name">Its name, as a rule that of a column.</param>
/// <param name="Description">What it chooses.</param>
/// <param name="Example">A value.</param>
/// <param name="Known">The values that a release knows.</param>
sealed record Filter(string Name, string Description, string Example, Func<LoadedRelease, IEnumerable<string>> Known)
{
    /// <summary>All values, where they do not depend on the release.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>Regular expression of the values, where they depend on the release.</summary>
    public string? Pattern { get; init; }

    /// <summary>Where a release lists its values: a path below it; null where an error lists them.</summary>
    public string? ListedBy { get; init; }

    /// <summary>A filter by codes that are the same in every release.</summary>
    public static Filter Of(string name, string description, IReadOnlyList<string> codes) => new(name, description, codes[0], _ => codes) { Allowed = codes };
}

/// <summary>Filters that several tables have.</summary>
static class Filters
{
    public static Filter Indicator { get; } = new("indicator", "Id of the indicator.", "fam_parent_talk", x => x.Codebook.Indicators.Select(y => y.Id)) { Pattern = "^[a-z0-9_]+$", ListedBy = "catalogue/indicators" };

    public static Filter Year { get; } = new("year", "Calendar year.", "2025", x => x.Manifest.Years.Select(Text)) { Pattern = "^[0-9]{4}$" };

    public static Filter Area { get; } = new("area", "Code of a municipality, of a county or 00 for the nation.", "0680", x => x.Manifest.Areas) { Pattern = "^([0-9]{2}|[0-9]{4})$", ListedBy = "catalogue/municipalities" };

    public static Filter Municipality { get; } = Area with { Name = "municipality", Description = "Code of a municipality.", Known = x => x.Manifest.Areas.Where(IsMunicipality), Pattern = "^[0-9]{4}$" };

    public static Filter MunicipalityArea { get; } = Municipality with { Name = "area" };

    public static Filter AgeBand { get; } = new("age_band", "Id of the age band.", "13-15", x => x.Codebook.AgeBands.All.Select(y => y.Id)) { Pattern = "^[0-9]+-[0-9]+$", ListedBy = "catalogue/age-bands" };

    public static Filter Sex { get; } = Filter.Of("sex", "Girls (F), boys (M) or all (T).", [.. Sexes.Published.Select(x => x.ToString())]);

    public static Filter Actor { get; } = ActorNamed("actor", "Id of the actor type.");

    public static Filter ActorOrAll { get; } = Actor with { Description = "Id of the actor type; all for all actor types together.", Known = x => [.. Actor.Known(x), All] };

    public static Filter Method { get; } = new("method", "Id of the method.", "bbic", x => x.Codebook.Methods.Select(y => y.Id)) { Pattern = "^[a-z0-9_]+$", ListedBy = "catalogue/methods" };

    public static Filter Purpose { get; } = Filter.Of("purpose", "What the method is used for.", Code.All<Purpose>());

    public static Filter Domain { get; } = Filter.Of("domain", "Where in the child's life.", Code.All<Domain>());

    /// <summary>What a filter calls all actor types together.</summary>
    public const string All = "all";

    /// <summary>The five that every figure about children has.</summary>
    public static IReadOnlyList<Filter> Address { get; } = [Indicator, Year, Area, AgeBand, Sex];

    public static Filter ActorNamed(string name, string description) => new(name, description, "social_services", x => x.Codebook.Actors.Select(y => y.Id)) { Pattern = "^[a-z0-9_]+$", ListedBy = "catalogue/actors" };

    public static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static bool IsMunicipality(string area) => AreaCode.LevelOf(area) == AreaLevel.Municipality;
}
