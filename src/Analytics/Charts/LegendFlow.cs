namespace Analytics.Charts;

/// <summary>A legend whose entries stand from left to right, in as many rows as they need.</summary>
sealed class LegendFlow
{
    const double Apart = 22;

    readonly List<(LegendEntry Entry, double X, int Row)> places = [];
    readonly double rowHeight;

    /// <summary>Places the entries; one that is wider than a row stands alone in it.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="left">Where a row begins.</param>
    /// <param name="right">Where it ends.</param>
    /// <param name="rowHeight">Height of a row, in pixels.</param>
    public LegendFlow(IEnumerable<LegendEntry> entries, double left, double right, double rowHeight)
    {
        this.rowHeight = rowHeight;
        var (x, row) = (left, 0);
        foreach (var entry in entries)
        {
            if (x > left && x + entry.Width > right)
            {
                (x, row) = (left, row + 1);
            }

            places.Add((entry, x, row));
            x += entry.Width + Apart;
        }

        Height = (row + 1) * rowHeight;
    }

    /// <summary>Height of all rows, in pixels.</summary>
    public double Height { get; }

    /// <summary>Draws the legend.</summary>
    public void On(Sheet sheet, double top)
    {
        foreach (var (entry, x, row) in places)
        {
            entry.On(sheet, x, top + ((row + 0.5) * rowHeight));
        }
    }
}
