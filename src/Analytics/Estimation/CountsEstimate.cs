using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>From the counts of a cell to its value and 95 % interval.</summary>
static class CountsEstimate
{
    const double Confidence = 0.95;

    /// <summary>The estimate of a cell that has a base.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell's base is 0: it has a reason, not an estimate.</exception>
    public static Estimate Of(in Counts counts, Measure measure)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Base, 1);
        var value = CountsValue.Of(counts, measure);
        return measure switch
        {
            Measure.Proportion when IsUnweighted(counts) =>
                new Estimate(value, ProportionInterval.Wilson(counts.Cases, counts.Base, Confidence), counts.Cases, counts.Base, EstimateMethod.Wilson),
            Measure.Proportion =>
                new Estimate(value, ProportionInterval.Wilson(value, SizeOf(counts), Confidence), counts.Cases, counts.Base, EstimateMethod.WilsonEffectiveSize),
            Measure.Rate =>
                new Estimate(value, RateInterval.Of(counts.Cases, counts.Base, Confidence), counts.Cases, counts.Base, MethodOfRate(counts.Cases)),
            Measure.Mean =>
                new Estimate(value, IntervalOfMean(counts, value), null, counts.Base, EstimateMethod.StudentT),
            _ => new Estimate(value, null, counts.Cases, null, EstimateMethod.AsPublished),
        };
    }

    /// <summary>Whether every weight is 1: only then do Σw, Σw² and the number of answers agree.</summary>
    static bool IsUnweighted(in Counts counts) => counts.Weight.Equals(counts.Base) && counts.SquaredWeight.Equals(counts.Base);

    static double SizeOf(in Counts counts) => EffectiveSize.Kish(counts.Weight.ToDouble(), counts.SquaredWeight.ToDouble());

    static EstimateMethod MethodOfRate(long events) => events >= RateInterval.ByarFrom ? EstimateMethod.Byar : EstimateMethod.ExactPoisson;

    /// <summary>Student's t on n_eff − 1 degrees of freedom; null for one answer, or weights that leave hardly more than one.</summary>
    static Interval? IntervalOfMean(in Counts counts, double mean)
    {
        var size = SizeOf(counts);
        if (counts.Base == 1 || size <= 1)
        {
            return null;
        }

        var spread = counts.Minimum == counts.Maximum ? 0 : Math.Max(0, (counts.WeightedSquare.ToDouble() / counts.Weight.ToDouble()) - (mean * mean));
        var interval = MeanInterval.StudentT(mean, spread * size / (size - 1), size, Confidence);
        return double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? interval : null;
    }
}
