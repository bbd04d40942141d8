using System.Globalization;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>The signs that a rug uses, and only those.</summary>
static class RugLegend
{
    const double Sign = 24;

    static readonly Verdict[] Flagged = [Verdict.Better, Verdict.Worse, Verdict.Higher, Verdict.Lower];

    public static IReadOnlyList<LegendEntry> Of(Rug rug, CultureInfo culture)
    {
        var cells = rug.Rows.SelectMany(x => x.Cells).ToArray();
        return
        [
            .. Flagged.SelectMany(verdict => Entries(cells, x => x.IsFlagged && x.Comparison!.Verdict == verdict, VerdictText.Of(verdict, culture), culture)),
            .. Entries(cells, x => x is { Hint: null, Comparison.Verdict: Verdict.Similar }, VerdictText.Of(Verdict.Similar, culture), culture),
            .. Entries(cells, x => x.Hint is not null, Language.Pick(culture, "hörn: säkert bara på 95\u00A0%", "corner: certain at 95% only"), culture),
            .. Entries(cells, x => x is { Cell: Cell.Shown, Comparison: null }, VerdictText.Of(null, culture), culture),
            .. from reason in cells.Select(x => (x.Cell as Cell.Missing)?.Reason).OfType<Catalogue.Reason>().Distinct().Order()
               select Entry(ReasonText.Of(reason, culture), new RugCell(new Cell.Missing(reason, null), null, null), culture),
        ];
    }

    static IEnumerable<LegendEntry> Entries(IEnumerable<RugCell> cells, Func<RugCell, bool> shown, string words, CultureInfo culture) => cells.Where(shown).Take(1).Select(x => Entry(words, x, culture));

    static LegendEntry Entry(string words, RugCell cell, CultureInfo culture) => new(words, Sign, (sheet, x, middle) =>
    {
        var cells = new RugCells(sheet, culture);
        cells.Add(cell, x, middle - (Sign / 2) + 1, x + Sign, middle + (Sign / 2) - 1);
        cells.Finish();
    });
}
