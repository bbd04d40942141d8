using Analytics.Catalogue;
using Analytics.Estimation;
using Xunit;
using static Analytics.Tests.Estimation.Examples;

namespace Analytics.Tests.Estimation;

public sealed class VerdictSentenceTests
{
    static string Plain(string text) => text.Replace('\u00A0', ' ');

    [Theory]
    [InlineData(Verdict.Higher, Polarity.None, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %).", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%).")]
    [InlineData(Verdict.Worse, Polarity.HigherWorse, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %), vilket är sämre.", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%), which is worse.")]
    [InlineData(Verdict.Better, Polarity.HigherBetter, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, högre än i resten av länet (8,8 %), vilket är bättre.", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, higher than in the rest of the county (8.8%), which is better.")]
    [InlineData(Verdict.Similar, Polarity.HigherWorse, "I Aneby var andelen 12,3 % (95 % osäkerhetsintervall 9,1–16,4) år 2025, ingen säker skillnad mot resten av länet (8,8 %).", "In Aneby the share was 12.3% (95% confidence interval 9.1–16.4) in 2025, no certain difference from the rest of the county (8.8%).")]
    public void Of_Verdict_SaysValueIntervalBenchmarkAndDirection(Verdict verdict, Polarity polarity, string swedish, string english)
    {
        var (indicator, estimate, comparison) = (Indicator(polarity), Estimate(0.123, 0.091, 0.164), new Comparison(0.088, verdict));
        Assert.Equal(swedish, Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, comparison, Swedish)));
        Assert.Equal(english, Plain(VerdictSentence.Of(indicator, "Aneby", 2025, estimate, comparison, English)));
    }

    [Fact]
    public void Of_LowerAndBetter_SaysBoth() => Assert.EndsWith(
        "lägre än i resten av länet (20,0 %), vilket är bättre.",
        Plain(VerdictSentence.Of(Indicator(Polarity.HigherWorse), "Aneby", 2025, Estimate(0.1, 0.05, 0.15), new Comparison(0.2, Verdict.Better), Swedish)));

    // The tables say better only where polarity gives the right to.
    [Theory]
    [InlineData(Verdict.Higher)]
    [InlineData(Verdict.Lower)]
    [InlineData(Verdict.Similar)]
    public void Of_NoJudgement_DoesNotJudge(Verdict verdict)
    {
        var sentence = VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.1, 0.05, 0.15), new Comparison(0.2, verdict), Swedish);
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
        VerdictSentence.Of(Indicator(Polarity.None), "Aneby", 2025, Estimate(0.1233, 0.1231, 0.1235), new Comparison(0.1229, Verdict.Higher), English));

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
