using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>How large a difference from a benchmark would have had to be to be certain: the interval or test that decides, turned around.</summary>
static class SmallestDifference
{
    /// <summary>The distance, on one side of the benchmark.</summary>
    /// <param name="totals">Sums of the compared value; only its size (for a mean its spread too) plays a role.</param>
    /// <param name="comparison">What it is compared with, and how certain a difference must be.</param>
    /// <param name="above">The side: above the benchmark, or below.</param>
    /// <param name="measure">What kind of number it is.</param>
    /// <returns>Distance in the unit of the estimate; null where no value of so few people could be certain on that side.</returns>
    public static double? Of(in Totals totals, Comparison comparison, bool above, Measure measure)
    {
        var tail = Confidence.Tail(comparison.Confidence);
        var others = comparison.Level == FlagLevel.FalseDiscovery ? comparison.Against.Totals : null;
        return (measure, others) switch
        {
            (Measure.Proportion, { } other) => Score(totals.Size, comparison.Value, other.Size, above, Quantile.Normal(tail)),
            (Measure.Proportion, _) => Share(totals.Size, comparison.Value, above, comparison.Confidence),
            (Measure.Rate, { } other) => Conditional(totals.Base, other, above, 2 * tail),
            (Measure.Rate, _) => Rate(totals.Base, comparison.Value, above, tail, exact: comparison.Level == FlagLevel.FalseDiscovery),
            (Measure.Mean, _) when TotalsEstimate.Variance(totals) is { } variance => Mean(totals.Size, variance, others, tail),
            _ => null,
        };
    }

    static double? Share(double size, double benchmark, bool above, double confidence)
    {
        // Beside nobody, or everybody, a single person is a certain difference.
        if (benchmark == (above ? 0 : 1))
        {
            return 1 / size;
        }

        var limits = FunnelLimits.Proportion(Math.Clamp(benchmark, 0, 1), size, confidence);
        return above ? (limits.Upper < 1 ? limits.Upper - benchmark : null) : limits.Lower > 0 ? benchmark - limits.Lower : null;
    }

    // (p − b)² = z²·p̄(1 − p̄)(1/n + 1/m) with p̄ = (np + mb)/(n + m): a quadratic in the difference d = p − b, as p̄ = b + d·n/(n + m).
    static double? Score(double size, double benchmark, double otherSize, bool above, double z)
    {
        var weight = size / (size + otherSize);
        var factor = z * z * ((1 / size) + (1 / otherSize));
        var a = 1 + (factor * weight * weight);
        var b = factor * weight * (1 - (2 * benchmark));
        var root = Math.Sqrt((b * b) + (4 * a * factor * benchmark * (1 - benchmark)));
        var distance = ((above ? b : -b) + root) / (2 * a);
        return distance <= (above ? 1 - benchmark : benchmark) ? distance : null;
    }

    // The interval of a rate is Byar's from ten events and exact below, and so is its inverse; the test against a benchmark is exact.
    static double? Rate(long population, double benchmark, bool above, double tail, bool exact)
    {
        var expected = benchmark * population;
        if (expected == 0)
        {
            return above ? 1.0 / population : null;
        }

        var z = Quantile.Normal(tail);
        var events = above
            ? (exact ? null : ByarLimits.Above(expected, z)) ?? FunnelLimits.EventsAbove(expected, tail)
            : (exact ? null : ByarLimits.Below(expected, z)) ?? FunnelLimits.EventsBelow(expected, tail);
        return events > 0 ? Math.Abs(events - expected) / population : null;
    }

    // Events are whole: the first number on that side whose exact conditional test is certain. Away from the benchmark p-values fall, so doubling and halving finds it.
    static double? Conditional(long population, Totals other, bool above, double threshold)
    {
        var expected = (double)other.Cases / other.Base * population;
        bool IsCertain(long events) => RateTest.ExactConditional(events, population, other.Cases, other.Base).PValue <= threshold;
        var (near, far) = above ? ((long)Math.Floor(expected), (long)Math.Floor(expected) + 1) : ((long)Math.Ceiling(expected), (long)Math.Ceiling(expected) - 1);
        for (var step = 1L; far >= 0 && !IsCertain(far); step *= 2)
        {
            (near, far) = (far, above ? far + step : far == 0 ? -1 : Math.Max(0, far - step));
        }

        if (far < 0)
        {
            return null;
        }

        while (Math.Abs(far - near) > 1)
        {
            var middle = near + ((far - near) / 2);
            (near, far) = IsCertain(middle) ? (near, middle) : (middle, far);
        }

        return Math.Abs(far - expected) / population;
    }

    static double? Mean(double size, double variance, Totals? others, double tail)
    {
        if (others is not { } other)
        {
            return variance == 0 ? 0 : Quantile.StudentT(size - 1, tail) * Math.Sqrt(variance / size);
        }

        if (TotalsEstimate.Variance(other) is not { } otherVariance)
        {
            return null;
        }

        // Welch's degrees of freedom do not depend on the difference.
        var (own, rest) = (variance / size, otherVariance / other.Size);
        var freedom = (own + rest) * (own + rest) / ((own * own / (size - 1)) + (rest * rest / (other.Size - 1)));
        return own + rest == 0 ? 0 : Quantile.StudentT(freedom, tail) * Math.Sqrt(own + rest);
    }
}
