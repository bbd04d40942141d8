using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>From sums to value, interval and spread: which formula each measure has.</summary>
static class TotalsEstimate
{
    /// <summary>Rounding that a difference of two sums of squares may leave of nothing, in parts of the mean square.</summary>
    const double Rounding = 1e-14;

    /// <summary>Proportion and mean: Σwx/Σw, which is x/n where all weights are 1. Rate: events per person. Count: the number itself.</summary>
    /// <param name="totals">Sums with a base above 0.</param>
    /// <param name="measure">What kind of number it is.</param>
    public static double Value(in Totals totals, Measure measure) => measure switch
    {
        Measure.Proportion => Math.Clamp(totals.WeightedValue / totals.Weight, 0, 1),
        Measure.Mean => totals.WeightedValue / totals.Weight,
        Measure.Rate => (double)totals.Cases / totals.Base,
        _ => totals.Cases,
    };

    /// <summary>How the interval is found.</summary>
    /// <inheritdoc cref="Value" path="/param"/>
    public static EstimateMethod Method(in Totals totals, Measure measure) => measure switch
    {
        Measure.Proportion => totals.IsWeighted ? EstimateMethod.WilsonEffectiveSize : EstimateMethod.Wilson,
        Measure.Rate => totals.Cases >= RateInterval.ByarFrom ? EstimateMethod.Byar : EstimateMethod.ExactPoisson,
        Measure.Mean => EstimateMethod.StudentT,
        _ => EstimateMethod.AsPublished,
    };

    /// <summary>The confidence interval; null for a plain number of things, a mean of one answer, or weights that leave hardly more than one.</summary>
    /// <param name="totals">Sums with a base above 0.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    public static Interval? Interval(in Totals totals, Measure measure, double confidence) => Method(totals, measure) switch
    {
        EstimateMethod.Wilson => ProportionInterval.Wilson(totals.Cases, totals.Base, confidence),
        EstimateMethod.WilsonEffectiveSize => ProportionInterval.WilsonWeighted(Value(totals, measure), totals.Size, confidence),
        EstimateMethod.Byar or EstimateMethod.ExactPoisson => RateInterval.Of(totals.Cases, totals.Base, confidence),
        EstimateMethod.StudentT => OfMean(totals, confidence),
        _ => null,
    };

    /// <summary>Sample variance of a mean's values, with effective size; null where the size is not above 1.</summary>
    public static double? Variance(in Totals totals)
    {
        var size = totals.Size;
        if (totals.Base == 1 || size <= 1)
        {
            return null;
        }

        var mean = totals.WeightedValue / totals.Weight;
        var square = totals.WeightedSquare / totals.Weight;
        var spread = square - (mean * mean);
        return spread <= Rounding * square ? 0 : spread * size / (size - 1);
    }

    static Interval? OfMean(in Totals totals, double confidence)
    {
        if (Variance(totals) is not { } variance)
        {
            return null;
        }

        var interval = MeanInterval.StudentT(Value(totals, Measure.Mean), variance, totals.Size, confidence);
        return double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? interval : null;
    }
}
