namespace Analytics.Statistics;

/// <summary>How the true proportions of areas spread: a beta distribution.</summary>
/// <param name="Mean">Mean proportion, a fraction in [0, 1].</param>
/// <param name="Overdispersion">
/// ρ = 1/(α + β + 1) in [0, 1]: the variance of the proportions is ρ·Mean·(1 − Mean). 0 is a point: areas do not differ measurably. 1 is two points: in every area nobody or everybody.
/// </param>
public sealed record BetaBinomialPrior(double Mean, double Overdispersion)
{
    /// <summary>Shape α = Mean·(1 − ρ)/ρ; positive infinity when ρ is 0, unless the mean is 0.</summary>
    public double Alpha => Mean == 0 ? 0 : Mean * Weight;

    /// <summary>Shape β = (1 − Mean)·(1 − ρ)/ρ; positive infinity when ρ is 0, unless the mean is 1.</summary>
    public double Beta => Mean == 1 ? 0 : (1 - Mean) * Weight;

    /// <summary>α + β: how many people the prior is worth. Positive infinity when ρ is 0.</summary>
    public double Weight => (1 - Overdispersion) / Overdispersion;
}
