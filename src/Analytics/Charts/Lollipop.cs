using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Charts;

/// <summary>Risk and protection of one municipality.</summary>
/// <param name="Groups">Factors that belong together, from the top.</param>
/// <param name="Benchmark">What the municipality is compared with.</param>
/// <param name="Level">How certain a difference must be.</param>
public sealed record LollipopProfile(IReadOnlyList<LollipopGroup> Groups, Benchmark Benchmark, FlagLevel Level)
{
    /// <summary>All factors in reading order: group by group, risk before protection.</summary>
    public IEnumerable<LollipopRow> Rows => Groups.SelectMany(x => x.Risk.Concat(x.Protection));

    /// <summary>The factors farthest from the benchmark, certain differences first, as many as fit, in one group. One half may be full while the other still has room.</summary>
    internal LollipopProfile Fitting(Func<LollipopProfile, bool> fits)
    {
        var fitting = this with { Groups = [new LollipopGroup("", "", [], [])] };
        foreach (var row in Rows.OrderByDescending(x => x.IsFlagged).ThenByDescending(x => x.Place is { } place ? Math.Abs(place) : -1))
        {
            var group = fitting.Groups[0];
            var next = fitting with { Groups = [row.Indicator.Role == Role.Risk ? group with { Risk = [.. group.Risk, row] } : group with { Protection = [.. group.Protection, row] }] };
            fitting = fits(next) ? next : fitting;
        }

        return fitting;
    }
}

/// <summary>Factors that belong together: a domain of the child's life, or a part of a theory.</summary>
/// <param name="Heading">Its name.</param>
/// <param name="Explanation">What it means, in one line; empty for nothing.</param>
/// <param name="Risk">Its risk factors, from the top.</param>
/// <param name="Protection">Its protective factors, from the top.</param>
public sealed record LollipopGroup(string Heading, string Explanation, IReadOnlyList<LollipopRow> Risk, IReadOnlyList<LollipopRow> Protection);

/// <summary>A factor of the municipality.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Period">Year of its value.</param>
/// <param name="Area">Code of the municipality.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Cell">Its value, or why there is none.</param>
/// <param name="Comparison">Its comparison; null where none is made.</param>
/// <param name="Distance">Its distance to the benchmark; null where there is no benchmark or no spread.</param>
public sealed record LollipopRow(Indicator Indicator, Period Period, string Area, string AreaName, Cell Cell, Comparison? Comparison, SpreadDistance? Distance)
{
    /// <summary>Whether the value certainly differs from its benchmark.</summary>
    public bool IsFlagged => Comparison is { Verdict: not Verdict.Similar };

    /// <summary>
    /// Whether higher values lie to the left. The worse side is to the left, the better to the right; without judgement more of a risk factor lies to the left and more of another factor to the right,
    /// so that outwards is always more.
    /// </summary>
    public bool Mirrored => Indicator.Polarity == Polarity.HigherWorse || (Indicator.Polarity == Polarity.None && Indicator.Role == Role.Risk);

    /// <summary>The distance as it is drawn: below 0 to the left; null where there is none.</summary>
    public double? Place => Distance is { } distance ? (Mirrored ? -distance.Value : distance.Value) : null;
}
