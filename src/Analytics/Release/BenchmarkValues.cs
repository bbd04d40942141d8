using System.Runtime.InteropServices;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>The values that the municipalities of a release are compared with. Made from cells that are shown and nothing else, so they tell no more than these.</summary>
sealed class BenchmarkValues
{
    const int FewestSimilar = 2;

    readonly CellIndex cells;
    readonly int? nation;
    readonly Dictionary<int, (int? County, int[] Similar)> groups = [];
    readonly Dictionary<int, List<int>> municipalities = [];

    /// <summary>Prepares the values.</summary>
    /// <param name="cells">The cells of the release.</param>
    /// <param name="codes">Codes of its municipalities.</param>
    /// <param name="similar">Which of them are similar.</param>
    public BenchmarkValues(CellIndex cells, IEnumerable<string> codes, SimilarMunicipalities similar)
    {
        (this.cells, nation) = (cells, cells.AreaOf(AreaCode.Nation));
        foreach (var code in codes)
        {
            if (cells.AreaOf(code) is { } area)
            {
                groups[area] = (cells.AreaOf(code[..2]), [.. similar[code].Select(cells.AreaOf).OfType<int>()]);
                if (cells.AreaOf(code[..2]) is { } county)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(municipalities, county, out _) ??= []).Add(area);
                }
            }
        }
    }

    /// <summary>A benchmark's value for a municipality's shown cell; null where the benchmark's cells are not shown.</summary>
    /// <param name="place">Where the cell stands.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <param name="benchmark">The benchmark.</param>
    public BenchmarkValue? Of(CellPlace place, Measure measure, Benchmark benchmark)
    {
        ref readonly var own = ref cells.SeriesAt(place);
        var (county, similar) = groups[place.Area];
        return benchmark.Kind switch
        {
            BenchmarkKind.County => AsItStands(Shown(place, own.Kind, county), own.Estimate!),
            BenchmarkKind.Nation => AsItStands(Shown(place, own.Kind, nation), own.Estimate!),
            BenchmarkKind.RestOfCounty => (own.Estimate!.Totals, Shown(place, own.Kind, county)?.Totals) is ({ } mine, { } whole) && AddsUp(place, own.Kind, county!.Value, whole)
                ? ValueOf(mine, whole.Without(mine), measure)
                : null,
            BenchmarkKind.Similar => own.Estimate!.Totals is { } mine ? Similar(place, own.Kind, mine, similar, measure) : null,
            _ => Earlier(place, own, measure, benchmark.YearsBefore),
        };
    }

    static BenchmarkValue? AsItStands(Estimate? larger, Estimate estimate) => larger is null
        ? null
        : new BenchmarkValue(larger.Value, null, (estimate.Totals, larger.Totals) is ({ } part, { } whole) ? part.Size / whole.Size : 0);

    /// <summary>
    /// Whether a county can be the sum of its municipalities. What is counted always is; a source can lack some of them, or have a county figure of its own.
    /// </summary>
    bool AddsUp(CellPlace place, int kind, int county, Totals whole)
    {
        if (cells[place] is { Source: null })
        {
            return true;
        }

        var (cases, people, all) = (0L, 0L, true);
        foreach (var area in municipalities[county])
        {
            var part = Shown(place, kind, area)?.Totals;
            if (part is null && cells[place with { Area = area }]?.Cell is not Cell.Missing { Reason: Reason.Suppressed })
            {
                return false;
            }

            all &= part is not null;
            cases += part?.Cases ?? 0;
            people += part?.Base ?? 0;
        }

        return all ? (cases, people) == (whole.Cases, whole.Base) : cases <= whole.Cases && people <= whole.Base;
    }

    BenchmarkValue? Similar(CellPlace place, int kind, in Totals mine, int[] areas, Measure measure)
    {
        Span<Totals> others = stackalloc Totals[areas.Length];
        var count = 0;
        foreach (var area in areas)
        {
            if (Shown(place, kind, area)?.Totals is { } totals)
            {
                others[count++] = totals;
            }
        }

        return count >= FewestSimilar ? ValueOf(mine, Totals.Sum(others[..count]), measure) : null;
    }

    BenchmarkValue? Earlier(CellPlace place, Series own, Measure measure, int years)
    {
        var wanted = cells.YearOf(place) - years;
        while (cells.YearOf(place) > wanted)
        {
            if (cells.SeriesAt(place).Kind == Series.Break || cells.Before(place) is not { } earlier)
            {
                return null;
            }

            place = earlier;
        }

        var before = cells.YearOf(place) == wanted ? Shown(place, own.Kind, place.Area) : null;
        return before is null ? null
            : (own.Estimate!.Totals, before.Totals) is ({ } mine, { } then) ? ValueOf(mine, then, measure)
            : new BenchmarkValue(before.Value, null, 0);
    }

    static BenchmarkValue? ValueOf(in Totals mine, in Totals others, Measure measure)
    {
        var possible = others is { Base: > 0, Cases: >= 0, Weight: > 0, SquaredWeight: > 0 } && (measure != Measure.Proportion || others.Cases <= others.Base);
        return possible ? new BenchmarkValue(TotalsEstimate.Value(others, measure), others, mine.Size / others.Size) : null;
    }

    /// <summary>The estimate of the same cell in an area, where it is shown and measures the same.</summary>
    Estimate? Shown(CellPlace place, int kind, int? area) =>
        area is { } known && cells.SeriesAt(place with { Area = known }) is { Estimate: { } estimate } other && other.Kind == kind ? estimate : null;
}
