using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;
using static Analytics.Tests.Charts.ComparisonExamples;

namespace Analytics.Tests.Charts;

public sealed class SmallMultiplesChartTests
{
    static readonly IReadOnlyList<Tile> Tiles = [new(0, 0), new(0, 2), new(1, 1), new(2, 0), new(2, 3)];

    public static TheoryData<int> EveryFrame => [.. Enumerable.Range(0, Frames.Count)];

    /// <summary>Five rising years; one has a gap, one a break, one no value at all.</summary>
    static IReadOnlyList<SmallMultiple> Panels(int count, bool tiles) =>
        [.. Enumerable.Range(0, count).Select(i => Panel(i, tiles && i < Tiles.Count ? Tiles[i] : null))];

    static SmallMultiple Panel(int number, Tile? tile)
    {
        var years = Enumerable.Range(2021, 5).Select(year => (number % 5, year) switch
        {
            (1, 2023) => new SmallMultipleYear(year, new Cell.Missing(Reason.Suppressed, 30), null, null),
            (2, _) => new SmallMultipleYear(year, new Cell.Missing(Reason.NotMeasured, null), null, null),
            _ => Year(year, 20 + number + ((year - 2021) * (number % 5 == 0 ? 40 : 2)), 600) with { IsBreak = number % 5 == 3 && year == 2024 },
        }).ToArray();
        var points = years.Where(x => x.Cell is Cell.Shown).Select(x => (x.Period.Last, ((Cell.Shown)x.Cell).Estimate)).ToArray();
        return new SmallMultiple($"16{number:00}", $"Kommun {number}", tile, years, number % 5 == 3 ? new SeriesTrend.Untested(Reason.TooFewYears) : SeriesTrend.Of(points, Polarity.HigherWorse));
    }

    static SmallMultipleYear Year(int year, long cases, long people)
    {
        var row = Shown(0, cases, people);
        return new SmallMultipleYear(year, row.Cell, Centre, row.Comparison);
    }

    static ChartPicture Draw(IReadOnlyList<SmallMultiple> panels, ChartFrame frame, CultureInfo? culture = null) => SmallMultiplesChart.Draw(Factor, panels, Whole, culture ?? Swedish, frame);

    [Theory]
    [MemberData(nameof(EveryFrame))]
    public void Draw_AnyFrame_KeepsEverythingInsideAndApart(int frame)
    {
        foreach (var panels in (IReadOnlyList<SmallMultiple>[])[Panels(5, tiles: true), Panels(13, tiles: false), Panels(49, tiles: false)])
        {
            var picture = Draw(panels, Frames[frame]);
            AssertSound(picture, Frames[frame]);
            AssertApart(picture);
        }
    }

    [Fact]
    public void Draw_Tiles_StandWhereTheyLieAndTheOthersBelow()
    {
        var picture = Draw([.. Panels(5, tiles: true), Panel(5, null)], new ChartFrame(960, "Länet."));
        var heads = Enumerable.Range(0, 6).Select(i => picture.Points.First(x => x.Area == $"16{i:00}")).ToArray();
        Assert.Equal(heads[0].Y, heads[1].Y);
        Assert.True(heads[0].X < heads[2].X && heads[2].X < heads[1].X && heads[1].X < heads[4].X);
        Assert.Equal(heads[3].Y, heads[4].Y);
        Assert.True(heads[5].Y > heads[4].Y);
        Assert.Equal(heads[0].X, heads[3].X);
    }

    [Fact]
    public void Draw_Years_StandOnOneCommonScale()
    {
        var panels = Panels(5, tiles: true);
        var picture = Draw(panels, new ChartFrame(960, "Länet."));
        var first = Texts(picture).Where(x => (string?)x.Attribute("text-anchor") == "end" && double.TryParse(x.Value, CultureInfo.InvariantCulture, out var n) && n < 100 && Number(x, "x") < 60).Take(2).ToArray();
        var scale = ScaleOf([.. first.Select(x => (double.Parse(x.Value, CultureInfo.InvariantCulture) / 100, Number(x, "y")))]);
        var head = picture.Points[0].Y;
        foreach (var panel in panels.Where(x => x.Code is "1600" or "1604"))
        {
            var points = picture.Points.Where(x => x.Area == panel.Code).ToArray();
            var lower = points[0].Y - head;
            Assert.All(panel.Years.Zip(points.Skip(1)), x => Assert.Equal(scale(((Cell.Shown)x.First.Cell).Estimate.Value) + lower, x.Second.Y, 0.5));
            Assert.All(points.Skip(1).Zip(points.Skip(2)), x => Assert.True(x.First.X < x.Second.X));
        }
    }

