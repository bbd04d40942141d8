using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class BetaBinomialTests
{
    static readonly long[] Counties = [12, 30, 8, 45, 22, 130, 17, 9, 25, 40, 33, 6, 15];
    static readonly long[] People = [140, 210, 95, 330, 150, 1210, 160, 120, 170, 250, 300, 88, 101];

    // Roots of the score equations with ψ in 40-digit arithmetic (mpmath 1.3.0). # R 4.2.2, VGAM: Coef(vglm(cbind(x, n - x) ~ 1, betabinomial)) gives the first seven digits of the first five rows.
    // The second and third are the litters of Weil (1970), Food and Cosmetics Toxicology 8: 177–182, as printed in Williams (1975), Biometrics 31: 949–952.
    public static TheoryData<long[], long[], double, double> Fits => new()
    {
        { Counties, People, 0.11951737276612051, 0.0012261105587694524 },
        {
            [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0], [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
            0.74000675493360531, 0.31743576403250744
        },
        {
            [13, 12, 9, 9, 8, 8, 12, 11, 9, 9, 8, 11, 4, 5, 7, 7], [13, 12, 9, 9, 8, 8, 13, 12, 10, 10, 9, 13, 5, 7, 10, 10],
            0.89797596145431148, 0.020196448251519426
        },
        { [0, 1, 5, 3], [5, 5, 5, 5], 0.4650215659333146, 0.49857417985681276 },
        { [2, 500, 90], [10, 1000, 400], 0.33461577001350872, 0.070522784822435512 },
        { [300_000_000, 301_000_000, 299_500_000, 15], [1_000_000_000, 1_000_000_000, 1_000_000_000, 40], 0.30016851324537156, 1.8497238251853862e-6 },
        { [1000, 1300, 900, 2], [1_000_000_000, 1_100_000_000, 1_000_000_000, 5], 0.072147484331395433, 0.42788240641869112 },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void Fit_Areas_AgreesWithHighPrecision(long[] cases, long[] populations, double mean, double overdispersion)
    {
        var prior = BetaBinomial.Fit(cases, populations);
        Precision.Close(mean, prior.Mean, 1e-11);
        Precision.Close(overdispersion, prior.Overdispersion, 1e-11);
        Precision.Close(1 / overdispersion, prior.Alpha + prior.Beta + 1, 1e-10);
    }

    [Theory]
    [InlineData(new long[] { 10, 10, 10 }, new long[] { 20, 20, 20 }, 0.5, 0)]
    [InlineData(new long[] { 0, 0 }, new long[] { 20, 1_000_000_000 }, 0, 0)]
    [InlineData(new long[] { 20, 7 }, new long[] { 20, 7 }, 1, 0)]
    [InlineData(new long[] { 3 }, new long[] { 20 }, 0.15, 0)]
    [InlineData(new long[] { 1, 0, 0, 1 }, new long[] { 1, 1, 1, 1 }, 0.5, 0)]
    [InlineData(new long[] { 0, 7, 0 }, new long[] { 20, 7, 2 }, 1.0 / 3, 1)]
    [InlineData(new long[] { 3, 2, 0, 0 }, new long[] { 1_000_000_000, 1_000_000_000, 500_000_000, 700_000_000 }, 5 / 3.2e9, 0)]
    public void Fit_NoSpreadOrAllSpread_IsTheEndOfTheRange(long[] cases, long[] populations, double mean, double overdispersion)
    {
        var prior = BetaBinomial.Fit(cases, populations);
        Precision.Close(mean, prior.Mean, 1e-15);
        Assert.Equal(overdispersion, prior.Overdispersion);
    }

    [Fact]
    public void Shapes_WithoutSpread_AreInfinite()
    {
        Assert.Equal((double.PositiveInfinity, double.PositiveInfinity), (new BetaBinomialPrior(0.5, 0).Alpha, new BetaBinomialPrior(0.5, 0).Beta));
        Assert.Equal((0, double.PositiveInfinity), (new BetaBinomialPrior(0, 0).Alpha, new BetaBinomialPrior(0, 0).Beta));
        Assert.Equal((0, 0), (new BetaBinomialPrior(0.5, 1).Alpha, new BetaBinomialPrior(0.5, 1).Beta));
    }

    static readonly Gen<(long Cases, long People)[]> Areas =
        Gen.Long[0, 60].SelectMany(n => Gen.Long[0, n].Select(x => (x, n))).Array[2, 12].Where(areas => areas.Any(area => area.n > 0));

    // The definition, summed factor by factor: Σ ln(μ + jθ) + Σ ln(1 − μ + jθ) − Σ ln(1 + jθ).
    static double LogLikelihood((long Cases, long People)[] areas, double mean, double spread) => areas.Sum(area =>
        Sum(area.Cases, mean, spread) + Sum(area.People - area.Cases, 1 - mean, spread) - Sum(area.People, 1, spread));

    static double Sum(long count, double share, double spread) => Enumerable.Range(0, (int)count).Sum(j => Math.Log(share + (j * spread)));

    [Fact]
    public void Fit_AnyAreas_IsNowhereLessLikely() => Areas.Sample(areas =>
    {
        var prior = Fit(areas);
        if (prior.Mean is 0 or 1 || prior.Overdispersion == 1)
        {
            return true;
        }

        var spread = prior.Overdispersion / (1 - prior.Overdispersion);
        var best = LogLikelihood(areas, prior.Mean, spread);
        double[] means = [prior.Mean * 0.999, 1 - ((1 - prior.Mean) * 0.999), 0.1, 0.3, 0.5, 0.7, 0.9];
        double[] spreads = [spread * 0.99, spread * 1.01, 0, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 100];
        return means.All(mean => LogLikelihood(areas, mean, spread) <= best + 1e-9) && spreads.All(other => LogLikelihood(areas, prior.Mean, other) <= best + 1e-9)
            && means.All(mean => spreads.All(other => LogLikelihood(areas, mean, other) <= best + 1e-9));
    }, iter: 60);

    [Fact]
    public void Fit_OtherOrderAndEmptyAreas_IsTheSame() => Areas.Sample(areas => Fit([(0, 0), .. areas.Reverse(), (0, 0)]) == Fit(areas), iter: 60);

    [Fact]
    public void Fit_OutcomeTurnedAround_Mirrors() => Areas.Sample(areas =>
    {
        var (prior, turned) = (Fit(areas), Fit([.. areas.Select(area => (area.People - area.Cases, area.People))]));
        return Math.Abs(prior.Mean - (1 - turned.Mean)) < 1e-9 && Math.Abs(prior.Overdispersion - turned.Overdispersion) < 1e-9;
    }, iter: 60);

    static BetaBinomialPrior Fit((long Cases, long People)[] areas) =>
        BetaBinomial.Fit([.. areas.Select(area => area.Cases)], [.. areas.Select(area => area.People)]);

    // # R 4.2.2: qbeta(c(0.025, 0.975), 2 + 3, 18 + 7)
    [Fact]
    public void Posterior_ThreeOfTen_AgreesWithR()
    {
        var posterior = BetaBinomial.Posterior(new BetaBinomialPrior(0.1, 1.0 / 21), 3, 10);
        Precision.Close(5.0 / 30, posterior.Mean, 1e-14);
        Precision.Close(0.058456082972634396, posterior.Interval.Lower, 1e-12);
        Precision.Close(0.31664060943913763, posterior.Interval.Upper, 1e-12);
    }

    [Theory]
    [InlineData(0.3, 0, 5, 10, 0.3, 0.3, 0.3)]
    [InlineData(0, 0, 0, 10, 0, 0, 0)]
    [InlineData(0.3, 1, 10, 10, 1, 1, 1)]
    [InlineData(0.3, 1, 0, 10, 0, 0, 0)]
    [InlineData(0.3, 1, 0, 0, 0.3, 0, 1)]
    public void Posterior_AtTheEndsOfTheRange_IsAsDocumented(double mean, double overdispersion, long cases, long population, double expected, double lower, double upper) =>
        Assert.Equal(new BetaBinomialPosterior(expected, new Interval(lower, upper)), BetaBinomial.Posterior(new BetaBinomialPrior(mean, overdispersion), cases, population));

    static readonly Gen<BetaBinomialPrior> Prior = Gen.Select(Gen.Double[0.01, 0.99], Gen.Double[-6, -0.1]).Select((mean, magnitude) => new BetaBinomialPrior(mean, Math.Pow(10, magnitude)));

    [Fact]
    public void Posterior_AnyArea_LiesBetweenItsShareAndThePrior() => Gen.Select(Prior, Gen.Long[1, 1_000_000_000].SelectMany(n => Gen.Long[0, n].Select(x => (x, n)))).Sample((prior, area) =>
    {
        var posterior = BetaBinomial.Posterior(prior, area.x, area.n);
        var share = (double)area.x / area.n;
        return posterior.Mean >= Math.Min(share, prior.Mean) - 1e-12 && posterior.Mean <= Math.Max(share, prior.Mean) + 1e-12 && posterior.Interval.Contains(posterior.Mean)
            && posterior.Interval.Lower >= 0 && posterior.Interval.Upper <= 1;
    });

    [Fact]
    public void Posterior_HigherLevel_HoldsTheLowerLevel() => Gen.Select(Prior, Gen.Long[0, 40], Gen.Double[0.01, 0.9], Gen.Double[0.001, 0.09]).Sample((prior, cases, level, more) =>
    {
        var narrow = BetaBinomial.Posterior(prior, cases, 40, level).Interval;
        var wide = BetaBinomial.Posterior(prior, cases, 40, level + more).Interval;
        return wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper;
    });

    [Fact]
    public void Any_ArgumentOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => BetaBinomial.Fit([], []));
        Assert.Throws<ArgumentException>(() => BetaBinomial.Fit([1, 2], [3]));
        Assert.Throws<ArgumentException>(() => BetaBinomial.Fit([0, 0], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Fit([-1], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Fit([4], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Fit([0], [-3]));
        var prior = new BetaBinomialPrior(0.2, 0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Posterior(prior, 4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Posterior(prior, -1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Posterior(prior, 1, 3, 95));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Posterior(prior with { Mean = double.NaN }, 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaBinomial.Posterior(prior with { Overdispersion = 1.1 }, 1, 3));
    }
}
