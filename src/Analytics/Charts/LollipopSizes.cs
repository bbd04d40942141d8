using System.Globalization;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>Widths and heights of a profile: two halves beside each other, on a telephone one below the other with names above the sticks.</summary>
sealed class LollipopSizes(ChartFrame frame, CultureInfo culture)
{
    /// <summary>Height of a line of text.</summary>
    public const double Line = 16;

    const double LeastRow = 30, StripHeight = 26, Between = 28, Bold = 1.1;

    public bool IsNarrow { get; } = frame.IsNarrow;

    public double Edge { get; } = frame.IsNarrow ? 8 : 16;

    public double Inner => frame.Width - (2 * Edge);

    /// <summary>Width of a half.</summary>
    public double Half => IsNarrow ? Inner : (Inner - Between) / 2;

    /// <summary>Left edge of a half.</summary>
    public double Left(bool protection) => protection && !IsNarrow ? Edge + Half + Between : Edge;

    /// <summary>Width of the sticks.</summary>
    public double StripWidth => IsNarrow ? Inner : Half * 0.46;

    /// <summary>Left edge of the sticks: beside the middle of the picture, so that the halves mirror each other.</summary>
    public double Strip(bool protection) => IsNarrow ? Edge : protection ? Left(true) : Left(false) + Half - StripWidth;

    /// <summary>Left edge of names.</summary>
    public double Names(bool protection) => protection && !IsNarrow ? Left(true) + StripWidth + 10 : Left(protection);

    /// <summary>A factor's name in as many lines as it needs.</summary>
    public IReadOnlyList<string> Name(LollipopRow row) => TextWidth.BrokenName(LollipopText.Title(row, culture), Theme.TextSize, IsNarrow ? Inner - (Bold * TextWidth.Of(LollipopText.ValueOf(row, culture), Theme.TextSize)) - 10 : Half - StripWidth - 10);

    /// <summary>Height of a factor: its name, its value below the name or, on a telephone, beside it.</summary>
    public double RowHeight(LollipopRow row) => Name(row).Count * Line is var lines && IsNarrow ? lines + StripHeight + 8 : Math.Max(LeastRow, lines + (row.Cell is Cell.Shown ? Line : 0) + 8);

    /// <summary>Top and bottom of the sticks' grid at a factor: through the whole row, on a telephone only below the name.</summary>
    public (double Top, double Bottom) GridOf(LollipopRow row, double top) => (IsNarrow ? top + (Name(row).Count * Line) + 5 : top, top + RowHeight(row));

    /// <summary>Where the stick of a factor lies, from its top.</summary>
    public double Middle(LollipopRow row, double height) => IsNarrow ? (Name(row).Count * Line) + 4 + (StripHeight / 2) : height / 2;
}
