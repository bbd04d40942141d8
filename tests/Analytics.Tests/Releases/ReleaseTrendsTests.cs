using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;
using static Analytics.Tests.Releases.CountedRelease;

namespace Analytics.Tests.Releases;

public sealed class ReleaseTrendsTests
{
    static readonly ReleasedCell[] Rising = [.. Enumerable.Range(2019, 7).Select(x => Counted(At("0604", x), 100 + (40 * (x - 2019)), 1000))];

    static SeriesTrend TrendOf(params IEnumerable<ReleasedCell> cells)
    {
        var release = Of(cells);
        return new ReleaseTrends(release, new CellIndex(release.Cells)).Of(At("0604"));
    }

    [Fact]
    public void Of_Series_EndsWithTheAddressesYear()
    {
        var release = Of([.. Rising, Counted(At("0604", 2026), 100, 1000)]);
        var trend = Assert.IsType<SeriesTrend.Tested>(new ReleaseTrends(release, new CellIndex(release.Cells)).Of(At("0604")));
        Assert.Equal((2021, 2025, Verdict.Worse), (trend.From, trend.To, trend.Verdict));
    }

    [Fact]
    public void Of_YearsWithoutValues_AreLeftOut()
    {
        var trend = Assert.IsType<SeriesTrend.Tested>(TrendOf(Rising.Select(x => x.Address.Year == 2022 ? Missing(x.Address, Reason.Suppressed) : x)));
        Assert.Equal((2020, 2025), (trend.From, trend.To));
    }

    [Fact]
    public void Of_NewDefinition_BeginsANewSeries() =>
        Assert.Equal(new SeriesTrend.Untested(Reason.TooFewYears), TrendOf(Rising.Select(x => x.Address.Year == 2021 ? Missing(x.Address, Reason.NewDefinition) : x)));

    [Fact]
    public void Of_SourceInsteadOfAnswers_BeginsANewSeries() =>
        Assert.Equal(new SeriesTrend.Untested(Reason.TooFewYears), TrendOf(Rising.Select(x => x.Address.Year < 2022 ? x with { Source = "A" } : x)));

    [Fact]
    public void Of_AnotherBandOfTheSource_BeginsANewSeries() =>
        Assert.Equal(new SeriesTrend.Untested(Reason.TooFewYears), TrendOf(Rising.Select(x => x.Address.Year < 2022 ? x with { SourceBand = "13-16" } : x)));
}
