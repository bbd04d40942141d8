using System.Diagnostics;
using System.Globalization;
using Analytics.Practice;

namespace Benchmarks;

/// <summary>k-means on tables of 0 and 1, which are written to a folder so that clustering.py can read the same.</summary>
static class ClusterFits
{
    /// <summary>Fits each table for each number of clusters and prints a line for each.</summary>
    public static void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine("table k inertia seconds restarts");
        foreach (var (units, methods, numbers) in new[] { (13, 40, new[] { 2, 3, 4 }), (290, 60, [2, 3, 5, 10]), (50_000, 120, [2, 5, 10]) })
        {
            foreach (var groups in new[] { 1, 5 })
            {
                var name = FormattableString.Invariant($"{units}x{methods}-{(groups == 1 ? "noise" : "groups")}");
                var random = new Random(units + groups);
                var rows = Enumerable.Range(0, units).Select(_ => Row(methods, groups, random)).ToArray();
                File.WriteAllBytes(Path.Combine(folder, name + ".u8"), [.. rows.SelectMany(row => row.Select(value => (byte)value))]);
                foreach (var clusters in numbers)
                {
                    var watch = Stopwatch.StartNew();
                    var fit = KMeans.Fit(rows, clusters);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {clusters} {fit.Inertia:R} {watch.Elapsed.TotalSeconds:0.000} {fit.Restarts}"));
                }
            }
        }
    }

    // Without groups each method is used by 30 %; with groups by 60 % of one group and 15 % of the others.
    static double[] Row(int methods, int groups, Random random)
    {
        var group = random.Next(groups);
        return [.. Enumerable.Range(0, methods).Select(method => random.NextDouble() < (groups == 1 ? 0.3 : method % groups == group ? 0.6 : 0.15) ? 1.0 : 0)];
    }
}
