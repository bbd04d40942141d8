using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Releases;

namespace Dashboard.Navigation;

/// <summary>What a view shows: the address's wishes where the release can fulfil them, sensible choices elsewhere.</summary>
/// <param name="County">The county.</param>
/// <param name="Indicator">The indicator; null where the view shows all.</param>
/// <param name="Age">The age band.</param>
/// <param name="Sex">F, M or T.</param>
/// <param name="Year">The year; null where the view shows each indicator's latest.</param>
/// <param name="Ignored">Parameters with values the release does not know.</param>
public sealed record Selection(County County, Indicator? Indicator, AgeBand Age, Sex Sex, int? Year, IReadOnlyList<(string Name, string Value)> Ignored)
{
    /// <summary>What municipalities are compared with.</summary>
    public Benchmark Benchmark { get; init; } = new(BenchmarkKind.RestOfCounty);

    /// <summary>How certain a difference must be.</summary>
    public FlagLevel Level { get; init; }

    /// <summary>Whether three years are taken together.</summary>
    public bool Pooled { get; init; }

    /// <summary>Sexes one can choose, the total first.</summary>
    public static IReadOnlyList<Sex> Sexes { get; } = [Sex.T, Sex.F, Sex.M];

    /// <summary>One indicator in one county and year; null for a release without cells.</summary>
    /// <param name="release">The release.</param>
    /// <param name="query">The wishes.</param>
    /// <param name="compared">Whether the view lets one choose what to compare with and how certain to be.</param>
    public static Selection? OfIndicator(LoadedRelease release, ViewQuery query, bool compared = false)
    {
        var ignored = new List<(string, string)>();
        if (CountyOf(release, query, ignored) is not { } county || release.Indicators.Count == 0)
        {
            return null;
        }

        var sex = SexOf(query, ignored);
        var indicator = Known(query.Indicator, "indicator", x => release.Indicators.FirstOrDefault(y => y.Id == x), ignored) ?? DefaultIndicator(release, county.Code);
        var years = release.YearsOf(indicator.Id);
        var year = Known(query.Year, "year", x => Number(x) is { } y && years.Contains(y) ? y : (int?)null, ignored) ?? release.LatestYear(indicator.Id, release.Codebook.AgeBands.All, Sex.T, county.Code);
        var age = AgeOf(release, query, ignored)
            ?? release.Codebook.AgeBands.All.OrderByDescending(x => x == release.Codebook.AgeBands.Total).MaxBy(x => release.ShownCount(indicator.Id, year, x.Id, sex, county.Code))!;
        var selection = new Selection(county, indicator, age, sex, year, ignored);
        return compared ? selection with { Benchmark = BenchmarkOf(release, query, ignored), Level = LevelOf(query, FlagLevel.Single, ignored) } : selection;
    }

    /// <summary>All indicators in all municipalities of one county, each indicator in its latest year unless one is chosen; null for a release without cells.</summary>
    public static Selection? OfCounty(LoadedRelease release, ViewQuery query)
    {
        var ignored = new List<(string, string)>();
        if (CountyOf(release, query, ignored) is not { } county || release.Indicators.Count == 0)
        {
            return null;
        }

        var sex = SexOf(query, ignored);
        var year = Known(query.Year, "year", x => Number(x) is { } y && release.Manifest.Years.Contains(y) ? y : (int?)null, ignored);
        return new Selection(county, null, AgeOf(release, query, ignored) ?? release.Codebook.AgeBands.Total, sex, year, ignored)
        {
            Benchmark = BenchmarkOf(release, query, ignored),
            Level = LevelOf(query, FlagLevel.Overview, ignored),
        };
    }

