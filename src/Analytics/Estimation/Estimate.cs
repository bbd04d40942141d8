using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>A value with its uncertainty and what lies behind it.</summary>
/// <param name="Value">Proportion: a fraction in [0, 1]. Rate: events per person. Mean and count: in the indicator's unit.</param>
/// <param name="Interval">95 % confidence interval in the same unit; null where the source gives none or it cannot be computed.</param>
/// <param name="Numerator">Unweighted cases or events; null for means and where the source gives none.</param>
/// <param name="Denominator">Unweighted base or population; null where the source gives none.</param>
/// <param name="Method">How value and interval came about.</param>
/// <param name="Weighted">The sums behind a weighted share or a mean; null where numerator and denominator say all, or the source gives none.</param>
public sealed record Estimate(double Value, Interval? Interval, long? Numerator, long? Denominator, EstimateMethod Method, Totals? Weighted = null)
{
    /// <summary>Level of <see cref="Interval"/>.</summary>
    public const double Confidence = 0.95;

    /// <summary>The sums behind the value; null for a figure without an interval, and where weighted sums are not known.</summary>
    public Totals? Totals => Interval is null ? null
        : Weighted ?? (Method != EstimateMethod.WilsonEffectiveSize && Numerator is { } cases && Denominator is { } people ? Estimation.Totals.OfCounts(cases, people) : null);

    /// <summary>The estimate that sums give.</summary>
    /// <param name="totals">Sums with a base above 0.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base is 0: there is a reason, not an estimate.</exception>
    public static Estimate Of(Totals totals, Measure measure)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totals.Base, 1, nameof(totals));
        return new Estimate(
            TotalsEstimate.Value(totals, measure), TotalsEstimate.Interval(totals, measure, Confidence),
            measure == Measure.Mean ? null : totals.Cases, measure == Measure.Count ? null : totals.Base, TotalsEstimate.Method(totals, measure),
            measure == Measure.Mean || (measure == Measure.Proportion && totals.IsWeighted) ? totals : null);
    }

    /// <summary>The confidence interval at another level; null where there is none at 95 %, or the sums behind it are not known.</summary>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <param name="measure">What kind of number it is.</param>
    public Interval? IntervalAt(double confidence, Measure measure) =>
        confidence == Confidence ? Interval : Totals is { } totals ? TotalsEstimate.Interval(totals, measure, confidence) : null;
}

/// <summary>Methods of estimation; one page each in docs/methods.</summary>
public enum EstimateMethod
{
    /// <summary>Wilson score interval of a proportion.</summary>
    Wilson,
    /// <summary>Wilson score interval with Kish's effective size.</summary>
    WilsonEffectiveSize,
    /// <summary>Byar's approximation for a rate of ten events or more.</summary>
    Byar,
    /// <summary>Exact Poisson interval for a rate below ten events.</summary>
    ExactPoisson,
    /// <summary>Student's t for a mean, with effective size.</summary>
    StudentT,
    /// <summary>A published value without counts, and therefore without interval.</summary>
    AsPublished,
}
