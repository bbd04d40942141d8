using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>Tests that are made together, so that false flags are counted over all of them (Benjamini–Hochberg at q = 0.05).</summary>
/// <remarks>See docs/methods/false-discovery.md.</remarks>
public sealed class TestFamily
{
    const double Rate = FlagLevels.FalseDiscoveryRate;

    readonly double? critical;

    /// <summary>A family.</summary>
    /// <param name="pValues">The p-values of all tests in it, in any order; may be empty.</param>
    public TestFamily(IReadOnlyList<double> pValues)
    {
        Count = pValues.Count;
        critical = Count == 0 ? null : FalseDiscovery.CriticalValue(pValues, Rate);
        Flagged = critical is { } largest ? pValues.Count(x => x <= largest) : 0;
    }

    /// <summary>Number of tests.</summary>
    public int Count { get; }

    /// <summary>Number of tests that are flagged.</summary>
    public int Flagged { get; }

    /// <summary>Whether a test of the family is flagged.</summary>
    public bool IsFlagged(double pValue) => pValue <= critical;

    /// <summary>
    /// The p-value up to which a test would be flagged, the others being as they are: q·R/m for a flagged one of R, and q·(R + 1)/m for another,
    /// which is enough, though in rare cases a little more would do.
    /// </summary>
    public double Threshold(bool isFlagged) => Rate * Math.Max(1, isFlagged ? Flagged : Flagged + 1) / Math.Max(1, Count);
}