    /// <summary>All indicators of one municipality, each in its latest year unless one is chosen.</summary>
    public static Selection? OfMunicipality(LoadedRelease release, Municipality municipality, ViewQuery query)
    {
        var ignored = new List<(string, string)>();
        if (release.Codebook.FindCounty(municipality.County) is not { } county)
        {
            return null;
        }

        var sex = SexOf(query, ignored);
        var pooled = IsPooled(release, query, ignored);
        var shown = pooled ? release.ThreeYears! : release;
        var year = Known(query.Year, "year", x => Number(x) is { } y && shown.Manifest.Years.Contains(y) ? y : (int?)null, ignored);
        return new Selection(county, null, AgeOf(release, query, ignored) ?? release.Codebook.AgeBands.Total, sex, year, ignored)
        {
            Benchmark = BenchmarkOf(shown, query, ignored),
            Level = LevelOf(query, FlagLevel.Overview, ignored),
            Pooled = pooled,
        };
    }

    /// <summary>One indicator in one county over all its years, one by one or three together; null for a release without cells.</summary>
    public static Selection? OfSeries(LoadedRelease release, ViewQuery query)
    {
        if (OfIndicator(release, query with { Year = null }) is not { } selection)
        {
            return null;
        }

        var ignored = new List<(string, string)>(selection.Ignored);
        var pooled = IsPooled(release, query, ignored);
        return selection with { Year = null, Pooled = pooled, Benchmark = BenchmarkOf(pooled ? release.ThreeYears! : release, query, ignored), Ignored = ignored };
    }

    static bool IsPooled(LoadedRelease release, ViewQuery query, List<(string, string)> ignored) =>
        Known(query.Pool, "pool", x => Number(x) is { } years && (years == 1 || (years == ThreeYears.Length && release.HasThreeYears)) ? years : (int?)null, ignored) == ThreeYears.Length;

    static County? CountyOf(LoadedRelease release, ViewQuery query, List<(string, string)> ignored) =>
        Known(query.County, "county", x => release.Counties.FirstOrDefault(y => y.Code == x), ignored)
        ?? release.Counties.FirstOrDefault(x => release.MunicipalitiesOf(x.Code).All(y => y.Tile is not null))
        ?? (release.Counties.Count > 0 ? release.Counties[0] : null);

    static Benchmark BenchmarkOf(LoadedRelease release, ViewQuery query, List<(string, string)> ignored) =>
        Known(query.Benchmark, "benchmark", x => release.Comparisons.Benchmarks.Select(y => (Benchmark?)y).FirstOrDefault(y => y!.Value.Code == x), ignored) ?? release.Comparisons.Benchmarks[0];

    static FlagLevel LevelOf(ViewQuery query, FlagLevel usual, List<(string, string)> ignored) =>
        Known(query.Level, "level", x => FlagLevels.All.Select(y => (FlagLevel?)y).FirstOrDefault(y => FlagLevels.Code(y!.Value) == x), ignored) ?? usual;

    static AgeBand? AgeOf(LoadedRelease release, ViewQuery query, List<(string, string)> ignored) =>
        Known(query.Age, "age", x => release.Codebook.AgeBands.All.FirstOrDefault(y => y.Id == x), ignored);

    static Sex SexOf(ViewQuery query, List<(string, string)> ignored) =>
        Known(query.Sex, "sex", x => Sexes.Select(y => (Sex?)y).FirstOrDefault(y => string.Equals(y.ToString(), x, StringComparison.Ordinal)), ignored) ?? Sex.T;

    // Core indicators first, and the one most of the county's municipalities have a value for, in catalogue order.
    static Indicator DefaultIndicator(LoadedRelease release, string county) =>
        release.Indicators.MaxBy(x => (x.Core, MostShown(release, x, county)))!;

    static int MostShown(LoadedRelease release, Indicator indicator, string county) =>
        release.Codebook.AgeBands.All.Max(x => release.ShownCount(indicator.Id, release.YearsOf(indicator.Id)[^1], x.Id, Sex.T, county));

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static T? Known<T>(string? value, string name, Func<string, T?> find, List<(string, string)> ignored)
    {
        var found = value is null ? default : find(value);
        if (value is not null && found is null)
        {
            ignored.Add((name, value));
        }

        return found;
    }
}
