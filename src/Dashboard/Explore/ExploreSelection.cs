using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Explore;

/// <summary>What is explored: the address's wishes where the release can fulfil them, sensible choices elsewhere.</summary>
/// <param name="State">The wishes.</param>
/// <param name="County">The county.</param>
/// <param name="Indicators">The indicators, by role, domain and catalogue order; at least one.</param>
/// <param name="Areas">The areas; at least one.</param>
/// <param name="Benchmark">What municipalities are compared with where there is no second selection.</param>
/// <param name="Level">How certain a difference must be.</param>
/// <param name="Ignored">Parameters with values the release does not know.</param>
public sealed record ExploreSelection(
    ExploreState State, County County, IReadOnlyList<Indicator> Indicators, IReadOnlyList<ExploreArea> Areas, Benchmark Benchmark, FlagLevel Level, IReadOnlyList<(string Name, string Value)> Ignored)
{
    /// <summary>Most indicators at once.</summary>
    public const int MostIndicators = 30;

    /// <summary>Orders of rows within an indicator; the first is that of the catalogue.</summary>
    public static IReadOnlyList<string> Sorts { get; } = ["", "value", "-value", "certain"];

    /// <summary>Years chosen and known; none for each indicator's latest.</summary>
    public IReadOnlyList<int> Years { get; private init; } = [];

    /// <summary>Age bands chosen and known; none for the one in which most areas have a value.</summary>
    public IReadOnlyList<AgeBand> Ages { get; private init; } = [];

    /// <summary>Sexes; at least one.</summary>
    public IReadOnlyList<Sex> Sexes { get; private init; } = [Sex.T];

    /// <summary>Order of the rows within an indicator: one of <see cref="Sorts"/>.</summary>
    public string Sort { get; private init; } = "";

    /// <summary>Number of indicators asked for beyond <see cref="MostIndicators"/>, which are left out.</summary>
    public int TooMany { get; private init; }

    /// <summary>What the second selection has instead; null for what the first has.</summary>
    public (string? Area, int? Year, AgeBand? Age, Sex? Sex) Other { get; private init; }

    /// <summary>Whether there is a second selection that the release knows.</summary>
    public bool IsPair => Other != (null, null, null, null);

    /// <summary>Reads the wishes; null for a release without cells.</summary>
    public static ExploreSelection? Of(LoadedRelease release, ExploreState state)
    {
        if (Selection.OfIndicator(release, state.View, compared: true) is not { } usual)
        {
            return null;
        }

        var ignored = new List<(string, string)>(usual.Ignored);
        IReadOnlyList<T> Known<T>(Choice choice, Func<string, T?> find)
            where T : class
        {
            var found = new List<T>();
            foreach (var value in state[choice])
            {
                if (find(value) is { } known)
                {
                    found.Add(known);
                }
                else
                {
                    ignored.Add((ExploreState.NameOf(choice), value));
                }
            }

            return found;
        }

        T? Other<T>(Choice choice, Func<string, T?> find)
            where T : class
        {
            var found = state.Other(choice) is { } value ? find(value) : null;
            if (state.Other(choice) is { } unknown && found is null)
            {
                ignored.Add((ExploreState.OtherNameOf(choice), unknown));
            }

            return found;
        }

        var areas = AreasOf(release, usual.County);
        var bands = release.Codebook.AgeBands.All;
        var indicators = Known(Choice.Indicator, x => release.Indicators.FirstOrDefault(y => y.Id == x));
        var chosenAreas = Known(Choice.Area, x => areas.FirstOrDefault(y => y.Code == x));
        var years = Known(Choice.Year, x => YearOf(release, x));
        var ages = Known(Choice.Age, x => bands.FirstOrDefault(y => y.Id == x));
        var sexes = Known(Choice.Sex, SexOf);
        var other = (
            Other(Choice.Area, x => areas.FirstOrDefault(y => y.Code == x))?.Code, (int?)Other(Choice.Year, x => YearOf(release, x)),
            Other(Choice.Age, x => bands.FirstOrDefault(y => y.Id == x)), (Sex?)Other(Choice.Sex, SexOf));
        if (state.View.Sort is { } sort && !Sorts.Contains(sort, StringComparer.Ordinal))
        {
            ignored.Add(("sort", sort));
        }

        return new ExploreSelection(
            state, usual.County,
            [.. InOrder(release, indicators.Count > 0 ? [.. indicators.Take(MostIndicators)] : [usual.Indicator!])],
            chosenAreas.Count > 0 ? [.. areas.Where(chosenAreas.Contains)] : [.. areas.Where(x => x.IsMunicipality)],
            usual.Benchmark,
            // Many values at once give many false flags, unless one asks for more certainty.
            state.View.Level is null && (indicators.Count > 1 || state.HasOther) ? FlagLevel.Overview : usual.Level,
            ignored)
        {
            Years = [.. years.Select(x => (int)x).Order()],
            Ages = [.. bands.Where(ages.Contains)],
            Sexes = sexes.Count > 0 ? [.. Selection.Sexes.Where(x => sexes.Contains(x))] : [Sex.T],
            Sort = Sorts.Contains(state.View.Sort ?? "", StringComparer.Ordinal) ? state.View.Sort ?? "" : "",
            TooMany = Math.Max(0, indicators.Count - MostIndicators),
            Other = other,
        };
    }

    /// <summary>Indicators as the checklist has them: by role, domain and catalogue order.</summary>
    public static IEnumerable<Indicator> InOrder(LoadedRelease release, IReadOnlyList<Indicator> some) =>
        release.Indicators.Where(some.Contains).OrderBy(x => x.Role).ThenBy(x => x.Domain);

    /// <summary>Areas one can choose: municipalities by name, the county, the nation where the release holds it.</summary>
    public static IReadOnlyList<ExploreArea> AreasOf(LoadedRelease release, County county) =>
    [
        .. release.MunicipalitiesOf(county.Code).Select(x => new ExploreArea(x.Code, x.Name)),
        .. release.Manifest.Areas.Contains(county.Code) ? (ExploreArea[])[new(county.Code, Words.Of(county))] : [],
        .. release.Manifest.Areas.Contains(AreaCode.Nation) ? (ExploreArea[])[new(AreaCode.Nation, Words.IsSwedish ? "Riket" : "Sweden")] : [],
    ];

    static object? YearOf(LoadedRelease release, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && release.Manifest.Years.Contains(year) ? year : null;

    static object? SexOf(string text) => Selection.Sexes.Where(x => x.ToString() == text).Select(x => (object?)x).FirstOrDefault();
}

/// <summary>An area one can choose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the reader's language.</param>
public sealed record ExploreArea(string Code, string Name)
{
    /// <summary>Whether it is a municipality.</summary>
    public bool IsMunicipality => AreaCode.LevelOf(Code) == AreaLevel.Municipality;
}
