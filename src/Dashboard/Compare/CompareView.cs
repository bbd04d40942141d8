using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Compare;

/// <summary>One indicator in all municipalities of a county against a benchmark: what picture, sentence, table and files show.</summary>
/// <param name="Selection">What was chosen; in a funnel the benchmark is one that all municipalities share.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="County">The county as a whole.</param>
/// <param name="Places">Its municipalities, highest value first; those without a value last, by name.</param>
public sealed record CompareView(Selection Selection, Indicator Indicator, int Year, CellReading County, IReadOnlyList<ComparePlace> Places)
{
    /// <summary>Form of the funnel, in addresses.</summary>
    public const string FunnelForm = "funnel";

    /// <summary>Form of the dots, in addresses.</summary>
    public const string DotsForm = "dots";

    /// <summary>Intervals of ranks, in addresses.</summary>
    public const string RanksShown = "ranks";

    /// <summary>Whether a funnel is asked for.</summary>
    public required bool IsFunnel { get; init; }

    /// <summary>Whether intervals of ranks are asked for.</summary>
    public required bool HasRanks { get; init; }

    /// <summary>The common benchmark's value; null where it is not shown or each municipality has its own.</summary>
    public required double? Centre { get; init; }

    /// <summary>Why the funnel cannot be drawn; null where it can.</summary>
    public FunnelObstacle? Obstacle => Funnel.ObstacleTo(Indicator, [.. Places.Select(x => x.Row)], Centre);

    /// <summary>Whether a benchmark is the same for all municipalities.</summary>
    public static bool IsCommon(Benchmark benchmark) => benchmark.IsFixed;

    /// <summary>Reads the release.</summary>
    public static CompareView? Of(LoadedRelease release, ViewQuery query)
    {
        if (Selection.OfIndicator(release, query, compared: true) is not { } selection)
        {
            return null;
        }

        var ignored = new List<(string, string)>(selection.Ignored);
        var funnel = Known(query.Form, "form", FunnelForm, DotsForm, ignored);
        var ranks = Known(query.Show, "show", RanksShown, null, ignored);
        selection = selection with { Ignored = ignored, Benchmark = funnel && !IsCommon(selection.Benchmark) ? new Benchmark(BenchmarkKind.County) : selection.Benchmark };
        var (indicator, year) = (selection.Indicator!, selection.Year!.Value);
        CellReading Read(string area) => CellReading.Of(
            release, indicator, new CellAddress(indicator.Id, year, area, selection.Age.Id, selection.Sex), selection.Benchmark, selection.Level);
        var readings = release.MunicipalitiesOf(selection.County.Code).Select(x => (Municipality: x, Reading: Read(x.Code)))
            .OrderBy(x => x.Reading.Estimate is null).ThenByDescending(x => x.Reading.Estimate?.Value).ThenBy(x => x.Municipality.Name, Words.ByName).ToArray();
        var common = IsCommon(selection.Benchmark) ? Read(selection.Benchmark.Kind == BenchmarkKind.Nation ? AreaCode.Nation : selection.County.Code) : null;
        var ranges = ranks ? Ranking.Of([.. readings.Select(x => x.Reading.Estimate)], indicator, FlagLevels.Confidence(selection.Level)) : [];
        return new CompareView(selection, indicator, year, Read(selection.County.Code),
            [.. readings.Select((x, i) => new ComparePlace(x.Municipality, x.Reading, RowOf(x.Municipality, x.Reading, common) with { Ranks = ranks ? ranges[i] : null }))])
        {
            IsFunnel = funnel,
            HasRanks = ranks,
            Centre = common?.Estimate?.Value,
        };
    }

    static DotRow RowOf(Municipality municipality, CellReading reading, CellReading? common)
    {
        var confidence = FlagLevels.Confidence(reading.Level);
        var band = reading.BenchmarkValue is null ? null
            : common is not null ? common.Estimate?.IntervalAt(confidence, reading.Indicator.Measure)
            : reading.BenchmarkValue.Totals is { } totals ? Estimate.Of(totals, reading.Indicator.Measure).IntervalAt(confidence, reading.Indicator.Measure)
            : null;
        return new DotRow(municipality.Code, municipality.Name, reading.Released.Cell, reading.BenchmarkValue?.Value, band, reading.Comparison);
    }

    static bool Known(string? value, string name, string wanted, string? usual, List<(string, string)> ignored)
    {
        if (value is not null && value != wanted && value != usual)
        {
            ignored.Add((name, value));
        }

        return value == wanted;
    }
}

/// <summary>A municipality of a comparison.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Reading">Its cell.</param>
/// <param name="Row">Its row in the picture.</param>
public sealed record ComparePlace(Municipality Municipality, CellReading Reading, DotRow Row);
