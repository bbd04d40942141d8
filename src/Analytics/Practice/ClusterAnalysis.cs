using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Whether units form groups by their features: k-means, judged against tables without groups.</summary>
public static class ClusterAnalysis
{
    const int FewUnits = 20;
    const int MostOfFew = 4;

    // One in a hundred tables without any groups passes for structured.
    const double Structured = 0.01;

    /// <summary>Studies the groups of one level.</summary>
    /// <param name="level">What a unit is, for example <c>organisation</c>; passed on.</param>
    /// <param name="table">Units and features; values are taken as they are, so features of different scales are scaled by the caller.</param>
    /// <param name="options">How thoroughly to work; null for the defaults.</param>
    /// <param name="progress">Told the share done, from several threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The study: the same bits for any order of the rows and any number of cores.</returns>
    /// <exception cref="ArgumentException">Names repeat, or rows do not fit the names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>See docs/methods/cluster-study.md.</remarks>
    public static ClusterStudy Of(string level, FeatureTable table, ClusterOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(level);
        options = (options ?? new ClusterOptions()).Checked();
        var rows = StudyRows.Of(table);
        var most = MostClusters(rows, options);
        var study = new ClusterStudy(level, rows.Units, rows.Features, rows.Dropped, ClusterVerdict.None, 0, null, [], [], MatrixOrder.OfFeatures(rows), rows.Units.Length, rows.Units.Length);
        if (most < 2)
        {
            return study with { UnitOrder = MatrixOrder.OfUnits(rows, new int[rows.Units.Length]) };
        }

        var random = new StudyRandom(options.Seed);
        var sample = new StudySample(rows, random, options);
        var swings = rows.Units.Length <= StudySample.Most ? rows.Units.Length : 0;
        var work = new StudyProgress(progress, most - 1 + sample.Permutations + options.GapTables + options.Bootstraps + options.StabilityTables + swings, cancellation);
        var nulls = new NullFits(sample, most, random, options, work);
        var p = nulls.PermutationP();
        var gaps = nulls.Gaps();
        var (partitions, silhouetteRows) = new PartitionStudy(rows, sample, random, options, work).Of(most, gaps);
        var chosen = Proposed(partitions, gaps);
        var isStable = IsFoundAgain(partitions[chosen - 2]) && partitions[chosen - 2].Silhouette > NoSubstantialStructure && GapStatistic.Choose(gaps) > 0;
        var verdict = p > Structured ? ClusterVerdict.None : isStable ? ClusterVerdict.Stable : ClusterVerdict.Weak;
        return study with
        {
            Verdict = verdict,
            Chosen = chosen,
            PermutationP = p,
            Partitions = partitions,
            UnitOrder = MatrixOrder.OfUnits(rows, verdict == ClusterVerdict.None ? new int[rows.Units.Length] : partitions[chosen - 2].Labels),
            SilhouetteRows = silhouetteRows,
            SampledRows = sample.Units.Length,
        };
    }

    /// <summary>The number of clusters of the gap statistic, or the largest below it whose clusters are all found again: few units tempt the gap to one cluster too many.</summary>
    static int Proposed(IReadOnlyList<ClusterPartition> partitions, GapEstimate[] gaps)
    {
        var byGap = GapStatistic.Choose(gaps[1..]) + 2;
        return partitions.Where(partition => partition.Clusters <= byGap && IsFoundAgain(partition)).Select(partition => partition.Clusters).DefaultIfEmpty(byGap).Last();
    }

    /// <summary>Mean silhouette up to which Kaufman and Rousseeuw (1990), Finding Groups in Data, table 2.4, find no substantial structure: units that pass into each other are found again and again, and are no groups.</summary>
    const double NoSubstantialStructure = 0.25;

    static bool IsFoundAgain(ClusterPartition partition) => partition.Groups.All(group => group.Jaccard > group.NullUpper);

    static int MostClusters(StudyRows rows, ClusterOptions options)
    {
        if (rows.Units.Length < 3 || rows.Features.Length == 0)
        {
            return 0;
        }

        var most = rows.Units.Length < FewUnits ? Math.Min(MostOfFew, options.MostClusters) : options.MostClusters;
        return Math.Min(most, Math.Min(DistinctRows.Of(rows.Values).Count, rows.Units.Length - 1));
    }
}
