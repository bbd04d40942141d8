using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Inertias of the observed table and of tables without structure, all searched in the same way, so that a better search is not taken for structure.</summary>
sealed class NullFits
{
    // A table whose rows fall into the clusters exactly has inertia 0, which has no logarithm.
    const double Floor = 1e-12;

    // With so many of the first tables at least as structured, the rest is not asked: that makes no table pass that would not have passed.
    const int Few = 49;
    const double Clear = 0.1;

    readonly StudySample _sample;
    readonly StudyRandom _random;
    readonly ClusterOptions _options;
    readonly int _most;
    readonly StudyProgress _progress;

    public NullFits(StudySample sample, int most, StudyRandom random, ClusterOptions options, StudyProgress progress)
    {
        (_sample, _most, _random, _options, _progress) = (sample, most, random, options, progress);
        Observed = Inertias(sample.Rows, random.Stream(StudyPurpose.Observed, 0), progress.Cancellation);
    }

    /// <summary>Logarithm of the observed inertia of 1, 2, … clusters.</summary>
    public double[] Observed { get; }

    /// <summary>How often permuted tables are as structured as the observed one.</summary>
    /// <remarks>
    /// Structure is the largest, over the numbers of clusters, of the fall of the logarithm of the inertia below its mean, in standard deviations over all tables, the observed one among them:
    /// without groups every table is as likely to be the most structured one.
    /// </remarks>
    public double PermutationP()
    {
        var few = Tables(0, Few, StudyPurpose.Permutation, NullTables.Permuted);
        var p = P([.. few, Observed]);
        return p > Clear ? p : P([.. few, .. Tables(Few, _sample.Permutations, StudyPurpose.Permutation, NullTables.Permuted), Observed]);
    }

    // The observed table is the last.
    double P(double[][] tables)
    {
        var structure = new double[tables.Length];
        for (var k = 1; k < _most; k++)
        {
            double[] column = [.. tables.Select(table => table[k])];
            var mean = column.Average();
            var deviation = Math.Sqrt(column.Select(x => (x - mean) * (x - mean)).Average());
            for (var table = 0; table < tables.Length; table++)
            {
                structure[table] = Math.Max(structure[table], deviation > 1e-12 ? (mean - column[table]) / deviation : 0);
            }
        }

        return (double)structure.Count(value => value >= structure[^1]) / structure.Length;
    }

    /// <summary>The gap of 1, 2, … clusters.</summary>
    public GapEstimate[] Gaps()
    {
        var tables = Tables(0, _options.GapTables, StudyPurpose.Gap, _sample.IsBinary ? NullTables.Drawn : NullTables.Permuted);
        return [.. Enumerable.Range(0, _most).Select(k => GapStatistic.Of(Math.Exp(Observed[k]), [.. tables.Select(table => Math.Exp(table[k]))]))];
    }

    double[][] Tables(int from, int to, StudyPurpose purpose, Func<IReadOnlyList<double[]>, RandomStream, double[][]> make)
    {
        var tables = new double[to - from][];
        _progress.ForEach(tables.Length, _options.MaxDegreeOfParallelism, i =>
        {
            var random = _random.Stream(purpose, from + i);
            tables[i] = Inertias(make(_sample.Rows, random), random, _progress.Cancellation);
        });
        return tables;
    }

    double[] Inertias(IReadOnlyList<double[]> rows, RandomStream random, CancellationToken cancellation)
    {
        var distinct = DistinctRows.Of(rows);
        var inertias = new double[_most];
        for (var k = 1; k <= _most; k++)
        {
            inertias[k - 1] = KMeansSearch.Best(distinct, k, k == 1 ? 1 : _sample.Starts, random, cancellation).Inertia;
        }

        // A table drawn with equal rows only has no inertia at all.
        var least = Math.Max(inertias[0], 1e-300) * Floor;
        return [.. inertias.Select(value => Math.Log(Math.Max(value, least)))];
    }
}
