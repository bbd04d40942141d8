using System.Globalization;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>Draws one factor's lollipop into a rectangle of a sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Scale">The axis.</param>
/// <param name="Left">Left edge, in pixels.</param>
/// <param name="Width">Width, in pixels.</param>
/// <param name="Culture">Language of the words.</param>
sealed record LollipopStrip(Sheet Sheet, LollipopScale Scale, double Left, double Width, CultureInfo Culture)
{
    /// <summary>Room for half a marker at both edges.</summary>
    const double Margin = 12;

    const double HalfHeight = 11;

    /// <summary>Where a place of the scale stands, in pixels.</summary>
    public double X(double place) => Left + Margin + ((place + 1) / 2 * (Width - (2 * Margin)));

    /// <summary>Draws a factor on a line; gives where its marker stands.</summary>
    public double Draw(LollipopRow row, double y)
    {
        switch (row)
        {
            case { Cell: Cell.Missing { Reason: var reason } }:
                Band(y, $"{ReasonText.Glyph(reason)} {ReasonText.Short(reason, Culture)}", hatched: true);
                return X(0);
            case { Place: { } place }:
                Lollipop(row, place, y);
                return X(Scale.Place(place));
            default:
                Band(y, $"{VerdictText.Glyph(null)} {VerdictText.Of(null, Culture)}", hatched: false);
                return X(0);
        }
    }

    void Lollipop(LollipopRow row, double place, double y)
    {
        var verdict = row.Comparison?.Verdict;
        var colour = Theme.ColourOf(verdict);
        var x = X(Scale.Place(place));
        // The stick is thick where the difference is certain; the interval is a thin line with ends above it.
        Sheet.Line(X(0), y, x, y, row.IsFlagged ? colour : Theme.Rule, row.IsFlagged ? 6 : 4);
        if (row.Distance!.Interval is { } interval)
        {
            var (from, to) = row.Mirrored ? (-interval.Upper, -interval.Lower) : (interval.Lower, interval.Upper);
            var (left, right) = (X(Scale.Place(from)), X(Scale.Place(to)));
            Sheet.Segments([(left, y, right, y), .. End(left, y, Scale.IsCut(from), -1), .. End(right, y, Scale.IsCut(to), 1)], Theme.Ink, 1.2f);
        }

        SpineStrip.DrawMarker(Sheet, x, y, verdict);
        if (Scale.IsCut(place))
        {
            Sheet.Segments(End(x + (Math.Sign(place) * 5), y, true, Math.Sign(place)), colour, 2.5f);
        }
    }

    /// <summary>A bound ends with a cap; one beyond the edge with an arrow head.</summary>
    static IEnumerable<(double, double, double, double)> End(double x, double y, bool cut, int side) => cut
        ? [(x, y - 5, x + (side * 5), y), (x + (side * 5), y, x, y + 5)]
        : [(x, y - 4, x, y + 4)];

    void Band(double y, string words, bool hatched)
    {
        var (left, right) = (X(-1), X(1));
        var half = Math.Min((right - left) / 2, (TextWidth.Of(words, Theme.TextSize) / 2) + 6);
        if (hatched)
        {
            Sheet.Rectangle(left, y - HalfHeight, right, y + HalfHeight, Theme.Paper, Theme.Rule);
            Sheet.Hatch(left, y - HalfHeight, right, y + HalfHeight, Theme.Rule);
        }

        Sheet.Rectangle(X(0) - half, y - 8, X(0) + half, y + 8, Theme.Paper);
        Sheet.Text(X(0), y, words, Theme.Muted, anchor: TextAnchor.Middle);
    }
}
