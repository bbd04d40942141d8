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
        var features = new Feature[rows.Features.Length];
        Parallel.For(0, features.Length, feature => features[feature] = Feature.Of(rows, feature, labels, clusters));
        ClusterMark[] marks =
        [
            .. from cluster in Enumerable.Range(0, clusters)
               from feature in Enumerable.Range(0, features.Length)
               select features[feature].Mark(rows.Features[feature], cluster),
        ];
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. marks.Select(mark => mark.P)]);
        return [.. marks.Select((mark, i) => mark with { Q = adjusted[i] }).GroupBy(mark => mark.Cluster)
            .SelectMany(group => group.OrderBy(mark => mark.P).ThenByDescending(mark => Math.Abs(mark.Share - mark.ShareElsewhere)).Where((mark, i) => i < Clearest || mark.Q <= Rate))];
    }

    /// <summary>A feature summed over the units of each cluster.</summary>
    /// <param name="Counts">Units per cluster.</param>
    /// <param name="Sums">Sum of the values.</param>
    /// <param name="Centre">Mean of all values.</param>
    /// <param name="Deviations">Sum of the distances to it.</param>
    /// <param name="Squares">Sum of their squares.</param>
    /// <param name="IsBinary">Whether all values are 0 or 1.</param>
    sealed record Feature(int[] Counts, double[] Sums, double Centre, double[] Deviations, double[] Squares, bool IsBinary)
    {
        public static Feature Of(StudyRows rows, int feature, IReadOnlyList<int> labels, int clusters)
        {
            var found = new Feature(new int[clusters], new double[clusters], rows.Values.Average(row => row[feature]), new double[clusters], new double[clusters], rows.Values.All(row => row[feature] is 0 or 1));
            for (var unit = 0; unit < labels.Count; unit++)
            {
                var (cluster, value) = (labels[unit], rows.Values[unit][feature]);
                var deviation = value - found.Centre;
                found.Counts[cluster]++;
                found.Sums[cluster] += value;
                found.Deviations[cluster] += deviation;
                found.Squares[cluster] += deviation * deviation;
            }

            return found;
        }

        public ClusterMark Mark(string name, int cluster)
        {
            var (inside, outside) = (Counts[cluster], Counts.Sum() - Counts[cluster]);
            var (share, elsewhere) = (Sums[cluster] / inside, (Sums.Sum() - Sums[cluster]) / outside);
            var p = IsBinary ? FisherExact.Test(new FourfoldTable((long)Sums[cluster], inside - (long)Sums[cluster], (long)(Sums.Sum() - Sums[cluster]), outside - (long)(Sums.Sum() - Sums[cluster])))
                : inside < 2 || outside < 2 ? 1
                : MeanTest.Welch(
                    share, Variance(Deviations[cluster], Squares[cluster], inside), inside,
                    elsewhere, Variance(Deviations.Sum() - Deviations[cluster], Squares.Sum() - Squares[cluster], outside), outside).PValue;
            return new ClusterMark(cluster + 1, name, share, elsewhere, elsewhere > 0 ? share / elsewhere : null, p, 1);
        }

        static double Variance(double deviations, double squares, int count) => Math.Max(0, squares - (deviations * deviations / count)) / (count - 1);
    }
}
