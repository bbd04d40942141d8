using System.Globalization;
using System.Xml.Linq;
using Analytics.Charts;
using Xunit;
using static Analytics.Tests.Charts.TieExamples;

namespace Analytics.Tests.Charts;

public sealed class TieNetworkChartTests
{
    public static TheoryData<int> Counts => [.. Enumerable.Range(2, 23)];

    static ChartPicture Draw(CultureInfo? culture = null) => TieNetworkChart.Draw(Actors, Ties, OneSided, culture ?? Swedish, Bare with { Title = "Nätverk", Note = "Källa" });

    [Fact]
    public void Draw_PairsWithRegularContact_AreTheLines() => Assert.Equal(
        ["Socialtjänst – Barn- och ungdomspsykiatri (BUP)", "Socialtjänst → Polis", "Socialtjänst – Skola", "Barn- och ungdomspsykiatri (BUP) – Skola"],
        Draw().Points.Skip(Actors.Count).Select(x => x.Label.Split(": ")[0]));

    [Fact]
    public void Draw_Points_SayWhatBothSidesSay() => Assert.Superset(
        new HashSet<string> { "Socialtjänst, grupp 1", "Socialtjänst → Polis: 3,0, ungefär varje månad; omvänt 0,3, nästan aldrig", "Barn- och ungdomspsykiatri (BUP) – Skola: skyddat värde; omvänt 2,5, ungefär varje månad" },
        Draw().Points.Select(x => x.Label).ToHashSet());

    [Fact]
    public void Draw_OneSidedTheOtherWay_TurnsTheArrow() => Assert.Contains(
        "Polis → Socialtjänst",
        TieNetworkChart.Draw(Actors, [.. Ties.Select(x => (x.From, x.To) is ("c", "a") ? x with { Frequency = 3 } : (x.From, x.To) is ("a", "c") ? x with { Frequency = 0 } : x)], [new("c", "a", 3, 0)], Swedish, Bare).Points.Select(x => x.Label.Split(": ")[0]));

    [Fact]
    public void Lines_WidthsAndKinds_FollowWhatIsKnown()
    {
        var lines = TieLine.Of([.. Actors.Select(x => new TieNode(x, 0, 0, 10))], Ties, OneSided);
        Assert.Equal([TieLineKind.Known, TieLineKind.OneSided, TieLineKind.Known, TieLineKind.Unknown], lines.Select(x => x.Kind));
        Assert.Equal(((double[])[3.5, 3, 1.75, 2.5]).Select(x => (double)TieLine.WidthOf(x)), lines.Select(x => x.Width));
    }

    [Fact]
    public void Draw_MoreContact_MakesALargerNode()
    {
        float[] radii = [.. XDocument.Parse(Draw().Svg).Descendants().Where(x => x.Name.LocalName == "ellipse").Select(x => float.Parse(x.Attribute("rx")!.Value, CultureInfo.InvariantCulture)).Distinct()];
        Assert.Contains(24, radii);
        Assert.Contains(11, radii);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Places_AnyNumberOfActors_HaveLabelsThatNeverOverlap(int count)
    {
        var circle = CirclePlaces.Of([.. Many(count).Select(x => x.Name)]);
        var boxes = circle.Places.Select(x => x.Box).ToArray();
        for (var i = 0; i < count; i++)
        {
            Assert.All(boxes.Skip(i + 1), x => Assert.True(x.Right <= boxes[i].Left || boxes[i].Right <= x.Left || x.Bottom <= boxes[i].Top || boxes[i].Bottom <= x.Top));
            Assert.All(circle.Places, x => Assert.False(boxes[i].Left < x.X && x.X < boxes[i].Right && boxes[i].Top < x.Y && x.Y < boxes[i].Bottom));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Draw_AnyNumberOfActors_StaysInsideThePicture(int count)
    {
        var actors = Many(count);
        var picture = TieNetworkChart.Draw(actors, TiesOf(actors), [], English, Bare);
        Assert.All(picture.Points, x => Assert.True(x.X > 0 && x.X < picture.Width && x.Y > 0 && x.Y < picture.Height));
        Assert.DoesNotContain("NaN", picture.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WithoutAnyContact_StillDrawsTheActors()
    {
        var picture = TieNetworkChart.Draw([.. Actors.Select(x => x with { Degree = 0, Community = null })], [.. Ties.Select(x => x with { Frequency = 0 })], [], Swedish, Bare);
        Assert.Equal(Actors.Select(x => x.Name), picture.Points.Select(x => x.Label));
        Assert.DoesNotContain("NaN", picture.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Draw().Svg;
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, Draw().Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Draw_ForAProjector_FitsWithItsLabelsApart(int count)
    {
        var actors = Many(count);
        var picture = TieNetworkChart.Draw(actors, TiesOf(actors), [], English, Projector);
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight && picture.Width == ChartFrame.ProjectorWidth, $"{picture.Width} × {picture.Height}");
        Assert.All(picture.Points, x => Assert.True(x.X > 0 && x.X < picture.Width && x.Y > 0 && x.Y < picture.Height));
        Assert.Equal(count > 10, picture.Svg.Contains($"The 10 with most contact; {count - 10} more actors are in the table.", StringComparison.Ordinal));
        var boxes = CirclePlaces.Of([.. actors.Take(10).Select(x => x.Name)], 184, 60).Places.Select(x => x.Box).ToArray();
        for (var i = 0; i < boxes.Length; i++)
        {
            Assert.All(boxes.Skip(i + 1), x => Assert.True(x.Right <= boxes[i].Left || boxes[i].Right <= x.Left || x.Bottom <= boxes[i].Top || boxes[i].Bottom <= x.Top));
        }
    }
}
