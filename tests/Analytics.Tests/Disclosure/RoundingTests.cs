using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(Measure.Proportion, 5)]
    [InlineData(Measure.Rate, 5)]
    [InlineData(Measure.Mean, 5)]
    [InlineData(Measure.Proportion, 10)]
    public void Protect_ANation_LeavesNoSmallCountInAnyCell(Measure measure, int threshold)
    {
        var table = Rounding.Protect(Tables.Random(Tables.Layout([3, 4], 3, nested: true), measure, 1, 0.02, shareX: 0.02, smallest: 20, largest: 200), new(threshold)).Table;

        var before = Snapshot(table);
        Assert.All(before, x => Assert.True(IsRounded(x.Base, threshold) && IsRounded(x.Cases, threshold)));
        Assert.All(before.Where(_ => measure == Measure.Proportion), x => Assert.True(IsRounded(x.Base - x.Cases, threshold)));
        table.SumMargins();
        Assert.Equal(before, Snapshot(table));
    }

    /// <summary>Events of nobody could not be shown.</summary>
    [Fact]
    public void Protect_EventsOfTinyPopulations_LeavesNoneWithoutPopulation()
    {
        var table = Rounding.Protect(Tables.Of(Tables.Layout([6], 3), Measure.Rate, (area, band, sex) => sex == Sex.X ? (0, area % 2) : ((area + band) % 5 + 1, (area * band) % 4)), new()).Table;

        Assert.All(Published(table).Where(x => table[x.Area, x.Band, x.Sex].Base == 0), x => Assert.Equal(0, table[x.Area, x.Band, x.Sex].Cases));
    }

    [Fact]
    public void Protect_EventsOfFewPeople_AreRoundedToo()
    {
        var counted = Tables.Of(Tables.Layout([4], 1), Measure.Rate, (area, _, sex) => sex == Sex.X ? (0, 0) : (200, area == 0 && sex == Sex.F ? 12 : 31));
        counted[0, 0, Sex.F].Contributors = 2;

        var table = Rounding.Protect(counted, new()).Table;

        Assert.True(table[0, 0, Sex.F].Cases is 10 or 15);
        Assert.Equal(31, table[1, 0, Sex.F].Cases);
    }

    [Fact]
    public void Protect_AMean_WithholdsItWhereSuppressionDoesAndShowsEveryRoundedBase()
    {
        var counted = Tables.Random(Tables.Layout([5], 2), Measure.Mean, 2, 0.1, shareX: 0.03, smallest: 15, largest: 120);

        var (rounded, suppressed) = (Rounding.Protect(counted, new()), Suppression.Protect(counted, new(), cancellation: TestContext.Current.CancellationToken));

        Assert.Contains(Published(counted), x => suppressed[x.Area, x.Band, x.Sex] == Visibility.BaseWithheld);
        Assert.All(Published(counted), x => Assert.Equal(
            suppressed[x.Area, x.Band, x.Sex] == Visibility.Shown ? Visibility.Shown : Visibility.CasesWithheld, rounded[x.Area, x.Band, x.Sex]));
    }

    /// <summary>Neither the mean nor its spread is the number of a whole sum and the true base.</summary>
    [Theory]
    [InlineData(23, 3.39, 2.1)]
    [InlineData(140, 55, 18)]
    [InlineData(2000, 7.25, 0.8)]
    public void RoundedMean_OfABase_StaysWithinAThirdOfTheStandardError(long people, double mean, double deviation)
    {
        var counted = new Counts { Base = people, Value = mean * people, Square = (mean * mean * people) + (deviation * deviation * (people - 1)) };

        var rounded = RoundedMean.Of(counted, people + 2);

        var shown = rounded.WeightedValue.ToDouble() / (people + 2);
        var spread = Math.Sqrt((rounded.WeightedSquare.ToDouble() - (shown * shown * (people + 2))) / (people + 1));
        Assert.InRange(Math.Abs(shown - mean), 0, deviation / Math.Sqrt(people) / 3);
        Assert.InRange(spread, deviation * 0.98, deviation * 1.02);
        Assert.Equal((people + 2, people + 2.0), (rounded.Base, rounded.Weight.ToDouble()));
    }

    /// <summary>A county's own figure less its other municipalities would be the count that was rounded.</summary>
    [Theory]
    [InlineData(3, 43, true)]
    [InlineData(30, 70, false)]
    [InlineData(30, 73, true)]
    public void Protect_ACountyThatStandsAlone_IsWithheldWhereItWouldUndoTheRounding(int first, int county, bool withheld)
    {
        var layout = Tables.Layout([2], 1);
        var alone = new Layout(layout.Areas, [-1, -1, -1], layout.Bands, layout.BandLeaves);
        var counted = new CountTable(Tables.Indicator(Measure.Rate), 2025, alone) { BySex = false };
        foreach (var (area, cases) in new[] { first, 40, county }.Index())
        {
            counted[area, 0, Sex.T] = new() { Base = 1000 * (area == 2 ? 2 : 1), Cases = cases, Contributors = cases };
        }

        Assert.Equal(withheld ? Visibility.BaseWithheld : Visibility.Shown, Rounding.Protect(counted, new())[2, 0, Sex.T]);
    }

    static bool IsRounded(long count, int threshold) => count == 0 || count >= threshold;

    static (long Base, long Cases)[] Snapshot(CountTable table) =>
    [
        .. from area in Enumerable.Range(0, table.Layout.Areas.Count)
           from band in Enumerable.Range(0, table.Layout.Bands.Count)
           from sex in Enum.GetValues<Sex>()
           select (table[area, band, sex].Base, table[area, band, sex].Cases),
    ];

    static IEnumerable<(int Area, int Band, Sex Sex)> Published(CountTable table) =>
        from area in Enumerable.Range(0, table.Layout.Areas.Count)
        from band in Enumerable.Range(0, table.Layout.Bands.Count)
        from sex in Tables.Published
        select (area, band, sex);
}
