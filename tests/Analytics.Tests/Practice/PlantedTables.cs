using Analytics.Practice;
using Analytics.Statistics;

namespace Analytics.Tests.Practice;

/// <summary>Tables of 0 and 1 with known groups, or none.</summary>
static class PlantedTables
{
    /// <summary>Units use each method with one probability.</summary>
    public static double[][] Noise(int units, int methods, double density, int seed) => Make(units, methods, seed, (_, _) => density);

    /// <summary>Unit i belongs to group i mod 3, which uses its own third of the methods at 85 % and others at 5 %.</summary>
    public static double[][] ThreeGroups(int units, int methods, int seed) => Make(units, methods, seed, (unit, method) => unit % 3 == method % 3 ? 0.85 : 0.05);

    public static FeatureTable Table(double[][] rows) => new(
        [.. rows.Select((_, unit) => FormattableString.Invariant($"unit {unit:000}"))],
        [.. rows[0].Select((_, method) => FormattableString.Invariant($"method {method}"))],
        rows);

    static double[][] Make(int units, int methods, int seed, Func<int, int, double> share)
    {
        var random = new RandomStream(seed, 77);
        return [.. Enumerable.Range(0, units).Select(unit => Enumerable.Range(0, methods).Select(method => random.Uniform() < share(unit, method) ? 1.0 : 0).ToArray())];
    }
}
