using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>Municipalities under each other, each a point with its interval on one common scale, with the benchmark as a line. Those without a value stand below with the reason.</summary>
public static class DotChart
{
    /// <summary>Draws the chart.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="period">The year, or years taken together.</param>
    /// <param name="rows">The municipalities, in the order they are to stand: those with a value are drawn first.</param>
    /// <param name="benchmark">What they are compared with.</param>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="frame">Where it is drawn for. Where not all rows have room, those that differ most certainly stay.</param>
    /// <returns>The picture; one point per row that is drawn, and where room is short one per reason.</returns>
    public static ChartPicture Draw(Indicator indicator, Period period, IReadOnlyList<DotRow> rows, Benchmark benchmark, FlagLevel level, CultureInfo culture, ChartFrame frame)
    {
        var layout = new DotLayout(indicator, period, rows, benchmark, level, culture, frame);
        return FramedSheet.Draw(frame, layout.Height, layout.Draw);
    }

    /// <summary>A row in one sentence, with its ranks where they are asked for.</summary>
    internal static string SentenceOf(Indicator indicator, Period period, DotRow row, int ranked, CultureInfo culture)
    {
        var sentence = row.Cell switch
        {
            Cell.Shown shown => VerdictSentence.Of(indicator, row.Name, period, shown.Estimate, row.Comparison, culture),
            Cell.Missing missing => VerdictSentence.Of(indicator, row.Name, period, missing.Reason, culture),
            _ => throw new InvalidOperationException("A cell is shown or missing."),
        };
        return row.Ranks is { } ranks
            ? sentence + Language.Pick(culture, $" Möjliga platser bland {ranked}: {RanksOf(ranks)}, där 1 är lägst.", $" Possible places among {ranked}: {RanksOf(ranks)}, where 1 is lowest.")
            : sentence;
    }

    /// <summary>Ranks as text: <c>3–8</c>.</summary>
    internal static string RanksOf(Statistics.RankRange ranks) => ranks.Lower == ranks.Upper
        ? ranks.Lower.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{ranks.Lower}–{ranks.Upper}");
}
