using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>What marks the clusters of a partition.</summary>
static class FeatureMarks
{
    const int Clearest = 3;
    const double Rate = 0.05;

    /// <summary>The marks: by cluster, then by p-value.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="labels">The cluster of each unit, from 0.</param>
    /// <param name="clusters">Number of clusters.</param>
    public static IReadOnlyList<ClusterMark> Of(StudyRows rows, IReadOnlyList<int> labels, int clusters)
    {
        var marks = (
            from cluster in Enumerable.Range(0, clusters)
            from feature in Enumerable.Range(0, rows.Features.Length)
            select Mark(rows, labels, cluster, feature)).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. marks.Select(mark => mark.P)]);
        return [.. marks.Select((mark, i) => mark with { Q = adjusted[i] }).GroupBy(mark => mark.Cluster)
            .SelectMany(group => group.OrderBy(mark => mark.P).ThenByDescending(mark => Math.Abs(mark.Share - mark.ShareElsewhere)).Where((mark, i) => i < Clearest || mark.Q <= Rate))];
    }

    static ClusterMark Mark(StudyRows rows, IReadOnlyList<int> labels, int cluster, int feature)
    {
        var (inside, outside) = (new List<double>(), new List<double>());
        for (var unit = 0; unit < labels.Count; unit++)
        {
            (labels[unit] == cluster ? inside : outside).Add(rows.Values[unit][feature]);
        }

        var (share, elsewhere) = (inside.Average(), outside.Average());
        return new ClusterMark(cluster + 1, rows.Features[feature], share, elsewhere, elsewhere > 0 ? share / elsewhere : null, P(inside, outside), 1);
    }

    static double P(List<double> inside, List<double> outside)
    {
        if (inside.Concat(outside).All(value => value is 0 or 1))
        {
            var (here, there) = (inside.Count(value => value == 1), outside.Count(value => value == 1));
            return FisherExact.Test(new FourfoldTable(here, inside.Count - here, there, outside.Count - there));
        }

        return inside.Count < 2 || outside.Count < 2
            ? 1
            : MeanTest.Welch(inside.Average(), Variance(inside), inside.Count, outside.Average(), Variance(outside), outside.Count).PValue;
    }

    static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
