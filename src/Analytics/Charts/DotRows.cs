using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>The marks of a dot chart: bands and lines of the benchmark, intervals, markers.</summary>
sealed record DotRows(Sheet Sheet, ValueAxis Axis, Func<double, double> X, Indicator Indicator, Benchmark Benchmark, FlagLevel Level)
{
    /// <summary>Draws rows of equal height from a top edge, with thin lines at the round values.</summary>
    /// <param name="rows">The rows, at least one; all have a value.</param>
    /// <param name="top">Top edge of the first.</param>
    /// <param name="height">Height of each.</param>
    /// <param name="above">Height of the words above the marks of each; 0 where they stand beside.</param>
    public void Draw(IReadOnlyList<DotRow> rows, double top, double height, double above)
    {
        var places = rows.Select((x, i) => (Row: x, Top: top + (i * height) + above, Y: top + (i * height) + above + ((height - above) / 2))).ToArray();
        height -= above;
        Sheet.Shapes(
            from place in places
            where place.Row.Band is not null
            let band = place.Row.Band.GetValueOrDefault()
            select (IReadOnlyList<(double, double)>)[(X(band.Lower), place.Top), (X(band.Upper), place.Top), (X(band.Upper), place.Top + height), (X(band.Lower), place.Top + height)],
            Theme.Band);
        // A benchmark of everyone's runs through all rows; one of each municipality's own is a tick in its row.
        var own = Benchmark.Kind is BenchmarkKind.Similar or BenchmarkKind.Earlier;
        Lines(Axis.Ticks.SelectMany(tick => places.Select(x => (X(tick), x.Top, X(tick), x.Top + height))), Theme.Rule, 1);
        Lines(
            from place in places
            where place.Row.Benchmark is not null
            let x = X(place.Row.Benchmark.GetValueOrDefault())
            select (x, own ? place.Y - 9 : place.Top, x, own ? place.Y + 9 : place.Top + height),
            Theme.Ink, 2);
        foreach (var alike in places.GroupBy(x => x.Row.Comparison?.Verdict).OrderBy(x => x.Key is null).ThenBy(x => x.Key))
        {
            var bounds = alike.Select(x => (x.Y, x.Row.IntervalAt(Level, Indicator.Measure))).Where(x => x.Item2 is not null).Select(x => (x.Y, Bounds: x.Item2!.Value)).ToArray();
            var colour = Theme.ColourOf(alike.Key);
            Lines(bounds.Select(x => (X(x.Bounds.Lower), x.Y, X(x.Bounds.Upper), x.Y)), colour, 3);
            Lines(bounds.SelectMany(x => (IEnumerable<(double, double, double, double)>)[.. End(x.Bounds.Lower, x.Y, -1), .. End(x.Bounds.Upper, x.Y, 1)]), colour, 2);
        }

        foreach (var (row, _, y) in places)
        {
            SpineStrip.DrawMarker(Sheet, X(row.Estimate!.Value), y, row.Comparison?.Verdict);
        }
    }

    /// <summary>A bound ends with a cap; one beyond the edge with an arrow head.</summary>
    IEnumerable<(double, double, double, double)> End(double value, double y, int side)
    {
        var x = X(value);
        return Axis.IsCut(value) ? [(x - (side * 5), y - 5, x, y), (x, y, x - (side * 5), y + 5)] : [(x, y - 4, x, y + 4)];
    }

    void Lines(IEnumerable<(double, double, double, double)> lines, string colour, float width)
    {
        if (lines.Any())
        {
            Sheet.Segments(lines, colour, width);
        }
    }
}
