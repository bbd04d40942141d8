using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>How many flags an overview would show by chance alone, if no municipality differed from its benchmark.</summary>
public static class FalseFlags
{
    /// <summary>
    /// The chance that one comparison is flagged without a true difference. An interval is judged against a benchmark as if that were certain; where it is
    /// other people's answers its own uncertainty makes a flag more likely, and where it holds the municipality less. With r the share of sizes, the difference
    /// has (1 + r) or (1 − r) times the variance of the municipality's own value.
    /// </summary>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="value">Its value for the municipality.</param>
    /// <returns>A probability; 0 by <see cref="FlagLevel.FalseDiscovery"/>, whose false flags are counted per flag.</returns>
    public static double Chance(FlagLevel level, Benchmark benchmark, BenchmarkValue value)
    {
        if (level == FlagLevel.FalseDiscovery)
        {
            return 0;
        }

        var inflation = benchmark.IsFixed ? 1 - Math.Min(1, value.Share) : 1 + value.Share;
        return inflation <= 0 ? 0 : Probability.NormalTwoSided(Quantile.Normal(Confidence.Tail(FlagLevels.Confidence(level))) / Math.Sqrt(inflation));
    }

    /// <summary>The expected number of false flags of an overview.</summary>
    /// <param name="level">How certain a difference must be.</param>
    /// <param name="chances">The chance of each comparison made; see <see cref="Chance"/>.</param>
    /// <param name="flagged">How many are flagged.</param>
    /// <returns>The sum of the chances; by <see cref="FlagLevel.FalseDiscovery"/> at most one in twenty of the flags.</returns>
    public static double Expected(FlagLevel level, IEnumerable<double> chances, int flagged) =>
        level == FlagLevel.FalseDiscovery ? FlagLevels.FalseDiscoveryRate * flagged : chances.Sum();
}
