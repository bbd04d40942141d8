using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Charts.ComparisonExamples;

namespace Analytics.Tests.Charts;

public sealed class DotChartTests
{
    public static TheoryData<int> EveryFrame => [.. Enumerable.Range(0, Frames.Count)];

    static ChartPicture Draw(IReadOnlyList<DotRow> rows, ChartFrame frame, CultureInfo? culture = null) => DotChart.Draw(Factor, 2025, rows, Whole, FlagLevel.Single, culture ?? Swedish, frame);

    [Theory]
    [MemberData(nameof(EveryFrame))]
    public void Draw_AnyFrame_KeepsEverythingInsideAndApart(int frame)
    {
        foreach (var rows in (IReadOnlyList<DotRow>[])[Rows, Of(49), [.. Rows, AsPublished(0.2)], [.. Rows.Where(x => x.Cell is Cell.Missing)]])
        {
            var picture = Draw(rows, Frames[frame]);
            AssertSound(picture, Frames[frame]);
            AssertApart(picture);
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(960)]
    public void Draw_Points_StandWhereTheRoundValuesSay(int width)
    {
        var picture = Draw(Rows, new ChartFrame(width, "Länet."));
        var row = Texts(picture).Where(x => (string?)x.Attribute("text-anchor") == "middle" && double.TryParse(x.Value, CultureInfo.InvariantCulture, out _)).GroupBy(x => Number(x, "y")).MaxBy(x => x.Count())!;
        var scale = ScaleOf([.. row.Select(x => (double.Parse(x.Value, CultureInfo.InvariantCulture) / 100, Number(x, "x")))]);
        Assert.All(Rows.Where(x => x.Cell is Cell.Shown), x => Assert.Equal(scale(((Cell.Shown)x.Cell).Estimate.Value), picture.Points.Single(p => p.Area == x.Code).X, 0.5));
    }

    [Fact]
    public void Draw_EveryRow_HasItsSentenceInOrder()
    {
        var picture = Draw(Rows, new ChartFrame(960, "Länet."));
        Assert.Equal(Rows.Select(x => x.Code), picture.Points.Select(x => x.Area));
        Assert.Equal(
            Rows.Select(x => x.Cell is Cell.Shown shown
                ? VerdictSentence.Of(Factor, x.Name, 2025, shown.Estimate, x.Comparison, Swedish)
                : VerdictSentence.Of(Factor, x.Name, 2025, ((Cell.Missing)x.Cell).Reason, Swedish)),
            picture.Points.Select(x => x.Label));
        Assert.True(picture.Points.Zip(picture.Points.Skip(1)).All(x => x.First.Y < x.Second.Y));
    }

    [Theory]
    [InlineData(960)]
    [InlineData(360)]
    public void Draw_MissingValue_HasReasonAndSign(int width)
    {
        foreach (var culture in (CultureInfo[])[Swedish, English])
        {
            var texts = Texts(Draw(Rows, new ChartFrame(width, "Länet."), culture)).Select(x => x.Value).ToArray();
            Assert.All(Enum.GetValues<Reason>(), x => Assert.Contains(texts, t => t.StartsWith(ReasonText.Glyph(x), StringComparison.Ordinal) && t.EndsWith(width == 960 ? ReasonText.Of(x, culture) : ReasonText.Short(x, culture), StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Draw_ManyMunicipalitiesOnAProjector_KeepsTheMostCertainAndSaysHowManyAreLeftOut()
    {
        var rows = Of(49);
        var picture = Draw(rows, new ChartFrame(860, "Länet.") { MostHeight = 370 });
        var kept = picture.Points.Where(x => x.Area.Length > 0).Select(x => x.Area).ToHashSet();
        Assert.Contains(Texts(picture), x => x.Value.StartsWith($"{49 - kept.Count} kommuner till", StringComparison.Ordinal));
        var differing = rows.Where(x => x.Comparison is { Verdict: not Verdict.Similar }).ToArray();
        Assert.Equal(Math.Min(kept.Count, differing.Length), differing.Count(x => kept.Contains(x.Code)));
        Assert.Equal(Enum.GetValues<Reason>().Length, picture.Points.Count(x => x.Area.Length == 0));
    }

    [Fact]
    public void Draw_Ranks_StandOnlyWhenAskedForAndNeverAlone()
    {
        Assert.DoesNotContain(Texts(Draw(Rows, new ChartFrame(960, "Länet."))), x => x.Value.Contains("plats", StringComparison.Ordinal));
        IReadOnlyList<DotRow> ranked = [.. Rows.Select(x => x.Cell is Cell.Shown ? x with { Ranks = new RankRange(2, 5) } : x)];
        foreach (var width in (int[])[360, 960])
        {
            var picture = Draw(ranked, new ChartFrame(width, "Länet."));
            Assert.Equal(13, Texts(picture).Count(x => x.Value.EndsWith("2–5", StringComparison.Ordinal)));
            Assert.Contains("Möjliga platser bland 13: 2–5, där 1 är lägst.", picture.Points[0].Label, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Draw_OneVeryLongInterval_IsCutWithoutSqueezingTheOthers()
    {
        IReadOnlyList<DotRow> alike = [.. Enumerable.Range(0, 12).Select(x => Shown(x, 200 + x, 2000))];
        var picture = Draw([Shown(20, 1, 6), .. alike], new ChartFrame(960, "Länet."));
        Assert.Contains(Texts(picture), x => x.Value == "når utanför bilden");
        Assert.DoesNotContain(Texts(Draw(alike, new ChartFrame(960, "Länet."))), x => x.Value == "når utanför bilden");
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Frames.Select(x => Draw(Rows, x).Svg).ToArray();
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, Frames.Select(x => Draw(Rows, x).Svg));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
