using System.Globalization;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Xunit;

namespace Analytics.Tests.Estimation;

/// <summary>Counties in which nothing differs: how many flags chance gives, and how many we say it gives.</summary>
public sealed class FalseFlagsTests(ITestOutputHelper output)
{
    const int Indicators = 30;
    const int Counties = 200;

    /// <summary>People aged 13–18 who answer, in each of the thirteen municipalities: a fifth of the children.</summary>
    static readonly long[] People = [.. CodebookReader.Read(CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList()), new FaultList())!
        .Municipalities.Where(x => x.County == "06").Select(x => (long)x.Children!.Value / 5)];

    static readonly Benchmark Rest = new(BenchmarkKind.RestOfCounty);
    static readonly Indicator Share = Examples.Indicator(Polarity.HigherWorse);

    [Fact]
    public void Overview_OfCountiesWithoutDifferences_FlagsAtMostTwoCellsAndAsManyAsExpected()
    {
        var random = new MersenneTwister(20261123);
        var (flagged, expected) = (new double[3], new double[3]);
        for (var county = 0; county < Counties; county++)
        {
            var cells = Enumerable.Range(0, Indicators).SelectMany(indicator => Cells(random, 0.05 + (0.4 * indicator / Indicators))).ToArray();
            var pValues = cells.Select(x => Comparing.PValue(x.Estimate, Share, x.Value)!.Value).ToArray();
            var family = new TestFamily(pValues);
            foreach (var level in FlagLevels.All)
            {
                var flags = cells.Zip(pValues).Count(x => Compare(level, x.First.Estimate, x.First.Value, family, x.Second).Verdict != Verdict.Similar);
                flagged[(int)level] += (double)flags / Counties;
                expected[(int)level] += FalseFlags.Expected(level, cells.Select(x => FalseFlags.Chance(level, Rest, x.Value)), flags) / Counties;
            }
        }

        foreach (var level in FlagLevels.All)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{FlagLevels.Code(level)}: {flagged[(int)level]:0.000} of {People.Length * Indicators} cells flagged per county without differences, {expected[(int)level]:0.000} expected ({Counties} counties)"));
        }

        Assert.InRange(flagged[(int)FlagLevel.Overview], 0.3, 2);
        Assert.InRange(flagged[(int)FlagLevel.FalseDiscovery], 0, 0.3);
        Assert.Equal(expected[(int)FlagLevel.Single], flagged[(int)FlagLevel.Single], 2.0);
        Assert.Equal(expected[(int)FlagLevel.Overview], flagged[(int)FlagLevel.Overview], 0.5);
    }

    static Comparison Compare(FlagLevel level, Estimate estimate, BenchmarkValue value, TestFamily family, double pValue)
    {
        var interval = estimate.IntervalAt(FlagLevels.Confidence(level), Measure.Proportion)!.Value;
        return level == FlagLevel.FalseDiscovery
            ? Comparing.ByFalseDiscovery(estimate, interval, Share, Rest, value, family, pValue)
            : Comparing.ByInterval(interval, Share, Rest, value, level);
    }

    static IEnumerable<(Estimate Estimate, BenchmarkValue Value)> Cells(MersenneTwister random, double share)
    {
        var totals = People.Select(people => Totals.OfCounts(Binomial.Sample(random, share, (int)people), people)).ToArray();
        var county = totals.Aggregate((sum, x) => Totals.OfCounts(sum.Cases + x.Cases, sum.Base + x.Base));
        return totals.Select(own =>
        {
            var rest = county.Without(own);
            return (Estimate.Of(own, Measure.Proportion), new BenchmarkValue((double)rest.Cases / rest.Base, rest, own.Size / rest.Size));
        });
    }

    [Fact]
    public void Chance_FixedBenchmarkOfManyOthers_IsTheLevels()
    {
        Assert.Equal(0.05, FalseFlags.Chance(FlagLevel.Single, new Benchmark(BenchmarkKind.Nation), new BenchmarkValue(0.1, null, 0)), 12);
        Assert.Equal(0.002, FalseFlags.Chance(FlagLevel.Overview, new Benchmark(BenchmarkKind.Nation), new BenchmarkValue(0.1, null, 0)), 12);
    }

    // R 4.2.2: 2 * pnorm(-qnorm(0.975) / sqrt(2)); 2 * pnorm(-qnorm(0.975) / sqrt(0.6)).
    [Fact]
    public void Chance_BenchmarkOfOthersGrowsAndOneThatHoldsTheMunicipalityShrinks()
    {
        Assert.Equal(0.165776272895704, FalseFlags.Chance(FlagLevel.Single, Rest, new BenchmarkValue(0.1, null, 1)), 12);
        Assert.Equal(0.0113964184653132, FalseFlags.Chance(FlagLevel.Single, new Benchmark(BenchmarkKind.County), new BenchmarkValue(0.1, null, 0.4)), 12);
        Assert.Equal(0, FalseFlags.Chance(FlagLevel.Single, new Benchmark(BenchmarkKind.County), new BenchmarkValue(0.1, null, 1)));
    }

    [Fact]
    public void Expected_FalseDiscovery_IsOneInTwentyOfTheFlags() => Assert.Equal(0.6, FalseFlags.Expected(FlagLevel.FalseDiscovery, [0, 0, 0], 12), 12);
}
