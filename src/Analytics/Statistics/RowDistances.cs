using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Statistics;

/// <summary>Distances between the rows of one table. The same bits on every processor.</summary>
sealed class RowDistances
{
    readonly int _stride;
    readonly double[] _values;
    readonly ulong[] _bits;
    readonly RowDistance _kind;

    /// <param name="rows">Rows of one length, finite; for Jaccard of 0 and 1 only.</param>
    /// <param name="kind">The distance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is neither 0 nor 1 where the distance is Jaccard's.</exception>
    public RowDistances(IReadOnlyList<double[]> rows, RowDistance kind)
    {
        _kind = kind;
        var width = rows[0].Length;
        if (kind == RowDistance.Jaccard)
        {
            _stride = (width + 63) / 64;
            _values = [];
            _bits = new ulong[rows.Count * _stride];
            for (var i = 0; i < rows.Count; i++)
            {
                Pack(rows[i], _bits.AsSpan(i * _stride, _stride));
            }
        }
        else
        {
            // Padded with zeros to whole vectors, which add nothing to a distance.
            _stride = (width + 3) / 4 * 4;
            _bits = [];
            _values = new double[rows.Count * _stride];
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i].CopyTo(_values, i * _stride);
            }
        }
    }

    /// <summary>The distance of two rows, at least 0.</summary>
    public double Between(int first, int second)
    {
        if (_kind == RowDistance.Euclidean)
        {
            return Math.Sqrt(Squared(_values.AsSpan(first * _stride, _stride), _values.AsSpan(second * _stride, _stride)));
        }

        var (either, both) = (0, 0);
        for (var word = 0; word < _stride; word++)
        {
            var (a, b) = (_bits[(first * _stride) + word], _bits[(second * _stride) + word]);
            either += BitOperations.PopCount(a | b);
            both += BitOperations.PopCount(a & b);
        }

        return either == 0 ? 0 : (double)(either - both) / either;
    }

    /// <summary>The squared Euclidean distance of two rows whose length is a multiple of four.</summary>
    // Four lanes whatever the processor has, and no fused operations: wider ones would round differently.
    internal static double Squared(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var a = MemoryMarshal.Cast<double, Vector256<double>>(first);
        var b = MemoryMarshal.Cast<double, Vector256<double>>(second);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - b[i];
            sum += difference * difference;
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }

    static void Pack(double[] row, Span<ulong> bits)
    {
        for (var j = 0; j < row.Length; j++)
        {
            if (row[j] is not (0 or 1))
            {
                throw new ArgumentOutOfRangeException(nameof(row), "Jaccard's distance is of rows of 0 and 1 only; found another number.");
            }

            bits[j / 64] |= row[j] == 1 ? 1UL << (j % 64) : 0;
        }
    }
}
