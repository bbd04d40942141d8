using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>A series in words.</summary>
static class SmallMultipleText
{
    /// <summary>The trend as a tag: sign, change and, where it is judged, the judgement.</summary>
    /// <param name="multiple">The series.</param>
    /// <param name="short">Whether the years are left out.</param>
    /// <param name="culture">Language.</param>
    public static string Tag(SmallMultiple multiple, bool @short, CultureInfo culture)
    {
        var words = @short ? TrendText.Change(multiple.Trend, culture) : TrendText.Short(multiple.Trend, culture);
        var judgement = multiple.Certain is Verdict.Better or Verdict.Worse ? $", {VerdictText.Of(multiple.Certain, culture)}" : "";
        return $"{TrendText.Glyph(multiple.Trend)} {words}{judgement}";
    }

    /// <summary>The whole series: first and last value, gaps with their reasons, trend.</summary>
    public static string Of(Indicator indicator, SmallMultiple multiple, CultureInfo culture)
    {
        (SmallMultipleYear Year, Estimate Estimate)[] shown = [.. multiple.Shown];
        string Value((SmallMultipleYear Year, Estimate Estimate) x) => $"{ValueFormat.Of(x.Estimate.Value, indicator.Unit, culture)} {Language.Pick(culture, "", "in ")}{x.Year.Period}";
        var course = shown switch
        {
            [] => Language.Pick(culture, "inget värde visas", "no value is shown"),
            [var only] => Value(only),
            [var first, .., var last] => Language.Pick(culture, $"från {Value(first)} till {Value(last)}", $"from {Value(first)} to {Value(last)}"),
        };
        var gaps = string.Join("; ", multiple.Years.Where(x => x.Reason is not null).GroupBy(x => x.Reason!.Value).OrderBy(x => x.Key).Select(x => $"{string.Join(", ", x.Select(y => y.Period))}: {ReasonText.Of(x.Key, culture)}"));
        var breaks = string.Join(", ", multiple.Years.Where(x => x.IsBreak).Select(x => x.Period));
        return $"{multiple.Name}: {course}. "
            + (gaps.Length > 0 ? Language.Pick(culture, $"Utan värde {gaps}. ", $"Without a value {gaps}. ") : "")
            + (breaks.Length > 0 ? Language.Pick(culture, $"Mäts på nytt sätt från {breaks}. ", $"Measured in a new way from {breaks}. ") : "")
            + TrendText.Sentence(indicator, multiple.Name, multiple.Trend, culture);
    }

    /// <summary>A year in one sentence.</summary>
    public static string Of(Indicator indicator, string name, SmallMultipleYear year, CultureInfo culture) => year.Cell switch
    {
        Cell.Shown shown => VerdictSentence.Of(indicator, name, year.Period, shown.Estimate, year.Comparison, culture),
        Cell.Missing missing => VerdictSentence.Of(indicator, name, year.Period, missing.Reason, culture),
        _ => throw new InvalidOperationException("A cell is shown or missing."),
    };
}
