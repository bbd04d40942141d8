namespace Analytics.Statistics;

/// <summary>A directed network whose ties have strengths, some of which may be unknown.</summary>
/// <remarks>A strength of 0 is a tie that is known not to be there. An unknown one says nothing: shares leave it out, everything else reckons without it.</remarks>
public sealed class Network
{
    readonly double?[,] strengths;

    /// <summary>Puts a network together.</summary>
    /// <param name="strengths">Square: row from, column to; finite, at least 0, null where unknown. The diagonal is 0 or null, since nobody has a tie with itself.</param>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A strength is negative or not finite, or the diagonal holds one.</exception>
    public Network(double?[,] strengths)
    {
        ArgumentNullException.ThrowIfNull(strengths);
        Count = strengths.GetLength(0);
        if (strengths.GetLength(1) != Count)
        {
            throw new ArgumentException($"Expected as many columns as rows, found {Count} rows and {strengths.GetLength(1)} columns.", nameof(strengths));
        }

        for (var from = 0; from < Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                Require.InRange(strengths[from, to] ?? 0, 0, from == to ? 0 : double.MaxValue, nameof(strengths));
            }
        }

        this.strengths = (double?[,])strengths.Clone();
    }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    /// <summary>Strength of a tie, at least 0; null where unknown and of a node with itself.</summary>
    public double? this[int from, int to] => from == to ? null : strengths[from, to];

    /// <summary>Strength of a tie; 0 where unknown.</summary>
    public double Strength(int from, int to) => this[from, to] ?? 0;

    /// <summary>Strength between two nodes without direction: the sum of both directions.</summary>
    public double Between(int one, int other) => Strength(one, other) + Strength(other, one);
}