    [Theory]
    [InlineData("sv-SE", "↗ säker ökning, sämre", "… för få år", "– mäts inte")]
    [InlineData("en-GB", "↗ certain rise, worse", "… too few years", "– not measured")]
    public void Draw_Tags_AreSignAndWords(string culture, string rising, string few, string gap)
    {
        var texts = Texts(Draw(Panels(5, tiles: true), new ChartFrame(960, "Länet."), CultureInfo.GetCultureInfo(culture))).Select(x => x.Value).ToArray();
        Assert.Contains(rising, texts);
        Assert.Contains(few, texts);
        Assert.Contains(gap, texts);
        Assert.Contains(ReasonText.Glyph(Reason.Suppressed), texts);
        Assert.Contains(ReasonText.Glyph(Reason.NewDefinition), texts);
    }

    [Fact]
    public void Draw_Points_TellTheSeriesThenItsYears()
    {
        var panels = Panels(5, tiles: false);
        var picture = Draw(panels, new ChartFrame(960, "Länet."));
        Assert.Equal(panels.SelectMany(x => ((int?[])[null, .. x.Years.Select(y => (int?)y.Period.Last)]).Select(y => (x.Code, y))), picture.Points.Select(x => (x.Area, x.Year)));
        Assert.StartsWith("Kommun 0: från 3,3\u00A0% 2021 till 30,0\u00A0% 2025. I Kommun 0 har andelen säkert ökat 2021–2025", picture.Points[0].Label, StringComparison.Ordinal);
        Assert.Contains("Utan värde 2023: skyddat värde.", picture.Points.First(x => x.Area == "1601").Label, StringComparison.Ordinal);
        Assert.Contains("Mäts på nytt sätt från 2024.", picture.Points.First(x => x.Area == "1603").Label, StringComparison.Ordinal);
        Assert.StartsWith("I Kommun 1 visas inget värde för år 2023: skyddat värde", picture.Points.Single(x => x is { Area: "1601", Year: 2023 }).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_GapOrBreak_IsNotBridgedByTheLine()
    {
        // Four whole steps where all five years are joined; two pairs of years on both sides of a gap; three and two on both sides of a break.
        int Steps(int panel) => Draw([Panel(panel, null)], new ChartFrame(960, "Länet.")).Svg is var svg
            ? System.Xml.Linq.XDocument.Parse(svg).Descendants().Where(x => x.Attribute("stroke")?.Value == Theme.Ink && (string?)x.Attribute("stroke-width") == "2.5").Sum(x => ((string?)x.Attribute("d"))?.Count(c => c == 'M') ?? 0)
            : 0;
        Assert.Equal(1, Steps(0) - Steps(3));
        Assert.Equal(2, Steps(0) - Steps(1));
        Assert.Equal(4, Steps(0) - Steps(2));
    }

    [Fact]
    public void Draw_ManyOnAProjector_KeepsThoseThatChangeAndSaysHowManyAreLeftOut()
    {
        var picture = Draw(Panels(49, tiles: false), new ChartFrame(860, "Länet.") { MostHeight = 370 });
        var kept = picture.Points.Select(x => x.Area).Distinct().ToArray();
        Assert.InRange(kept.Length, 4, 48);
        Assert.Contains(Texts(picture), x => x.Value.StartsWith($"{49 - kept.Length} kommuner till", StringComparison.Ordinal));
        Assert.Contains("1600", kept);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytes() => Assert.All(Frames, x => Assert.Equal(Draw(Panels(13, tiles: false), x).Svg, Draw(Panels(13, tiles: false), x).Svg));
}
