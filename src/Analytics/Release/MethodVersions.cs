namespace Analytics.Release;

/// <summary>The methods behind the numbers of a release and their versions; a version changes when a published number could change.</summary>
static class MethodVersions
{
    /// <summary>Version by method name, in a fixed order, of a release that is protected so.</summary>
    /// <param name="protection">A name of <see cref="ProtectionMode"/>.</param>
    public static IReadOnlyDictionary<string, string> Of(string protection) => protection == ProtectionMode.Rounding
        ? new SortedDictionary<string, string>(All.ToDictionary(), StringComparer.Ordinal)
        {
            ["disclosure"] = "small count rounding by threshold accepting; means withheld as by suppression and coarse: 1",
        }
        : All;

    /// <summary>Version by method name, in a fixed order; of protection by suppression.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["comparison"] = "interval excludes benchmark at 95 and 99.8 %; score, exact conditional and Welch tests with Benjamini-Hochberg: 2",
        ["collaboration"] = "ties on three answers, regular from a mean of 2; betweenness at distance 1/strength, largest eigenvector centrality 1, best modularity: 1",
        ["disclosure"] = "cheapest pattern by integer program and cutting planes, proved by whole tables: 2",
        ["follow_up"] = "Wilson; few organisations withheld, and what would tell them: 1",
        ["groups"] = "ML.NET k-means refined in double precision, judged against permuted columns: 1",
        ["mean"] = "Student t with effective size: 1",
        ["proportion"] = "Wilson, effective size for weights: 1",
        ["pooling"] = "three years, sums of shown cells: 1",
        ["rate"] = "Byar from 10 events, exact Poisson below: 1",
        ["similar"] = "half to twice as many children, at most five: 1",
        ["trend"] = "five points, weighted slope, chi-squared at 99.8 % and stable sign: 1",
    };
}
