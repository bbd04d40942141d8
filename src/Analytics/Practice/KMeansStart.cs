using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>First centres for k-means that lie apart.</summary>
static class KMeansStart
{
    /// <summary>Greedy k-means++: each next centre is the best of a few rows drawn by their squared distance to the centres so far.</summary>
    /// <remarks>Source: Arthur &amp; Vassilvitskii (2007), SODA, 1027–1035; 2 + ln k trials as in their own experiments.</remarks>
    public static double[] PlusPlus(DistinctRows rows, int clusters, RandomStream random)
    {
        var centres = new double[clusters * rows.Stride];
        var nearest = new double[rows.Count];
        Array.Fill(nearest, 1);
        var trials = 2 + (int)Math.Log(clusters);
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            var total = 0.0;
            for (var i = 0; i < nearest.Length; i++)
            {
                total += rows.Weights[i] * nearest[i];
            }

            var (best, lowest) = (Array.Empty<double>(), double.PositiveInfinity);
            for (var trial = 0; trial < (cluster == 0 ? 1 : trials); trial++)
            {
                var row = Drawn(rows, nearest, total * random.Uniform());
                var distances = new double[nearest.Length];
                var sum = 0.0;
                for (var i = 0; i < distances.Length; i++)
                {
                    var distance = RowDistances.Squared(rows.Row(i), rows.Row(row));
                    distances[i] = cluster == 0 ? distance : Math.Min(nearest[i], distance);
                    sum += rows.Weights[i] * distances[i];
                }

                if (sum < lowest)
                {
                    (best, lowest) = (distances, sum);
                    rows.Row(row).CopyTo(centres.AsSpan(cluster * rows.Stride));
                }
            }

            nearest = best;
        }

        return centres;
    }

    static int Drawn(DistinctRows rows, double[] nearest, double mark)
    {
        var last = 0;
        for (var i = 0; i < nearest.Length; i++)
        {
            if (nearest[i] > 0)
            {
                last = i;
                mark -= rows.Weights[i] * nearest[i];
                if (mark < 0)
                {
                    break;
                }
            }
        }

        return last;
    }
}
