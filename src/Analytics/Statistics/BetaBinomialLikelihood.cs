namespace Analytics.Statistics;

/// <summary>
/// Marginal likelihood of a mean μ and spread θ = 1/(α + β), for α = μ/θ and β = (1 − μ)/θ. Every expression is free of differences of large numbers, so that θ may approach 0
/// (binomial) and counts 10⁹.
/// </summary>
/// <param name="areas">Cases and people of each area with people, in an order that depends on the counts only.</param>
sealed class BetaBinomialLikelihood(IReadOnlyList<(long Cases, long People)> areas)
{
    /// <summary>Cases per person of all areas together: the best mean for θ = 0.</summary>
    public double Pooled { get; } = (double)areas.Sum(area => area.Cases) / areas.Sum(area => area.People);

    /// <summary>The mean that maximises the likelihood at a spread.</summary>
    /// <param name="spread">θ, at least 0.</param>
    /// <param name="start">A mean to start from, in (0, 1).</param>
    // The likelihood is log-concave in μ, so its derivative has one root: secants in log-odds, halving the bracket where they leave it.
    public double Mean(double spread, double start)
    {
        if (spread == 0)
        {
            return Pooled;
        }

        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        var y = Math.Log(start / (1 - start));
        var (was, before) = (double.NaN, double.NaN);
        for (var i = 0; i < 200; i++)
        {
            var mean = BetaTail.Share(y);
            var slope = MeanSlope(mean, spread);
            (low, high) = slope > 0 ? (y, high) : (low, y);
            var curvature = i == 0 ? mean * (1 - mean) * areas.Sum(area => area.People / (1 + (area.People * spread / (1 + spread)))) : (before - slope) / (y - was);
            (was, before) = (y, slope);
            var next = y + Math.Clamp(slope / curvature, -4, 4);
            if (slope == 0 || Math.Abs(next - y) < 1e-14 * Math.Max(1, Math.Abs(y)))
            {
                break;
            }

            y = next > low && next < high ? next : double.IsFinite(low + high) ? (low + high) / 2 : slope > 0 ? y + 4 : y - 4;
            if (y == was)
            {
                break;
            }
        }

        return BetaTail.Share(y);
    }

    /// <summary>Derivative of the log-likelihood by θ.</summary>
    /// <param name="mean">μ, in (0, 1).</param>
    /// <param name="spread">θ, at least 0.</param>
    public double SpreadSlope(double mean, double spread)
    {
        var others = 1 - mean;
        var sum = 0.0;
        foreach (var (x, n) in areas)
        {
            var excess = x - (n * mean);
            if (spread == 0)
            {
                sum += (excess * excess / mean / others) - (x / mean) - ((n - x) / others) + n;
                continue;
            }

            var all = 1 + (n * spread);
            var (first, second) = (excess * spread / (mean * all), -excess * spread / (others * all));
            sum -= 2 / spread / spread * ((mean * (Relative(x, mean, spread, all, first, first) + Stirling.LogLessDigammaFall(mean / spread, x)))
                + (others * (Relative(n - x, others, spread, all, second, second) + Stirling.LogLessDigammaFall(others / spread, n - x)))
                - Stirling.LogLessDigammaFall(1 / spread, n));
        }

        return sum / 2;
    }

    /// <summary>Log-likelihood without the binomial coefficients.</summary>
    /// <param name="mean">μ, in (0, 1).</param>
    /// <param name="spread">θ, at least 0.</param>
    public double Value(double mean, double spread) =>
        areas.Sum(area => Rising(mean, spread, area.Cases) + Rising(1 - mean, spread, area.People - area.Cases) - Rising(1, spread, area.People));

    /// <summary>Derivative of the log-likelihood by μ, times μ(1 − μ).</summary>
    double MeanSlope(double mean, double spread)
    {
        var others = 1 - mean;
        var sum = 0.0;
        foreach (var (x, n) in areas)
        {
            var excess = x - (n * mean);
            var all = 1 + (n * spread);
            var (first, second) = (excess * spread / (mean * all), -excess * spread / (others * all));
            sum += Relative(x, mean, spread, all, first, 0) - Relative(n - x, others, spread, all, second, 0)
                + Stirling.LogLessDigammaFall(mean / spread, x) - Stirling.LogLessDigammaFall(others / spread, n - x);
        }

        return sum / spread * mean * others;
    }

    /// <summary>ln((share + count·θ)/(share·(1 + nθ))) less <paramref name="less"/>, where the ratio is 1 + <paramref name="difference"/>.</summary>
    static double Relative(double count, double share, double spread, double all, double difference, double less) =>
        difference is < -0.3 or > 0.5 ? Math.Log((share + (count * spread)) / share / all) - less
        : less == 0 ? Elementary.LogOnePlus(difference) : Elementary.LogOnePlusLess(difference);

    /// <summary>Σ ln(share + jθ) over j = 0 … count − 1, less what is the same for all parts of an area.</summary>
    static double Rising(double share, double spread, double count)
    {
        if (count == 0)
        {
            return 0;
        }

        if (spread == 0)
        {
            return count * Math.Log(share);
        }

        var z = share / spread;
        return (count * Math.Log(share)) + ((z + count - 0.5) * Elementary.LogOnePlus(count / z)) + Stirling.Remainder(z + count) - Stirling.Remainder(z);
    }
}
