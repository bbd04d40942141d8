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
    /// <param name="period">The year, or years taken together.</param>
    /// <param name="estimate">The value.</param>
    /// <param name="comparison">Its comparison with a benchmark; null where none is made.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="named">Whether the sentence stands alone and must begin with the indicator's name.</param>
    public static string Of(Indicator indicator, string area, Period period, Estimate estimate, Comparison? comparison, CultureInfo culture, bool named = false)
    {
        var unit = indicator.Unit;
        var decimals = Decimals(estimate, comparison, unit, culture);
        var value = ValueFormat.WithUnit(ValueFormat.Number(estimate.Value, unit, culture, decimals), unit, culture);
        var interval = (comparison?.Interval ?? estimate.Interval) is { } bounds
            ? $" ({IntervalText.Of(comparison?.Level ?? FlagLevel.Single, culture)} {ValueFormat.Bounds(bounds, unit, culture, decimals)})"
            : "";
        var end = comparison is null ? NotCompared(estimate, culture) : Ending(indicator, estimate, comparison, culture, decimals);
        var noun = Noun(indicator.Measure, culture);
        return Begin(indicator, area, culture, named) + Language.Pick(culture, $" var {noun} {value}{interval} {Years(period)} {period}{end}.", $" {noun} was {value}{interval} in {period}{end}.");
    }

    /// <summary>The sentence of a missing value.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="period">The year, or years taken together.</param>
    /// <param name="reason">Why there is no value.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <param name="named">Whether the sentence stands alone and must begin with the indicator's name.</param>
    public static string Of(Indicator indicator, string area, Period period, Reason reason, CultureInfo culture, bool named = false)
    {
        var more = reason switch
        {
            Reason.Suppressed => Language.Pick(culture, ", så att ingen enskild ska kunna kännas igen", ", so that nobody can be recognised"),
            Reason.NewDefinition => Language.Pick(culture, ", inte jämförbar med tidigare år", ", not comparable with earlier years"),
            _ => "",
        };
        return Begin(indicator, area, culture, named)
            + Language.Pick(culture, $" visas inget värde för {Years(period)} {period}: ", $" no value is shown for {period}: ") + ReasonText.Of(reason, culture) + more + ".";
    }

    static string Begin(Indicator indicator, string area, CultureInfo culture, bool named) => named
        ? Language.Pick(culture, $"{indicator.NameSv}: i {area}", $"{indicator.NameEn}: in {area}")
        : Language.Pick(culture, $"I {area}", $"In {area}");

    static string Years(Period period) => period.Years == 1 ? "år" : "åren";

    internal static string Noun(Measure measure, CultureInfo culture) => measure switch
    {
        Measure.Proportion => Language.Pick(culture, "andelen", "the share"),
        Measure.Rate => Language.Pick(culture, "antalet", "the rate"),
        Measure.Mean => Language.Pick(culture, "medelvärdet", "the mean"),
        _ => Language.Pick(culture, "antalet", "the number"),
    };

    static string NotCompared(Estimate estimate, CultureInfo culture) => estimate switch
    {
        { Interval: not null } => "",
        { Method: EstimateMethod.AsPublished } => Language.Pick(culture, "; källan anger ingen osäkerhet, därför ingen jämförelse", "; the source states no uncertainty, so it is not compared"),
        _ => Language.Pick(culture, "; osäkerheten kan inte beräknas, därför ingen jämförelse", "; its uncertainty cannot be computed, so it is not compared"),
    };

    static string Ending(Indicator indicator, Estimate estimate, Comparison comparison, CultureInfo culture, int decimals)
    {
        var unit = indicator.Unit;
        var value = ValueFormat.WithUnit(ValueFormat.Number(comparison.Value, unit, culture, decimals), unit, culture);
        if (comparison.Verdict == Verdict.Similar)
        {
            var name = BenchmarkText.Of(comparison.Benchmark, culture);
            return Language.Pick(culture, $", ingen säker skillnad mot {name} ({value})", $", no certain difference from {name} ({value})") + Needed(indicator, estimate, comparison, culture, decimals);
        }

        var direction = VerdictText.Of(estimate.Value > comparison.Value ? Verdict.Higher : Verdict.Lower, culture);
        var judgement = comparison.Verdict is Verdict.Better or Verdict.Worse
            ? Language.Pick(culture, ", vilket är ", ", which is ") + VerdictText.Of(comparison.Verdict, culture)
            : "";
        var there = BenchmarkText.There(comparison.Benchmark, culture);
        return Language.Pick(culture, $", {direction} än {there} ({value})", $", {direction} than {there} ({value})") + judgement;
    }

    /// <summary>What it would have taken: "no certain difference" from few answers says little, and the reader must see how little.</summary>
    static string Needed(Indicator indicator, Estimate estimate, Comparison comparison, CultureInfo culture, int decimals)
    {
        var unit = indicator.Unit;
        var above = estimate.Value >= comparison.Value;
        if (Comparing.SmallestDifference(estimate, indicator, comparison) is not { } difference)
        {
            return above
                ? Language.Pick(culture, "; med så små tal hade inget högre värde varit en säker skillnad", "; with numbers so small no higher value would have been a certain difference")
                : Language.Pick(culture, "; med så små tal hade inget lägre värde varit en säker skillnad", "; with numbers so small no lower value would have been a certain difference");
        }

        // Rounded away from the benchmark, so that what is said would really have been enough.
        var step = Math.Pow(10, -decimals) / unit.Factor;
        var limit = above ? Math.Ceiling((comparison.Value + difference) / step) * step : Math.Floor((comparison.Value - difference) / step) * step;
        var needed = ValueFormat.WithUnit(ValueFormat.Number(limit, unit, culture, decimals), unit, culture);
        return above
            ? Language.Pick(culture, $"; det hade krävts {needed} eller högre", $"; it would have taken {needed} or higher")
            : Language.Pick(culture, $"; det hade krävts {needed} eller lägre", $"; it would have taken {needed} or lower");
    }

    // A certain difference must be visible: large bases make intervals so narrow that one decimal would read "12,3 %, higher than 12,3 %".
    static int Decimals(Estimate estimate, Comparison? comparison, Unit unit, CultureInfo culture)
    {
        var decimals = ValueFormat.Decimals(estimate.Value, unit);
        if (comparison is null or { Verdict: Verdict.Similar })
        {
            return decimals;
        }

        var nearest = estimate.Value > comparison.Value ? comparison.Interval.Lower : comparison.Interval.Upper;
        var most = decimals + 3;
        while (decimals < most && ValueFormat.Number(nearest, unit, culture, decimals) == ValueFormat.Number(comparison.Value, unit, culture, decimals))
        {
            decimals++;
        }

        return decimals;
    }
}
