using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Analytics.Statistics;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Every public statistic has a page in docs/methods that a reader of a figure can be sent to.</summary>
public sealed partial class MethodPagesTests
{
    static readonly Dictionary<string, string> Pages = new()
    {
        ["AdjustedRandIndex.Of"] = "adjusted-rand-index.md",
        ["Agglomeration.Of"] = "agglomeration.md",
        ["AttributableFraction.Population"] = "attributable-fraction.md",
        ["BetaBinomial.Fit"] = "beta-binomial.md",
        ["BetaBinomial.Posterior"] = "beta-binomial.md",
        ["Betweenness.Of"] = "betweenness.md",
        ["ClusterJaccard.Of"] = "cluster-jaccard.md",
        ["ClusterQuality.CalinskiHarabasz"] = "cluster-quality.md",
        ["ClusterQuality.DaviesBouldin"] = "cluster-quality.md",
        ["ClusterQuality.Inertia"] = "cluster-quality.md",
        ["CochranArmitage.Test"] = "cochran-armitage.md",
        ["CronbachAlpha.Of"] = "cronbach-alpha.md",
        ["DifferenceInterval.SquareAndAdd"] = "difference-interval.md",
        ["EffectiveSize.Kish"] = "kish-effective-size.md",
        ["FalseDiscovery.BenjaminiHochberg"] = "false-discovery.md",
        ["FalseDiscovery.CriticalValue"] = "false-discovery.md",
        ["FisherExact.Test"] = "fisher-exact.md",
        ["FivePointTrend.Of"] = "five-point-trend.md",
        ["FunnelLimits.Mean"] = "funnel-limits.md",
        ["FunnelLimits.Proportion"] = "funnel-limits.md",
        ["FunnelLimits.Rate"] = "funnel-limits.md",
        ["FunnelLimits.Ratio"] = "funnel-limits.md",
        ["GapStatistic.Choose"] = "gap-statistic.md",
        ["GapStatistic.Of"] = "gap-statistic.md",
        ["LeafOrder.Cost"] = "leaf-order.md",
        ["LeafOrder.Of"] = "leaf-order.md",
        ["LikelihoodRatio.Test"] = "likelihood-ratio.md",
        ["LogisticRegression.Fit"] = "logistic-regression.md",
        ["LogisticRegression.FitWithInteraction"] = "logistic-regression.md",
        ["MantelHaenszel.OddsRatio"] = "mantel-haenszel.md",
        ["MantelHaenszel.RiskRatio"] = "mantel-haenszel.md",
        ["MantelHaenszel.Test"] = "mantel-haenszel.md",
        ["MeanInterval.StudentT"] = "student-t.md",
        ["MeanTest.AgainstValue"] = "mean-test.md",
        ["MeanTest.Welch"] = "mean-test.md",
        ["Modularity.BestPartition"] = "modularity.md",
        ["Modularity.Of"] = "modularity.md",
        ["NetworkCentrality.Eigenvector"] = "network-centrality.md",
        ["NetworkCentrality.InDegree"] = "network-centrality.md",
        ["NetworkCentrality.OutDegree"] = "network-centrality.md",
        ["NetworkShare.Density"] = "network-share.md",
        ["NetworkShare.Reciprocity"] = "network-share.md",
        ["OddsRatio.Of"] = "odds-ratio.md",
        ["ProportionInterval.Wilson"] = "wilson.md",
        ["ProportionInterval.WilsonWeighted"] = "wilson.md",
        ["ProportionTest.AgainstValue"] = "proportion-test.md",
        ["ProportionTest.AgainstValueWeighted"] = "proportion-test.md",
        ["ProportionTest.Score"] = "proportion-test.md",
        ["ProportionTest.ScoreWeighted"] = "proportion-test.md",
        ["RankInterval.OfEstimates"] = "rank-interval.md",
        ["RankInterval.OfProportions"] = "rank-interval.md",
        ["RateInterval.Byar"] = "byar.md",
        ["RateInterval.ExactPoisson"] = "exact-poisson.md",
        ["RateInterval.Of"] = "rate.md",
        ["RateTest.AgainstValue"] = "rate-test.md",
        ["RateTest.ExactConditional"] = "rate-test.md",
        ["RiskRatio.Of"] = "risk-ratio.md",
        ["Silhouette.Mean"] = "silhouette.md",
        ["Silhouette.Widths"] = "silhouette.md",
        ["Spearman.Correlation"] = "spearman.md",
        ["StandardisedRate.ByarDobson"] = "standardised-rate.md",
    };

    static readonly string[] Headings = ["## Formula", "## Source", "## Limits", "## When not to use", "## Worked values"];

    public static TheoryData<string> Statistics => [.. typeof(Interval).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(Interval).Namespace && type.IsAbstract && type.IsSealed)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}"))
        .Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Statistics))]
    public void Page_OfAPublicStatistic_HasAllItsParts(string statistic)
    {
        Assert.True(Pages.TryGetValue(statistic, out var page), $"{statistic} has no page: add one to docs/methods and name it here.");
        var text = File.ReadAllText(Path.Combine(Folder(), page));
        Assert.Contains($"`{statistic}", text, StringComparison.Ordinal);
        Assert.All(Headings, heading => Assert.Contains(heading + "\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_WithoutAStatistic_DoNotExist() => Assert.Equal(Statistics.Select(row => row.Data).Order(), Pages.Keys.Order());

    public static TheoryData<string> Texts => [.. new[] { "methods", "adr" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(Folder(), "..", folder), "*.md").Select(file => folder + "/" + Path.GetFileName(file)))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Links_OfAPage_LeadToFiles(string page)
    {
        var file = Path.Combine(Folder(), "..", page);
        var links = RelativeLink().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)), $"{page} links to {link}, which does not exist."));
    }

    // The target without its anchor; addresses on the web and anchors of the page itself are left out.
    [GeneratedRegex(@"\]\((?![a-z]+:|#)([^)#\s]+)")]
    private static partial Regex RelativeLink();

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "methods");
}
