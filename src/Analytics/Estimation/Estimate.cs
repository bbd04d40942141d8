using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>A value with its uncertainty and the counts behind it.</summary>
/// <param name="Value">Proportion: a fraction in [0, 1]. Rate: events per person. Mean and count: in the indicator's unit.</param>
/// <param name="Interval">95 % confidence interval in the same unit; null where the source gives none or it cannot be computed.</param>
/// <param name="Numerator">Unweighted cases or events; null for means and where the source gives none.</param>
/// <param name="Denominator">Unweighted base or population; null where the source gives none.</param>
/// <param name="Method">How value and interval came about.</param>
public sealed record Estimate(double Value, Interval? Interval, long? Numerator, long? Denominator, EstimateMethod Method);

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
