using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>A partition of distinct rows that is made better in double precision until no single row can move.</summary>
sealed class KMeansRefinement
{
    // Moves that gain less than this share of the row's own cost are rounding.
    const double Least = 1e-12;
    const int MostPasses = 300;

    // Single moves go on from where these end, in fewer passes than Lloyd would need.
    const int LloydPasses = 5;

    readonly DistinctRows _rows;
    readonly double[] _centres;
    readonly long[] _sizes;

    KMeansRefinement(DistinctRows rows, double[] centres)
    {
        (_rows, _centres) = (rows, centres);
        Clusters = centres.Length / rows.Stride;
        _sizes = new long[Clusters];
        Labels = new int[rows.Count];
    }

    /// <summary>Number of clusters, none empty.</summary>
    public int Clusters { get; }

    /// <summary>The cluster of each distinct row.</summary>
    public int[] Labels { get; }

    /// <summary>Sum of squared distances of all rows, with repeats, to the mean of their cluster.</summary>
    public double Inertia { get; private set; }

    /// <summary>A few of Lloyd's iterations, then Hartigan's single moves until none gains.</summary>
    /// <param name="rows">Distinct rows, at least as many as there are clusters.</param>
    /// <param name="centres">Centres to start from, padded as the rows. Changed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <remarks>Source: Hartigan &amp; Wong (1979), Applied Statistics 28: 100–108; Telgarsky &amp; Vattani (2010), AISTATS: optima of single moves are among Lloyd's.</remarks>
    public static KMeansRefinement From(DistinctRows rows, double[] centres, CancellationToken cancellation)
    {
        var fit = new KMeansRefinement(rows, centres);
        Array.Fill(fit.Labels, -1);
        for (var pass = 0; pass < LloydPasses && fit.Assign(); pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            fit.Centre();
        }

        for (var pass = 0; pass < MostPasses && fit.Move(); pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            fit.Centre();
        }

        fit.Sum();
        return fit;
    }

    /// <summary>The mean of a cluster, without padding.</summary>
    public double[] Mean(int cluster) => CentreOf(cluster)[.._rows.Width].ToArray();

    Span<double> CentreOf(int cluster) => _centres.AsSpan(cluster * _rows.Stride, _rows.Stride);

    bool Assign()
    {
        var changed = false;
        Array.Clear(_sizes);
        for (var i = 0; i < Labels.Length; i++)
        {
            var row = _rows.Row(i);
            var (nearest, lowest) = (0, double.PositiveInfinity);
            for (var cluster = 0; cluster < Clusters; cluster++)
            {
                var distance = RowDistances.Squared(row, CentreOf(cluster));
                if (distance < lowest)
                {
                    (nearest, lowest) = (cluster, distance);
                }
            }

            changed |= Labels[i] != nearest;
            Labels[i] = nearest;
            _sizes[nearest] += _rows.Weights[i];
        }

        for (var cluster = 0; cluster < Clusters; cluster++)
        {
            if (_sizes[cluster] == 0)
            {
                Fill(cluster);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>An empty cluster takes the row that costs most and is not alone.</summary>
    void Fill(int cluster)
    {
        var (farthest, highest) = (-1, -1.0);
        for (var i = 0; i < Labels.Length; i++)
        {
            var cost = _rows.Weights[i] * RowDistances.Squared(_rows.Row(i), CentreOf(Labels[i]));
            if (_sizes[Labels[i]] > _rows.Weights[i] && cost > highest)
            {
                (farthest, highest) = (i, cost);
            }
        }

        _sizes[Labels[farthest]] -= _rows.Weights[farthest];
        _sizes[cluster] = _rows.Weights[farthest];
        Labels[farthest] = cluster;
        _rows.Row(farthest).CopyTo(CentreOf(cluster));
    }

    void Centre()
    {
        Array.Clear(_centres);
        for (var i = 0; i < Labels.Length; i++)
        {
            Add(CentreOf(Labels[i]), _rows.Row(i), _rows.Weights[i]);
        }

        for (var cluster = 0; cluster < Clusters; cluster++)
        {
            var centre = CentreOf(cluster);
            for (var j = 0; j < centre.Length; j++)
            {
                centre[j] /= _sizes[cluster];
            }
        }
    }

    /// <summary>Each row goes where it lowers the inertia most, the centres following at once.</summary>
    bool Move()
    {
        var moved = false;
        for (var i = 0; i < Labels.Length; i++)
        {
            double weight = _rows.Weights[i];
            var own = Labels[i];
            var row = _rows.Row(i);
            if (_sizes[own] == _rows.Weights[i])
            {
                continue;
            }

            var leaving = _sizes[own] * weight / (_sizes[own] - weight) * RowDistances.Squared(row, CentreOf(own));
            var (best, lowest) = (own, leaving * (1 - Least));
            for (var cluster = 0; cluster < Clusters; cluster++)
            {
                if (cluster != own && _sizes[cluster] * weight / (_sizes[cluster] + weight) * RowDistances.Squared(row, CentreOf(cluster)) is var joining && joining < lowest)
                {
                    (best, lowest) = (cluster, joining);
                }
            }

            if (best != own)
            {
                Add(CentreOf(own), row, -weight / (_sizes[own] - weight), towards: true);
                Add(CentreOf(best), row, weight / (_sizes[best] + weight), towards: true);
                _sizes[own] -= _rows.Weights[i];
                _sizes[best] += _rows.Weights[i];
                Labels[i] = best;
                moved = true;
            }
        }

        return moved;
    }

    void Sum()
    {
        Centre();
        Inertia = 0;
        for (var i = 0; i < Labels.Length; i++)
        {
            Inertia += _rows.Weights[i] * RowDistances.Squared(_rows.Row(i), CentreOf(Labels[i]));
        }
    }

    static void Add(Span<double> target, ReadOnlySpan<double> row, double factor, bool towards = false)
    {
        for (var j = 0; j < target.Length; j++)
        {
            target[j] += factor * (towards ? row[j] - target[j] : row[j]);
        }
    }
}
