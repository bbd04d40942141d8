using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Estimation;

/// <summary>The value that counts give, without uncertainty.</summary>
static class CountsValue
{
    /// <summary>Proportion and mean: Σwx/Σw, which is x/n where all weights are 1. Rate: events per person. Count: the number itself.</summary>
    /// <param name="counts">Counts with a base above 0.</param>
    /// <param name="measure">What kind of number it is.</param>
    public static double Of(in Counts counts, Measure measure) => measure switch
    {
        Measure.Proportion => Math.Clamp(counts.WeightedValue.ToDouble() / counts.Weight.ToDouble(), 0, 1),
        Measure.Mean => counts.WeightedValue.ToDouble() / counts.Weight.ToDouble(),
        Measure.Rate => (double)counts.Cases / counts.Base,
        _ => counts.Cases,
    };
}
