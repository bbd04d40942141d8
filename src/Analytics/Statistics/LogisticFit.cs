namespace Analytics.Statistics;

/// <summary>A fitted logistic regression, or the reason why there is none.</summary>
public abstract record LogisticFit
{
    LogisticFit()
    {
    }

    /// <summary>The likelihood has its maximum.</summary>
    /// <param name="Model">The model there.</param>
    public sealed record Converged(LogisticModel Model) : LogisticFit;

    /// <summary>The likelihood has no single maximum.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(LogisticFailure Reason) : LogisticFit;
}
