namespace Analytics.Statistics;

/// <summary>What is known of an area's proportion from its own cases and from the other areas.</summary>
/// <param name="Mean">Posterior mean, a fraction in [0, 1]: between the area's own share and the mean of the prior.</param>
/// <param name="Interval">Equal-tailed credible interval, fractions in [0, 1].</param>
public sealed record BetaBinomialPosterior(double Mean, Interval Interval);
