using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>What the signs of the matrix of ties mean.</summary>
static class TieMatrixLegend
{
    const double Sign = 34, Half = 11;

    /// <summary>The entries: sizes first, then shapes, then the rest.</summary>
    public static IEnumerable<LegendEntry> Entries(CultureInfo culture) =>
    [
        new(Language.Pick(culture, "tom ruta: aldrig", "empty: never"), 2 * Half, (sheet, x, middle) => sheet.Frame(x, middle - Half, x + (2 * Half), middle + Half, Theme.Rule, 1)),
        Square(1, AgreementSign.None, Language.Pick(culture, "varje år", "yearly")),
        Square(2, AgreementSign.Most, Language.Pick(culture, "varje kvartal", "quarterly")),
        Square(3, AgreementSign.Most, Language.Pick(culture, "varje månad", "monthly")),
        Square(4, AgreementSign.Most, Language.Pick(culture, "varje vecka", "weekly")),
        Square(1.5, AgreementSign.None, Language.Pick(culture, "grå: glesare än varje kvartal", "grey: less than quarterly")),
        Square(3, AgreementSign.Most, Language.Pick(culture, "fylld: minst hälften har skriftligt avtal", "filled: at least half have a written one")),
        Square(3, AgreementSign.Few, Language.Pick(culture, "ihålig: färre än hälften har avtal", "hollow: less than half have an agreement")),
        Square(3, AgreementSign.Unknown, Language.Pick(culture, "delad: för få svar om avtal", "cut: too few answers about it")),
        new(Language.Pick(culture, "ensidig kontakt: samma nummer åt båda håll", "one-sided: the same number both ways"), 2 * Half, (sheet, x, middle) =>
        {
            sheet.Rectangle(x, middle - Half, x + (2 * Half), middle + Half, Theme.Highlight);
            sheet.Frame(x, middle - Half, x + (2 * Half), middle + Half, Theme.Ink, 2);
            sheet.Text(x + Half, middle, "1", Theme.Ink, anchor: TextAnchor.Middle, bold: true);
        }),
        new(Language.Pick(culture, "ram 1, 2 …: mest kontakt inom gruppen", "frame 1, 2 …: contact mostly within the group"), 2 * Half, (sheet, x, middle) =>
            sheet.Frame(x, middle - Half, x + (2 * Half), middle + Half, Theme.Ink, 2)),
        new(ReasonText.Of(Reason.Suppressed, culture), 2 * Half, (sheet, x, middle) => sheet.Hatch(x, middle - Half, x + (2 * Half), middle + Half, Theme.Similar)),
        new(ReasonText.Of(Reason.NoResponse, culture), Half, (sheet, x, middle) => sheet.Text(x, middle, ReasonText.Glyph(Reason.NoResponse), Theme.Muted)),
    ];

    static LegendEntry Square(double frequency, AgreementSign sign, string words) =>
        new(words, Sign, (sheet, x, middle) => TieSquare.Square(sheet, x + (Sign / 2), middle, frequency, sign));
}
