using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using CsCheck;
using Xunit;
using static Analytics.Tests.Charts.ComparisonExamples;

namespace Analytics.Tests.Charts;

public sealed class FunnelChartTests
{
    public static TheoryData<int> EveryFrame => [.. Enumerable.Range(0, Frames.Count)];

    static ChartPicture Draw(IReadOnlyList<DotRow> rows, ChartFrame frame) => FunnelChart.Draw(Factor, 2025, rows, Whole, Centre, FlagLevel.Single, Swedish, frame);

    [Theory]
    [MemberData(nameof(EveryFrame))]
    public void Draw_AnyFrame_KeepsEverythingInsideAndApart(int frame)
    {
        foreach (var rows in (IReadOnlyList<DotRow>[])[Rows, Of(49), [.. Rows, AsPublished(0.2)]])
        {
            var picture = Draw(rows, Frames[frame]);
            AssertSound(picture, Frames[frame]);
            AssertApart(picture);
        }
    }

    [Fact]
    public void Draw_Points_StandWhereTheRoundValuesSayFromSmallToLarge()
    {
        var picture = Draw(Rows, new ChartFrame(960, "Länet."));
        var numbers = Texts(picture).Where(x => double.TryParse(x.Value.Replace("\u00A0", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out _))
            .Select(x => (Value: double.Parse(x.Value.Replace("\u00A0", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), Text: x)).ToArray();
        var values = ScaleOf([.. numbers.Where(x => (string?)x.Text.Attribute("text-anchor") == "end").Select(x => (x.Value / 100, Number(x.Text, "y")))]);
        var sizes = ScaleOf([.. numbers.Where(x => (string?)x.Text.Attribute("text-anchor") == "middle").Select(x => (Math.Log(x.Value), Number(x.Text, "x")))]);
        foreach (var row in Rows.Where(x => x.Cell is Cell.Shown))
        {
            var (point, estimate) = (picture.Points.Single(x => x.Area == row.Code), ((Cell.Shown)row.Cell).Estimate);
            Assert.Equal(values(estimate.Value), point.Y, 0.5);
            Assert.Equal(sizes(Math.Log(estimate.Denominator!.Value)), point.X, 0.5);
        }

        var placed = picture.Points.Take(13).Select(x => x.X).ToArray();
        Assert.Equal(placed.Order(), placed);
    }

    [Fact]
    public void Limits_OfShares_HoldExactlyTheValuesThatAreNoCertainDifference() =>
        Gen.Select(Gen.Long[0, 300], Gen.Long[2, 300]).Where(x => x.Item1 <= x.Item2).Sample((cases, people) =>
        {
            IReadOnlyList<DotRow> rows = [Shown(0, cases, people), .. Rows];
            var limits = Funnel.Of(Factor, rows, Centre).Limits(people, FunnelChart.Inner);
            var value = (double)cases / people;
            return (value < limits.Lower || value > limits.Upper) == (rows[0].Comparison!.Verdict != Verdict.Similar);
        });

    [Fact]
    public void Limits_OfRatesAndMeans_WidenTowardsFewPeople()
    {
        foreach (var measure in (Measure[])[Measure.Rate, Measure.Mean])
        {
            var indicator = Factor with { Measure = measure, Unit = Units.All.Single(x => x.Id == (measure == Measure.Mean ? "index" : "per_1000")) };
            IReadOnlyList<DotRow> rows = [.. Enumerable.Range(1, 5).Select(i => new DotRow($"{i}", $"{i}", new Cell.Shown(Estimate.Of(measure == Measure.Mean
                ? new Totals(50 * i, 50 * i, 50 * i, 50 * i, 500 * i, 5_200 * i, 500 * i, 5_200 * i) : Totals.OfCounts(3 * i, 50 * i), measure)), 0.05, null, null))];
            var funnel = Funnel.Of(indicator, rows, measure == Measure.Mean ? 10 : 0.05);
            double Width(double size) => funnel.Limits(size, 0.95).Upper - funnel.Limits(size, 0.95).Lower;
            Assert.True(Width(50) > Width(100) && Width(100) > Width(200));
            Assert.True(funnel.Limits(50, 0.998).Upper > funnel.Limits(50, 0.95).Upper);
        }
    }

    [Fact]
    public void ObstacleTo_WhatHasNoFunnel_SaysWhy()
    {
        IReadOnlyList<DotRow> missing = [.. Rows.Where(x => x.Cell is Cell.Missing)];
        Assert.Null(Funnel.ObstacleTo(Factor, Rows, Centre));
        Assert.Equal(FunnelObstacle.PlainNumber, Funnel.ObstacleTo(Factor with { Measure = Measure.Count }, Rows, Centre));
        Assert.Equal(FunnelObstacle.NoValues, Funnel.ObstacleTo(Factor, missing, Centre));
        Assert.Equal(FunnelObstacle.NoCounts, Funnel.ObstacleTo(Factor, [AsPublished(0.1), AsPublished(0.2), AsPublished(0.3)], Centre));
        Assert.Equal(FunnelObstacle.TooFew, Funnel.ObstacleTo(Factor, [Shown(1, 4, 50), Shown(2, 9, 60), .. missing], Centre));
        Assert.Equal(FunnelObstacle.NoBenchmark, Funnel.ObstacleTo(Factor, Rows, null));
        Assert.Throws<ArgumentException>(() => Funnel.Of(Factor, missing, Centre));
    }

    [Fact]
    public void Draw_Ranks_AreToldAmongThoseThatHaveOne() =>
        Assert.Contains("Möjliga platser bland 13: 2–5, där 1 är lägst.", Draw([.. Rows.Select(x => x.Cell is Cell.Shown ? x with { Ranks = new(2, 5) } : x)], new ChartFrame(960, "Länet.")).Points[0].Label, StringComparison.Ordinal);

    [Fact]
    public void Draw_ValueWithoutCounts_StandsBelowByName() =>
        Assert.Contains(Texts(Draw([.. Rows, AsPublished(0.2)], new ChartFrame(960, "Länet."))), x => x.Value == "Värde utan antal, därför inte i tratten: Utan antal");
}
