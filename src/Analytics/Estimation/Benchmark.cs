using System.Globalization;

namespace Analytics.Estimation;

/// <summary>What a municipality is compared with.</summary>
public enum BenchmarkKind
{
    /// <summary>Its county without the municipality itself, so that a large one is not compared with its own shadow.</summary>
    RestOfCounty,
    /// <summary>Its county as a whole.</summary>
    County,
    /// <summary>The nation, where the release holds it.</summary>
    Nation,
    /// <summary>Municipalities of the release with about as many children, taken together.</summary>
    Similar,
    /// <summary>The municipality itself some years before.</summary>
    Earlier,
}

/// <summary>A benchmark; of the municipality itself with the number of years before.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="YearsBefore">For <see cref="BenchmarkKind.Earlier"/> at least 1, otherwise 0.</param>
public readonly record struct Benchmark(BenchmarkKind Kind, int YearsBefore = 0)
{
    static readonly string[] Codes = ["rest_of_county", "county", "nation", "similar", "earlier"];

    /// <summary>Whether the benchmark stands for itself; otherwise it has the uncertainty of other people's answers.</summary>
    public bool IsFixed => Kind is BenchmarkKind.County or BenchmarkKind.Nation;

    /// <summary>The code in files and addresses: <c>rest_of_county</c>, <c>county</c>, <c>nation</c>, <c>similar</c>, <c>earlier_3</c>.</summary>
    public string Code => Kind == BenchmarkKind.Earlier ? string.Create(CultureInfo.InvariantCulture, $"{Codes[(int)Kind]}_{YearsBefore}") : Codes[(int)Kind];
}

/// <summary>A benchmark's value for one municipality's cell.</summary>
/// <param name="Value">In the unit of the estimate.</param>
/// <param name="Totals">The sums behind it, where they are other people's answers or another year's; null for a benchmark that is taken as it stands.</param>
/// <param name="Share">Size of the municipality in parts of the benchmark's size: above 0; below 1 where the benchmark holds it. 0 where not known.</param>
public sealed record BenchmarkValue(double Value, Totals? Totals, double Share);
