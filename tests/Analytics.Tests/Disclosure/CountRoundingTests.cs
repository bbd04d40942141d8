using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class CountRoundingTests
{
    static readonly Gen<int> Threshold = Gen.Int[2, 9];

    [Fact]
    public void Round_AnyTable_AddsUpAndLeavesNoSmallCount() => Gen.Select(RoundingExamples.Any, Threshold).Sample(
        (table, threshold) =>
        {
            var rounded = CountRounding.Round(table, threshold);
            Assert.All(rounded, x => Assert.True(x == 0 || x >= threshold));
            Assert.All(table.Relations, x => Assert.Equal(rounded[x.Total], x.Parts.Sum(part => rounded[part])));
            Assert.All(RoundingExamples.Differences(table, rounded), x => Assert.True(x == 0 || x >= threshold));
        },
        iter: 60);

    [Fact]
    public void Round_AnyTable_LeavesOtherLeavesAsTheyAre() => Gen.Select(RoundingExamples.Any, Threshold).Sample(
        (table, threshold) =>
        {
            var rounded = CountRounding.Round(table, threshold);
            Assert.All(RoundingExamples.Leaves(table), x => Assert.True(table[x] is 0 || table[x] >= threshold ? rounded[x] == table[x] : rounded[x] == 0 || rounded[x] == threshold));
        },
        iter: 60);

    /// <summary>Of up to twelve small leaves all roundings can be tried. Nearly always the best one is found.</summary>
    [Fact]
    public void Round_FewSmallLeaves_IsTheBestRoundingOrNearIt()
    {
        var (ours, least) = (0L, 0L);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var table = RoundingExamples.Table([3], 2, nested: false, RoundingExamples.Thinned([.. Enumerable.Range(0, 18).Select(_ => random.NextInt64(8))]));
            var (mine, best) = (RoundingExamples.SquaredError(table, CountRounding.Round(table, 5)), RoundingExamples.AllRoundings(table, 5).Min(x => RoundingExamples.SquaredError(table, x)));
            Assert.InRange(mine, best, best * 5 / 4);
            (ours, least) = (ours + mine, least + best);
        }

        Assert.InRange(ours, least, least * 101 / 100);
    }

    [Fact]
    public void Round_MunicipalitiesInAnotherOrder_GivesTheSameCounts()
    {
        var layout = Tables.Layout([6], 3);
        var table = Tables.Random(layout, Measure.Proportion, 4, 0.02);
        int[] order = [3, 5, 0, 4, 1, 2, 6];
        var shuffled = new Layout([.. order.Select(x => layout.Areas[x])], layout.AreaParent, layout.Bands, layout.BandLeaves);
        var other = Tables.Of(shuffled, Measure.Proportion, (area, band, sex) => (table[order[area], band, sex].Base, table[order[area], band, sex].Cases));

        var (ours, theirs) = (Rounding.Protect(table, new()).Table, Rounding.Protect(other, new()).Table);

        for (var area = 0; area < order.Length; area++)
        {
            foreach (var sex in Tables.Published)
            {
                Assert.Equal((ours[order[area], 0, sex].Base, ours[order[area], 0, sex].Cases), (theirs[area, 0, sex].Base, theirs[area, 0, sex].Cases));
            }
        }
    }

    [Fact]
    public void Round_RelationsInAnotherOrder_GivesTheSameCounts() => RoundingExamples.Any.Sample(
        table =>
        {
            Relation[] backwards = [.. table.Relations.Reverse().Select(x => x with { Parts = [.. x.Parts.Reverse()] })];
            Assert.Equal(CountRounding.Round(table, 5), CountRounding.Round(new(RoundingExamples.Counts(table), table.Roles, backwards), 5));
        },
        iter: 20);

    /// <summary>About as many small counts as in the reference table of forty indicators.</summary>
    [Fact]
    public void Round_FortyIndicatorsOfACounty_StaysNear()
    {
        var errors = new List<long>();
        for (var indicator = 0; indicator < 40; indicator++)
        {
            var table = Tables.Random(Tables.Layout([13], 6), Measure.Rate, indicator, 0.01 + (0.007 * indicator), smallest: 20, largest: 500);
            var rounded = Rounding.Protect(table, new()).Table;
            errors.AddRange(
                from area in Enumerable.Range(0, 14) from band in Enumerable.Range(0, 7) from sex in Tables.Published select Math.Abs(rounded[area, band, sex].Cases - table[area, band, sex].Cases));
        }

        Assert.True(errors.Average() < 0.8, $"{errors.Average()}");
        Assert.True(errors.Max() <= 6, $"{errors.Max()}");
    }

    [Fact]
    public void Round_WhatWasReleased_KeepsEveryCount() => RoundingExamples.Any.Sample(
        table =>
        {
            var first = CountRounding.Round(table, 5);
            var grown = RoundingExamples.Grown(table);
            var again = CountRounding.Round(grown, 5, [.. first.Select(long? (x, cell) => RoundingExamples.Released(table, cell) ? x : null), .. Enumerable.Repeat<long?>(null, grown.Count - table.Count)]);
            Assert.Equal(first, again.Take(table.Count));
        },
        iter: 40);

    /// <summary>Only F, M and T are released; X is what T leaves, and stays that.</summary>
    [Fact]
    public void Round_AReleasedTotal_SettlesTheUnpublishedSex()
    {
        var table = new AdditiveTable([40, 40, 3, 83], [CellRole.Open, CellRole.Open, CellRole.Unpublished, CellRole.Open], [new(3, [0, 1, 2], false)]);

        Assert.Equal([40, 40, 0, 80], CountRounding.Round(table, 5, [40, 40, null, 80]));
        Assert.Equal([40, 40, 5, 85], CountRounding.Round(table, 5, [40, 40, null, 85]));
    }

    /// <summary>A sum can be kept though none of its leaves was released.</summary>
    [Fact]
    public void Round_AReleasedTotalOfNewLeaves_IsKept()
    {
        var table = new AdditiveTable([2, 2, 2, 2, 8], [.. Enumerable.Repeat(CellRole.Open, 5)], [new(4, [0, 1, 2, 3], false)]);

        Assert.Equal(20, CountRounding.Round(table, 5, [null, null, null, null, 20])[4]);
    }

    [Theory]
    [InlineData(40L, 82L, 3)]
    [InlineData(40L, 95L, 3)]
    [InlineData(3L, null, 0)]
    public void Round_ReleasedCountsThatCannotBeKept_NamesTheCellsWithoutTheirCounts(long first, long? total, int named)
    {
        var table = new AdditiveTable([40, 41, 3, 84], [.. Enumerable.Repeat(CellRole.Open, 4)], [new(3, [0, 1, 2], false)]);

        var refused = Assert.Throws<ReleasedCountsException>(() => CountRounding.Round(table, 5, [first, 41, 0, total]));

        Assert.Equal([named], refused.Cells);
        Assert.DoesNotContain(refused.Message, char.IsDigit);
    }

    [Fact]
    public void Round_ALeafOfFewPeople_BecomesAMultipleOfTheThreshold()
    {
        var table = new AdditiveTable([12, 30, 42], [.. Enumerable.Repeat(CellRole.Open, 3)], [new(2, [0, 1], false)]);

        var rounded = CountRounding.Round(table, 5, few: new HashSet<int> { 0 });

        Assert.Equal([10, 30, 40], rounded);
    }

    [Theory]
    [InlineData("not the sum", 0, 1)]
    [InlineData("part of itself", 2, 2)]
    [InlineData("counts a leaf twice", 0, 0)]
    public void Round_WhatIsNoTable_SaysWhichCell(string message, int first, int second)
    {
        var table = new AdditiveTable([3, 4, 8], [.. Enumerable.Repeat(CellRole.Open, 3)], [new(2, [first, second], false)]);

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => CountRounding.Round(table, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Round_GroupingsOfDifferentLeaves_AreRefused()
    {
        var table = new AdditiveTable([3, 4, 2, 5, 7], [.. Enumerable.Repeat(CellRole.Open, 5)], [new(4, [0, 1], false), new(4, [2, 3], false)]);

        Assert.Contains("same leaves", Assert.Throws<ArgumentException>(() => CountRounding.Round(table, 5)).Message, StringComparison.Ordinal);
    }
}
