using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>Where each area may stand among the others, lowest value first. A single rank is never given.</summary>
public static class Ranking
{
    /// <summary>The ranks that estimates may have among those that have an interval.</summary>
    /// <param name="estimates">One per area; null where there is no value.</param>
    /// <param name="indicator">What is measured.</param>
    /// <param name="confidence">Level as a fraction in (0, 1).</param>
    /// <returns>One range per area, in the order given; null without a value or an uncertainty.</returns>
    /// <remarks>Unweighted shares by their counts, all else by values and standard errors. See docs/methods/rank-interval.md.</remarks>
    public static IReadOnlyList<RankRange?> Of(IReadOnlyList<Estimate?> estimates, Indicator indicator, double confidence = Estimate.Confidence)
    {
        var errors = estimates.Select(x => x is null ? null : SeriesTrend.StandardError(x)).ToArray();
        var ranked = Enumerable.Range(0, estimates.Count).Where(i => errors[i] > 0).ToArray();
        var ranges = new RankRange?[estimates.Count];
        if (ranked.Length == 0)
        {
            return ranges;
        }

        var counted = indicator.Measure == Measure.Proportion && ranked.All(i => estimates[i] is { Method: EstimateMethod.Wilson, Numerator: not null, Denominator: not null });
        var found = counted
            ? RankInterval.OfProportions([.. ranked.Select(i => estimates[i]!.Numerator!.Value)], [.. ranked.Select(i => estimates[i]!.Denominator!.Value)], confidence)
            : RankInterval.OfEstimates([.. ranked.Select(i => estimates[i]!.Value)], [.. ranked.Select(i => errors[i]!.Value)], confidence);
        for (var i = 0; i < ranked.Length; i++)
        {
            ranges[ranked[i]] = found[i];
        }

        return ranges;
    }
}
