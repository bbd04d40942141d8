using System.Globalization;
using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>Words of a trend. "No certain change" never becomes "unchanged".</summary>
public static class TrendText
{
    /// <summary>In few words: <c>säker ökning 2021–2025</c>.</summary>
    public static string Short(SeriesTrend trend, CultureInfo culture) => trend switch
    {
        SeriesTrend.Tested tested => $"{Change(tested.Trend.Direction, culture)} {new Period(tested.To, tested.To - tested.From + 1)}",
        SeriesTrend.Untested untested => ReasonText.Of(untested.Reason, culture),
        _ => throw new InvalidOperationException("A trend is tested or not."),
    };

    /// <summary>The change alone, without years: <c>säker ökning</c>; or the reason why there is none.</summary>
    public static string Change(SeriesTrend trend, CultureInfo culture) => trend is SeriesTrend.Tested { Trend.Direction: var direction } ? Change(direction, culture) : Short(trend, culture);

    /// <summary>As one sign, for narrow places; always with the words beside it.</summary>
    public static string Glyph(SeriesTrend trend) => trend is SeriesTrend.Tested { Trend.Direction: var direction }
        ? direction switch { TrendDirection.Rising => "↗", TrendDirection.Falling => "↘", _ => "→" }
        : ReasonText.Glyph(Reason.TooFewYears);

    /// <summary>One sentence: <c>I Aneby har andelen säkert ökat 2021–2025, med omkring 2,3 procentenheter per år, vilket är sämre.</c></summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="trend">The trend.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string Sentence(Indicator indicator, string area, SeriesTrend trend, CultureInfo culture)
    {
        var noun = VerdictSentence.Noun(indicator.Measure, culture);
        if (trend is not SeriesTrend.Tested tested)
        {
            return Language.Pick(culture, $"I {area} finns för få år för att säga om {noun} förändras.", $"In {area} there are too few years to say whether {noun} is changing.");
        }

        var years = new Period(tested.To, tested.To - tested.From + 1);
        if (tested.Trend.Direction == TrendDirection.NoCertainChange)
        {
            return Language.Pick(culture, $"I {area} syns ingen säker förändring av {noun} {years}.", $"In {area} no certain change in {noun} is seen in {years}.");
        }

        var rising = tested.Trend.Direction == TrendDirection.Rising;
        var judgement = tested.Verdict is Verdict.Better or Verdict.Worse ? Language.Pick(culture, ", vilket är ", ", which is ") + VerdictText.Of(tested.Verdict, culture) : "";
        var step = Step(Math.Abs(tested.Trend.Slope), indicator.Unit, culture);
        return Language.Pick(
            culture,
            $"I {area} har {noun} säkert {(rising ? "ökat" : "minskat")} {years}, med omkring {step} per år{judgement}.",
            $"In {area} {noun} certainly {(rising ? "rose" : "fell")} in {years}, by about {step} a year{judgement}.");
    }

    // A share changes by percentage points, not by per cent.
    static string Step(double slope, Unit unit, CultureInfo culture) => unit.Id == "percent"
        ? ValueFormat.Number(slope, unit, culture) + Language.NoBreakSpace + Language.Pick(culture, "procentenheter", "percentage points")
        : ValueFormat.Of(slope, unit, culture);

    static string Change(TrendDirection direction, CultureInfo culture) => direction switch
    {
        TrendDirection.Rising => Language.Pick(culture, "säker ökning", "certain rise"),
        TrendDirection.Falling => Language.Pick(culture, "säker minskning", "certain fall"),
        _ => Language.Pick(culture, "ingen säker förändring", "no certain change"),
    };
}
