using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Estimation.Examples;

namespace Analytics.Tests.Estimation;

public sealed class VerdictSentenceTests
{
    static Comparison Compared(double benchmark, Verdict verdict, double lower, double upper, BenchmarkKind kind = BenchmarkKind.RestOfCounty, int years = 0, FlagLevel level = FlagLevel.Single) =>
        new(new Benchmark(kind, years), new BenchmarkValue(benchmark, null, 0), level, new Interval(lower, upper), verdict, FlagLevels.Confidence(level));

    static string Plain(string text) => text.Replace('\u00A0', ' ');

    [Theory]
    [InlineData(Verdict.Higher, Polarity.None, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %).", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%).")]
    [InlineData(Verdict.Worse, Polarity.HigherWorse, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %), vilket är sämre.", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%), which is worse.")]
    [InlineData(Verdict.Better, Polarity.HigherBetter, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %), vilket är bättre.", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%), which is better.")]
    [InlineData(Verdict.Similar, Polarity.HigherWorse, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, ingen säker skillnad mot resten av länet (8,8 %); det hade krävts 14,4 % eller högre.", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, no certain difference from the rest of the county (8.8%); it would have taken 14.4% or higher.")]
    public void Of_Verdict_SaysValueIntervalBenchmarkAndDirection(Verdict verdict, Polarity polarity, string swedish, string english)
    {
        var (indicator, estimate, comparison) = (Indicator(polarity), Estimate(0.123, 0.091, 0.164), Compared(0.088, verdict, 0.091, 0.164));
        Assert.Equal(swedish, Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, comparison, Swedish)));
        Assert.Equal(english, Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, comparison, English)));
    }

    [Theory]
    [InlineData(BenchmarkKind.RestOfCounty, 0, "högre än i resten av länet (8,8 %)", "higher than in the rest of the county (8.8%)", "mot resten av länet", "from the rest of the county")]
    [InlineData(BenchmarkKind.County, 0, "högre än i hela länet (8,8 %)", "higher than in the whole county (8.8%)", "mot hela länet", "from the whole county")]
    [InlineData(BenchmarkKind.Nation, 0, "högre än i riket (8,8 %)", "higher than in the nation (8.8%)", "mot riket", "from the nation")]
    [InlineData(BenchmarkKind.Similar, 0, "högre än i liknande kommuner (8,8 %)", "higher than in similar municipalities (8.8%)", "mot liknande kommuner", "from similar municipalities")]
    [InlineData(BenchmarkKind.Earlier, 1, "högre än 1 år tidigare (8,8 %)", "higher than 1 year earlier (8.8%)", "mot 1 år tidigare", "from 1 year earlier")]
    [InlineData(BenchmarkKind.Earlier, 3, "högre än 3 år tidigare (8,8 %)", "higher than 3 years earlier (8.8%)", "mot 3 år tidigare", "from 3 years earlier")]
    public void Of_EveryBenchmark_NamesIt(BenchmarkKind kind, int years, string swedish, string english, string swedishSimilar, string englishSimilar)
    {
        var (indicator, estimate) = (Indicator(Polarity.None), Estimate(0.123, 0.091, 0.164));
        var (higher, similar) = (Compared(0.088, Verdict.Higher, 0.091, 0.164, kind: kind, years: years), Compared(0.1, Verdict.Similar, 0.091, 0.164, kind: kind, years: years));
        Assert.EndsWith(swedish + ".", Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, higher, Swedish)), StringComparison.Ordinal);
        Assert.EndsWith(english + ".", Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, higher, English)), StringComparison.Ordinal);
        Assert.Contains("ingen säker skillnad " + swedishSimilar + " (", Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, similar, Swedish)), StringComparison.Ordinal);
        Assert.Contains("no certain difference " + englishSimilar + " (", Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, similar, English)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FlagLevel.Single, "95 % osäkerhetsintervall", "95% confidence interval")]
    [InlineData(FlagLevel.Overview, "99,8 % osäkerhetsintervall", "99.8% confidence interval")]
    [InlineData(FlagLevel.FalseDiscovery, "95 % osäkerhetsintervall", "95% confidence interval")]
    public void Of_EveryLevel_ShowsTheIntervalThatDecides(FlagLevel level, string swedish, string english)
    {
        var comparison = Compared(0.1, Verdict.Similar, 0.071, 0.202, level: level);
        Assert.Contains($"({swedish} 7,1–20,2)", Plain(VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.123, 0.091, 0.164), comparison, Swedish)), StringComparison.Ordinal);
        Assert.Contains($"({english} 7.1–20.2)", Plain(VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.123, 0.091, 0.164), comparison, English)), StringComparison.Ordinal);
    }

    // A hundred people and a benchmark of 8.8 %: the limits are 0.088 ± 1.959964·√(0.088·0.912/100), that is 0.0325 and 0.1435, rounded away from the benchmark
    // so that what is said would have been enough. Around 3 % the lower limit is below 0, around 97 % the upper one above 1.
    [Theory]
    [InlineData(0.1, 0.088, "; det hade krävts 14,4 % eller högre.", "; it would have taken 14.4% or higher.")]
    [InlineData(0.08, 0.088, "; det hade krävts 3,2 % eller lägre.", "; it would have taken 3.2% or lower.")]
    [InlineData(0.02, 0.03, "; med så små tal hade inget lägre värde varit en säker skillnad.", "; with numbers so small no lower value would have been a certain difference.")]
    [InlineData(0.98, 0.97, "; med så små tal hade inget högre värde varit en säker skillnad.", "; with numbers so small no higher value would have been a certain difference.")]
    public void Of_NoCertainDifference_SaysWhatItWouldHaveTaken(double value, double benchmark, string swedish, string english)
    {
        var comparison = Compared(benchmark, Verdict.Similar, 0.01, 0.99);
        Assert.EndsWith(swedish, Plain(VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(value, 0.01, 0.99), comparison, Swedish)), StringComparison.Ordinal);
        Assert.EndsWith(english, Plain(VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(value, 0.01, 0.99), comparison, English)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ThreeYearsTogether_NamesThem()
    {
        Assert.Equal("I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) åren 2023–2025.", Plain(VerdictSentence.Of(Indicator(Polarity.None), "Aneby", new Period(2025, 3), Estimate(0.123, 0.091, 0.164), null, Swedish)));
        Assert.Equal("In Aneby no value is shown for 2023–2025: too few years.", VerdictSentence.Of(Indicator(Polarity.None), "Aneby", new Period(2025, 3), Reason.TooFewYears, English));
    }

    [Fact]
    public void Of_LowerAndBetter_SaysBoth() => Assert.EndsWith(
        "lägre än i resten av länet (20,0 %), vilket är bättre.",
        Plain(VerdictSentence.Of(Indicator(Polarity.HigherWorse), "Aneby", 2025, Estimate(0.1, 0.05, 0.15), Compared(0.2, Verdict.Better, 0.05, 0.15), Swedish)));

    // The tables say better only where polarity gives the right to.
    [Theory]
    [InlineData(Verdict.Higher)]
    [InlineData(Verdict.Lower)]
    [InlineData(Verdict.Similar)]
    public void Of_NoJudgement_DoesNotJudge(Verdict verdict)
    {
        var sentence = VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.1, 0.05, 0.15), Compared(0.2, verdict, 0.05, 0.15), Swedish);
        Assert.DoesNotContain("bättre", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("sämre", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("samma", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Rate_CountsPerThousand() => Assert.Equal(
        "I Jönköpings län var antalet 3,4 per 1 000 (95 % osäkerhetsintervall 2,9–4,0) år 2024.",
        Plain(VerdictSentence.Of(Indicator(Polarity.None, PerThousand, Measure.Rate), "Jönköpings län", 2024, Estimate(0.0034, 0.0029, 0.004), null, Swedish)));

    [Fact]
    public void Of_PublishedWithoutUncertainty_SaysWhyItIsNotCompared() => Assert.Equal(
        "I Aneby var medelvärdet 7,2 år 2025; källan anger ingen osäkerhet, därför ingen jämförelse.",
        Plain(VerdictSentence.Of(Indicator(Polarity.HigherBetter, Score, Measure.Mean), "Aneby", 2025, new Estimate(7.2, null, null, null, EstimateMethod.AsPublished), null, Swedish)));

    [Fact]
    public void Of_OneAnswer_SaysThatUncertaintyCannotBeComputed() => Assert.Equal(
        "In Aneby the mean was 7.2 in 2025; its uncertainty cannot be computed, so it is not compared.",
        VerdictSentence.Of(Indicator(Polarity.HigherBetter, Score, Measure.Mean), "Aneby", 2025, new Estimate(7.2, null, null, 1, EstimateMethod.StudentT), null, English));

    // 12.33 % (12.31–12.35) against 12.29 %: with one decimal all read 12.3.
    [Fact]
    public void Of_CertainButSmallDifference_ShowsEnoughDecimalsToSeeIt() => Assert.Equal(
        "In Aneby the share was 12.33% (95% confidence interval 12.31–12.35) in 2025, higher than in the rest of the county (12.29%).",
        VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.1233, 0.1231, 0.1235), Compared(0.1229, Verdict.Higher, 0.1231, 0.1235), English));

    [Fact]
    public void Of_Named_BeginsWithTheIndicator() => Assert.StartsWith(
        "Barn i hushåll med låg ekonomisk standard: i Aneby var andelen 12,3",
        VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.123, 0.091, 0.164), null, Swedish, named: true));

    [Theory]
    [InlineData(Reason.Suppressed, "I Aneby visas inget värde för år 2025: skyddat värde, så att ingen enskild ska kunna kännas igen.", "In Aneby no value is shown for 2025: protected value, so that nobody can be recognised.")]
    [InlineData(Reason.NotMeasured, "I Aneby visas inget värde för år 2025: mäts inte för denna ålder eller detta kön.", "In Aneby no value is shown for 2025: not measured at this age or sex.")]
    [InlineData(Reason.NoResponse, "I Aneby visas inget värde för år 2025: inga svar.", "In Aneby no value is shown for 2025: no answers.")]
    [InlineData(Reason.TooFewYears, "I Aneby visas inget värde för år 2025: för få år.", "In Aneby no value is shown for 2025: too few years.")]
    [InlineData(Reason.NewDefinition, "I Aneby visas inget värde för år 2025: ny definition, inte jämförbar med tidigare år.", "In Aneby no value is shown for 2025: new definition, not comparable with earlier years.")]
    [InlineData(Reason.SourceMissing, "I Aneby visas inget värde för år 2025: källan saknar värde.", "In Aneby no value is shown for 2025: source has none.")]
    public void Of_MissingValue_SaysTheReason(Reason reason, string swedish, string english)
    {
        Assert.Equal(swedish, VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, reason, Swedish));
        Assert.Equal(english, VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, reason, English));
    }
}
