using System.Globalization;
using Analytics.Catalogue;

namespace Analytics.Estimation;

/// <summary>One plain sentence about one value, made from the verdict, the estimate, its interval and the benchmark.</summary>
/// <remarks>"No certain difference" never becomes "the same", and a judgement always says the direction too.</remarks>
public static class VerdictSentence
{
    /// <summary>The sentence of a value.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="estimate">The value.</param>
    /// <param name="comparison">Its comparison with the rest of the county; null where none is made.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="named">Whether the sentence stands alone and must begin with the indicator's name.</param>
    public static string Of(Indicator indicator, string area, int year, Estimate estimate, Comparison? comparison, CultureInfo culture, bool named = false)
    {
        var unit = indicator.Unit;
        var decimals = Decimals(estimate, comparison, unit, culture);
        var value = ValueFormat.WithUnit(ValueFormat.Number(estimate.Value, unit, culture, decimals), unit, culture);
        var interval = estimate.Interval is { } bounds
            ? Language.Pick(culture, " (95\u00A0% osäkerhetsintervall ", " (95% confidence interval ") + ValueFormat.Bounds(bounds, unit, culture, decimals) + ")"
            : "";
        var benchmark = comparison is null ? "" : ValueFormat.WithUnit(ValueFormat.Number(comparison.Benchmark, unit, culture, decimals), unit, culture);
        var end = Ending(estimate, comparison, benchmark, culture);
        var noun = Noun(indicator.Measure, culture);
        var calendarYear = year.ToString(CultureInfo.InvariantCulture);
        return Begin(indicator, area, culture, named) + Language.Pick(culture, $" var {noun} {value}{interval} år {calendarYear}{end}.", $" {noun} was {value}{interval} in {calendarYear}{end}.");
    }

    /// <summary>The sentence of a missing value.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="reason">Why there is no value.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="named">Whether the sentence stands alone and must begin with the indicator's name.</param>
    public static string Of(Indicator indicator, string area, int year, Reason reason, CultureInfo culture, bool named = false)
    {
        var more = reason switch
        {
            Reason.Suppressed => Language.Pick(culture, ", så att ingen enskild ska kunna kännas igen", ", so that nobody can be recognised"),
            Reason.NewDefinition => Language.Pick(culture, ", inte jämförbar med tidigare år", ", not comparable with earlier years"),
            _ => "",
        };
        var calendarYear = year.ToString(CultureInfo.InvariantCulture);
        return Begin(indicator, area, culture, named)
            + Language.Pick(culture, $" visas inget värde för år {calendarYear}: ", $" no value is shown for {calendarYear}: ") + ReasonText.Of(reason, culture) + more + ".";
    }

    static string Begin(Indicator indicator, string area, CultureInfo culture, bool named) => named
        ? Language.Pick(culture, $"{indicator.NameSv}: i {area}", $"{indicator.NameEn}: in {area}")
        : Language.Pick(culture, $"I {area}", $"In {area}");

    static string Noun(Measure measure, CultureInfo culture) => measure switch
    {
        Measure.Proportion => Language.Pick(culture, "andelen", "the share"),
        Measure.Rate => Language.Pick(culture, "antalet", "the rate"),
        Measure.Mean => Language.Pick(culture, "medelvärdet", "the mean"),
        _ => Language.Pick(culture, "antalet", "the number"),
    };

    static string Ending(Estimate estimate, Comparison? comparison, string benchmark, CultureInfo culture)
    {
        if (comparison is null)
        {
            return estimate switch
            {
                { Interval: not null } => "",
                { Method: EstimateMethod.AsPublished } => Language.Pick(culture, "; källan anger ingen osäkerhet, därför ingen jämförelse", "; the source states no uncertainty, so it is not compared"),
                _ => Language.Pick(culture, "; osäkerheten kan inte beräknas, därför ingen jämförelse", "; its uncertainty cannot be computed, so it is not compared"),
            };
        }

        if (comparison.Verdict == Verdict.Similar)
        {
            return Language.Pick(culture, $", ingen säker skillnad mot resten av länet ({benchmark})", $", no certain difference from the rest of the county ({benchmark})");
        }

        var direction = VerdictText.Of(estimate.Value > comparison.Benchmark ? Verdict.Higher : Verdict.Lower, culture);
        var judgement = comparison.Verdict is Verdict.Better or Verdict.Worse
            ? Language.Pick(culture, ", vilket är ", ", which is ") + VerdictText.Of(comparison.Verdict, culture)
            : "";
        return Language.Pick(culture, $", {direction} än i resten av länet ({benchmark})", $", {direction} than in the rest of the county ({benchmark})") + judgement;
    }

    // A certain difference must be visible: large bases make intervals so narrow that one decimal would read "12,3 %, higher than 12,3 %".
    static int Decimals(Estimate estimate, Comparison? comparison, Unit unit, CultureInfo culture)
    {
        var decimals = ValueFormat.Decimals(estimate.Value, unit);
        if (comparison is null or { Verdict: Verdict.Similar } || estimate.Interval is not { } interval)
        {
            return decimals;
        }

        var nearest = estimate.Value > comparison.Benchmark ? interval.Lower : interval.Upper;
        var most = decimals + 3;
        while (decimals < most && ValueFormat.Number(nearest, unit, culture, decimals) == ValueFormat.Number(comparison.Benchmark, unit, culture, decimals))
        {
            decimals++;
        }

        return decimals;
    }
}
