using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class PrimaryRulesTests
{
    static readonly ProtectionParameters Default = new();

    [Theory]
    [InlineData(100, 50, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(100, 1, 2)]
    [InlineData(100, 4, 2)]
    [InlineData(100, 5, 0)]
    [InlineData(100, 99, 3)]
    [InlineData(100, 96, 3)]
    [InlineData(100, 95, 0)]
    [InlineData(100, 100, 4)]
    [InlineData(19, 9, 1)]
    [InlineData(19, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(20, 9, 0)]
    [InlineData(0, 0, 0)]
    public void Of_Proportion_NamesTheRule(long people, long cases, int rule) =>
        Assert.Equal((WithheldBy)rule, PrimaryRules.Of(new Counts { Base = people, Cases = cases }, Measure.Proportion, Default));

    [Theory]
    [InlineData(100, 50, 50, 0)]
    [InlineData(100, 50, 4, 2)]
    [InlineData(100, 3, 3, 2)]
    [InlineData(100, 0, 0, 0)]
    [InlineData(100, 250, 100, 0)]
    [InlineData(12, 50, 12, 1)]
    public void Of_Rate_LooksAtPeopleBehindTheEvents(long people, long events, long contributors, int rule) =>
        Assert.Equal((WithheldBy)rule, PrimaryRules.Of(new Counts { Base = people, Cases = events, Contributors = contributors }, Measure.Rate, Default));

    [Theory]
    [InlineData(100, 1, 1, 0)]
    [InlineData(100, 100, 100, 5)]
    [InlineData(100, 97, 3, 5)]
    [InlineData(100, 3, 96, 5)]
    [InlineData(100, 5, 95, 0)]
    [InlineData(19, 1, 1, 1)]
    public void Of_Mean_HidesWhereTheOthersCanBeTold(long people, long atMinimum, long atMaximum, int rule) =>
        Assert.Equal((WithheldBy)rule, PrimaryRules.Of(new Counts { Base = people, AtMinimum = atMinimum, AtMaximum = atMaximum }, Measure.Mean, Default));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void IsSmallUnpublished_AroundTheThreshold_IsSmallBelowIt(long count, bool expected) =>
        Assert.Equal(expected, PrimaryRules.IsSmallUnpublished(count, Default));

    [Fact]
    public void Of_LargerThreshold_HidesMore()
    {
        var cell = new Counts { Base = 100, Cases = 7 };
        Assert.Equal(WithheldBy.Nothing, PrimaryRules.Of(cell, Measure.Proportion, Default));
        Assert.Equal(WithheldBy.SmallCases, PrimaryRules.Of(cell, Measure.Proportion, new(Threshold: 10)));
    }
}
