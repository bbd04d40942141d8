using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>The partitions of a study with everything that is shown of them.</summary>
sealed class PartitionStudy(StudyRows rows, StudySample sample, StudyRandom random, ClusterOptions options, StudyProgress progress)
{
    const int MostCompared = 5000;
    const int Compared = 1000;

    /// <summary>Partitions into 2, 3, … clusters, and the number of units that silhouettes are measured against.</summary>
    public (IReadOnlyList<ClusterPartition> Partitions, int SilhouetteRows) Of(int most, GapEstimate[] gaps)
    {
        var fits = new KMeansFit[most - 1];
        progress.ForEach(fits.Length, 1, i =>
            fits[i] = KMeans.Fit(rows.Values, i + 2, new KMeansOptions { Seed = options.Seed, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism }, progress.Cancellation));
        var stability = new StabilityStudy(sample, random, options, progress);
        var (observed, expected) = (stability.Observed([.. fits.Select(fit => fit.Labels)]), stability.Expected(most));
        var compared = rows.Units.Length > MostCompared ? random.Sample(StudyPurpose.Silhouettes, rows.Units.Length, Compared) : [.. Enumerable.Range(0, rows.Units.Length)];
        var widths = Widths(fits, compared, RowDistance.Euclidean);
        var jaccard = rows.IsBinary ? Widths(fits, compared, RowDistance.Jaccard) : null;
        var swings = Swings(fits);
        var partitions = fits.Select((fit, i) => new ClusterPartition(
            i + 2,
            [.. fit.Labels.Select(label => label + 1)],
            widths[i],
            fit.Inertia,
            widths[i].Average(),
            jaccard?[i].Average(),
            ClusterQuality.CalinskiHarabasz(rows.Values, fit.Labels),
            ClusterQuality.DaviesBouldin(rows.Values, fit.Labels),
            gaps[i + 1].Gap,
            gaps[i + 1].Error,
            Groups(fit.Labels, widths[i], observed[i], expected[i]),
            FeatureMarks.Of(rows, fit.Labels, i + 2),
            swings[i]));
        return ([.. partitions], compared.Length);
    }

    double[][] Widths(KMeansFit[] fits, int[] compared, RowDistance distance) =>
        Silhouette.Against(compared, new RowDistances(rows.Values, distance), [.. fits.Select(fit => LabelledRows.Of(rows.Values, fit.Labels))], options.MaxDegreeOfParallelism, progress.Cancellation);

    static ClusterStability[] Groups(IReadOnlyList<int> labels, double[] widths, double[] jaccard, (double Mean, double Upper) expected) =>
        [.. labels.Zip(widths).GroupBy(unit => unit.First, unit => unit.Second).OrderBy(group => group.Key)
            .Select(group => new ClusterStability(group.Key + 1, group.Count(), group.Average(), jaccard[group.Key], expected.Mean, expected.Upper))];

    int[][] Swings(KMeansFit[] fits)
    {
        var units = rows.Units.Length;
        if (units > StudySample.Most)
        {
            return [.. fits.Select(_ => Array.Empty<int>())];
        }

        // New starts for each left-out unit only where that is quick; the centres of the whole are always tried.
        var starts = units <= 40 ? 3 : 1;
        var found = new int[units][][];
        progress.ForEach(units, options.MaxDegreeOfParallelism, leftOut => found[leftOut] =
            [.. fits.Select((fit, i) => SwingUnits.Without(leftOut, rows.Values, fit, starts, random.Stream(StudyPurpose.LeftOut, (leftOut << 4) | i), progress.Cancellation).ToArray())]);
        return [.. fits.Select((_, i) => found.SelectMany(one => one[i]).Distinct().Order().ToArray())];
    }
}
