using System.Globalization;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>One tie in its cell of the matrix.</summary>
static class TieSquare
{
    /// <summary>Side of a cell of ordinary size, in pixels.</summary>
    public const int Cell = 40;

    const double Largest = 30, Border = 5;

    /// <summary>Draws a tie.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="left">Left edge of the cell.</param>
    /// <param name="top">Top of the cell.</param>
    /// <param name="cell">Side of the cell.</param>
    /// <param name="tie">What to draw: hatched where it is withheld, a sign where nobody answered, nothing where there is no contact.</param>
    /// <param name="number">Number of the one-sided pair that it belongs to; null for none.</param>
    public static void Draw(Sheet sheet, double left, double top, double cell, Tie tie, int? number)
    {
        var (x, y, right, bottom) = (left + (cell / 2), top + (cell / 2), left + cell, top + cell);
        if (number is not null)
        {
            sheet.Rectangle(left, top, right, bottom, Theme.Highlight);
            sheet.Frame(left + 2, top + 2, right - 2, bottom - 2, Theme.Ink, 2);
        }

        if (tie.Status == Reason.Suppressed)
        {
            sheet.Hatch(left, top, right, bottom, Theme.Similar);
        }
        else if (tie.Status is { } reason)
        {
            sheet.Text(x, y, ReasonText.Glyph(reason), Theme.Muted, anchor: TextAnchor.Middle);
        }

        var regular = tie.Frequency >= TieRules.EdgeFrom;
        if (tie.Frequency > 0)
        {
            Square(sheet, x, y, tie.Frequency.Value, regular ? Sign(tie.Agreement) : AgreementSign.None, cell / Cell);
        }

        if (number is { } pair)
        {
            var words = pair.ToString(CultureInfo.InvariantCulture);
            if (regular)
            {
                sheet.Text(x, y, words, tie.Agreement < TieRules.AgreementFrom ? Theme.Ink : Theme.Paper, anchor: TextAnchor.Middle, bold: true);
            }
            else
            {
                sheet.Text(left + 4, top + Math.Min(12, cell / 2), words, Theme.Ink, bold: true);
            }
        }
    }

    /// <summary>Draws a square of a frequency.</summary>
    public static void Square(Sheet sheet, double x, double y, double frequency, AgreementSign sign, double scale = 1)
    {
        var side = Math.Max(3, Largest * scale * Math.Sqrt(frequency / 4));
        sheet.Squares([(x, y, side)], sign == AgreementSign.None ? Theme.Similar : Theme.Higher);
        if (sign == AgreementSign.Few)
        {
            sheet.Squares([(x, y, side - (2 * Border * scale))], Theme.Paper);
        }
        else if (sign == AgreementSign.Unknown)
        {
            sheet.Segments([(x - (side / 2), y + (side / 2), x + (side / 2), y - (side / 2))], Theme.Paper, 3);
        }
    }

    /// <summary>What is known of the written agreement behind regular contact.</summary>
    public static AgreementSign Sign(double? agreement) => agreement switch
    {
        null => AgreementSign.Unknown,
        < TieRules.AgreementFrom => AgreementSign.Few,
        _ => AgreementSign.Most,
    };
}

/// <summary>Shape of a square, by what is known of a written agreement.</summary>
enum AgreementSign
{
    /// <summary>Contact that is not regular: grey.</summary>
    None,
    /// <summary>At least half have one: filled.</summary>
    Most,
    /// <summary>Less than half have one: hollow.</summary>
    Few,
    /// <summary>Too few answered about it: cut in two.</summary>
    Unknown,
}
