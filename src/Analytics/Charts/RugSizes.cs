using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Widths and heights of a rug: names beside the cells, on a telephone above them.</summary>
sealed class RugSizes
{
    /// <summary>Height of a line of a factor's name.</summary>
    public const double NameLine = 16;

    const double LeastColumn = 24, MostColumn = 52, LeastRow = 24;

    readonly Dictionary<string, IReadOnlyList<string>> names = new(StringComparer.Ordinal);
    readonly CultureInfo culture;
    readonly int columns;
    readonly int perPanel;

    public RugSizes(ChartFrame frame, IReadOnlyList<RugColumn> columns, CultureInfo culture)
    {
        (this.culture, this.columns, IsNarrow) = (culture, columns.Count, frame.IsNarrow);
        Edge = IsNarrow ? 8 : 16;
        Inner = frame.Width - (2 * Edge);
        NameWidth = IsNarrow ? Inner : Math.Min(Inner * 0.36, 380);
        var room = IsNarrow ? Inner : Inner - NameWidth;
        // Panels of about equal width; none with columns narrower than a finger.
        var count = (int)Math.Ceiling(columns.Count / Math.Floor(room / LeastColumn));
        perPanel = (int)Math.Ceiling((double)columns.Count / count);
        ColumnWidth = Math.Min(MostColumn, Math.Floor(room / perPanel));
        NamesHeight = columns.Max(x => TextWidth.Of(x.Name, Theme.TextSize)) + 14;
    }

    public bool IsNarrow { get; }

    /// <summary>Space at both sides.</summary>
    public double Edge { get; }

    /// <summary>Width between the edges.</summary>
    public double Inner { get; }

    public double NameWidth { get; }

    public double ColumnWidth { get; }

    /// <summary>Height of the municipalities' names, which run upwards.</summary>
    public double NamesHeight { get; }

    /// <summary>Columns of each panel.</summary>
    public IReadOnlyList<Range> Panels => [.. Enumerable.Range(0, (int)Math.Ceiling((double)columns / perPanel)).Select(x => (x * perPanel)..Math.Min(columns, (x + 1) * perPanel))];

    /// <summary>Left edge of a column of a panel.</summary>
    public double Column(int index) => (IsNarrow ? Edge : Edge + NameWidth) + (index * ColumnWidth);

    /// <summary>Right edge of a panel.</summary>
    public double Right(Range panel) => Column(panel.GetOffsetAndLength(columns).Length);

    /// <summary>A factor's name in as many lines as it needs.</summary>
    public IReadOnlyList<string> Name(Indicator indicator)
    {
        var name = Language.Pick(culture, indicator.NameSv, indicator.NameEn);
        if (!names.TryGetValue(name, out var lines))
        {
            names[name] = lines = TextWidth.BrokenName(name, Theme.TextSize, NameWidth - (IsNarrow ? 0 : 10));
        }

        return lines;
    }

    public double RowHeight(Indicator indicator) => Name(indicator).Count is var lines && IsNarrow ? 6 + (lines * NameLine) + 2 + LeastRow : Math.Max(LeastRow, (lines * NameLine) + 4);

    /// <summary>Top and bottom of a row's cells.</summary>
    public (double Top, double Bottom) CellsOf(Indicator indicator, double top) => RowHeight(indicator) is var height && IsNarrow ? (top + height - LeastRow, top + height) : (top, top + height);
}
