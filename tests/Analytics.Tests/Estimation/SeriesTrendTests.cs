using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;
using Analytics.Tests.Statistics;
using Xunit;
using static Analytics.Tests.Estimation.Examples;

namespace Analytics.Tests.Estimation;

public sealed class SeriesTrendTests
{
    static (int Year, Estimate Estimate) Point(int year, long cases, long people = 1000) => (year, Analytics.Estimation.Estimate.Of(Totals.OfCounts(cases, people), Measure.Proportion));

    static (int, Estimate)[] Rising(int first = 2021) => [.. Enumerable.Range(0, 5).Select(i => Point(first + i, 100 + (40 * i)))];

    // R 4.2.2: width of the Wilson intervals (prop.test, correct = FALSE) of 100, 140, 180, 220, 260 of 1000 over 2·qnorm(0.975) as standard errors, then
    // coef(lm(c(.1,.14,.18,.22,.26) ~ y, weights = 1/se^2)), and the slope squared over 1/sum(w (y − ȳ)²).
    [Fact]
    public void Of_RisingShare_AgreesWithR()
    {
        var trend = Assert.IsType<SeriesTrend.Tested>(SeriesTrend.Of(Rising(), Polarity.HigherWorse));
        Assert.Equal((2021, 2025, TrendDirection.Rising, Verdict.Worse), (trend.From, trend.To, trend.Trend.Direction, trend.Verdict));
        Assert.Equal(0.04, trend.Trend.Slope, 12);
        Precision.Close(118.21846323952181, trend.Trend.ChiSquare, 1e-9);
    }

    [Theory]
    [InlineData(Polarity.HigherBetter, Verdict.Better)]
    [InlineData(Polarity.HigherWorse, Verdict.Worse)]
    [InlineData(Polarity.None, Verdict.Higher)]
    public void Of_Rise_IsJudgedByPolarity(Polarity polarity, Verdict verdict) =>
        Assert.Equal(verdict, Assert.IsType<SeriesTrend.Tested>(SeriesTrend.Of(Rising(), polarity)).Verdict);

    [Fact]
    public void Of_LongerSeries_TakesTheLastFive()
    {
        var trend = Assert.IsType<SeriesTrend.Tested>(SeriesTrend.Of([Point(2018, 900), Point(2019, 900), .. Rising()], Polarity.None));
        Assert.Equal((2021, 2025), (trend.From, trend.To));
    }

    [Fact]
    public void Of_NoCases_HasAWidthAndNoCertainChange() =>
        Assert.Equal(Verdict.Similar, Assert.IsType<SeriesTrend.Tested>(SeriesTrend.Of([.. Enumerable.Range(2021, 5).Select(x => Point(x, 0))], Polarity.HigherWorse)).Verdict);

    [Fact]
    public void Of_FourPointsOrNoIntervals_IsTooFewYears()
    {
        Assert.Equal(new SeriesTrend.Untested(Reason.TooFewYears), SeriesTrend.Of(Rising()[1..], Polarity.None));
        var published = Enumerable.Range(2021, 5).Select(x => (x, new Estimate(x, null, null, null, EstimateMethod.AsPublished))).ToArray();
        Assert.Equal(new SeriesTrend.Untested(Reason.TooFewYears), SeriesTrend.Of(published, Polarity.None));
    }

    [Theory]
    [InlineData(Polarity.HigherWorse, "I Aneby har andelen säkert ökat 2021–2025, med omkring 4,0 procentenheter per år, vilket är sämre.", "In Aneby the share certainly rose in 2021–2025, by about 4.0 percentage points a year, which is worse.")]
    [InlineData(Polarity.None, "I Aneby har andelen säkert ökat 2021–2025, med omkring 4,0 procentenheter per år.", "In Aneby the share certainly rose in 2021–2025, by about 4.0 percentage points a year.")]
    public void Sentence_CertainRise_SaysHowMuch(Polarity polarity, string swedish, string english)
    {
        var trend = SeriesTrend.Of(Rising(), polarity);
        Assert.Equal(swedish, TrendText.Sentence(Indicator(polarity), "Aneby", trend, Swedish).Replace('\u00A0', ' '));
        Assert.Equal(english, TrendText.Sentence(Indicator(polarity), "Aneby", trend, English).Replace('\u00A0', ' '));
        Assert.Equal(("säker ökning 2021–2025", "certain rise 2021–2025", "↗"), (TrendText.Short(trend, Swedish), TrendText.Short(trend, English), TrendText.Glyph(trend)));
    }

    [Fact]
    public void Sentence_CertainFallOfARate_CountsInItsUnit()
    {
        (int, Estimate)[] falling = [.. Enumerable.Range(0, 5).Select(i => (2021 + i, Analytics.Estimation.Estimate.Of(Totals.OfCounts(2000 - (300 * i), 100_000), Measure.Rate)))];
        var trend = SeriesTrend.Of(falling, Polarity.HigherWorse);
        Assert.Equal(
            "In Aneby the rate certainly fell in 2021–2025, by about 3.0 per 1,000 a year, which is better.",
            TrendText.Sentence(Indicator(Polarity.HigherWorse, PerThousand, Measure.Rate), "Aneby", trend, English).Replace('\u00A0', ' '));
        Assert.Equal(("säker minskning 2021–2025", "↘"), (TrendText.Short(trend, Swedish), TrendText.Glyph(trend)));
    }

    [Fact]
    public void Sentence_NothingCertain_DoesNotSayUnchanged()
    {
        var trend = SeriesTrend.Of([.. Enumerable.Range(2021, 5).Select(x => Point(x, 100 + (x % 2)))], Polarity.HigherWorse);
        Assert.Equal("I Aneby syns ingen säker förändring av andelen 2021–2025.", TrendText.Sentence(Indicator(Polarity.HigherWorse), "Aneby", trend, Swedish));
        Assert.Equal("In Aneby no certain change in the share is seen in 2021–2025.", TrendText.Sentence(Indicator(Polarity.HigherWorse), "Aneby", trend, English));
        Assert.Equal(("ingen säker förändring 2021–2025", "→"), (TrendText.Short(trend, Swedish), TrendText.Glyph(trend)));
    }

    [Fact]
    public void Sentence_TooFewYears_SaysSo()
    {
        var trend = SeriesTrend.Of([], Polarity.None);
        Assert.Equal("I Aneby finns för få år för att säga om andelen förändras.", TrendText.Sentence(Indicator(Polarity.None), "Aneby", trend, Swedish));
        Assert.Equal("In Aneby there are too few years to say whether the share is changing.", TrendText.Sentence(Indicator(Polarity.None), "Aneby", trend, English));
        Assert.Equal(("för få år", "too few years", "…"), (TrendText.Short(trend, Swedish), TrendText.Short(trend, English), TrendText.Glyph(trend)));
    }
}
