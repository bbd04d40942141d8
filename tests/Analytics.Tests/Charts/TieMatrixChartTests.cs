using System.Globalization;
using System.Xml.Linq;
using Analytics.Catalogue;
using Analytics.Charts;
using Xunit;
using static Analytics.Tests.Charts.TieExamples;

namespace Analytics.Tests.Charts;

public sealed class TieMatrixChartTests
{
    static ChartPicture Draw(CultureInfo? culture = null) => TieMatrixChart.Draw(Actors, Ties, OneSided, culture ?? Swedish, Bare with { Title = "Samverkan, påhittat län", Note = "Källa · utgåva 0123456789abcdef" });

    static IReadOnlyList<string> Texts(ChartPicture picture) => [.. XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value)];

    static int Marks(ChartPicture picture) => XDocument.Parse(picture.Svg).Root!.Elements().Count(x => x.Name.LocalName is not ("text" or "title"));

    [Fact]
    public void Draw_EveryTie_HasItsPlaceInReadingOrder()
    {
        var picture = Draw();
        Assert.Equal(
            ["Socialtjänst → Barn- och ungdomspsykiatri (BUP): 4,0, ungefär varje vecka", "Socialtjänst → Polis: 3,0, ungefär varje månad", "Socialtjänst → Skola: 2,0, ungefär varje kvartal"],
            picture.Points.Take(3).Select(x => x.Label));
        Assert.Equal(Ties.Count, picture.Points.DistinctBy(x => (x.X, x.Y)).Count());
        Assert.Contains("Barn- och ungdomspsykiatri (BUP) → Skola: skyddat värde", picture.Points.Select(x => x.Label));
        Assert.Contains("Skola → Polis: inga svar", picture.Points.Select(x => x.Label));
        Assert.All(picture.Points, x => Assert.True(x.X > 0 && x.X < picture.Width && x.Y > 0 && x.Y < picture.Height));
    }

    [Fact]
    public void Draw_EveryContact_IsDrawn()
    {
        var without = Marks(TieMatrixChart.Draw(Actors, [.. Ties.Select(x => x with { Frequency = 0, Status = null })], [], Swedish, Bare));
        Assert.All(Ties.Where(x => x.Frequency > 0), tie => Assert.True(
            Marks(TieMatrixChart.Draw(Actors, [.. Ties.Select(x => x == tie ? x : x with { Frequency = 0, Status = null })], [], Swedish, Bare)) > without));
    }

    [Fact]
    public void Draw_WithheldAndUnanswered_AreAHatchAndASign()
    {
        var none = TieMatrixChart.Draw(Actors, [.. Ties.Select(x => x with { Frequency = 0, Status = null })], [], Swedish, Bare);
        var withheld = TieMatrixChart.Draw(Actors, [.. Ties.Select(x => x with { Frequency = x.From == "b" && x.To == "d" ? null : 0, Status = x.Status == Reason.Suppressed ? x.Status : null })], [], Swedish, Bare);
        Assert.Equal(Marks(none) + 1, Marks(withheld));
        Assert.Equal(Texts(none), Texts(withheld));
        Assert.Equal(2, Texts(Draw()).Count(x => x == "∅"));
    }

    [Fact]
    public void Draw_OneSided_BearsItsNumberInBothCells()
    {
        // The community's number, its key, and the legend's example stand there anyway.
        int Ones(ChartPicture picture) => Texts(picture).Count(x => x == "1");
        Assert.Equal(Ones(TieMatrixChart.Draw(Actors, Ties, [], Swedish, Bare)) + 2, Ones(Draw()));
    }

    [Fact]
    public void Draw_Agreement_ChangesTheShape()
    {
        string[] pictures = [.. ((double?[])[0.9, 0.1, null]).Select(x => TieMatrixChart.Draw(Actors, [.. Ties.Select(y => y.From == "a" && y.To == "b" ? y with { Agreement = x } : y)], OneSided, Swedish, Bare).Svg)];
        Assert.Equal(3, pictures.Distinct().Count());
        Assert.Equal(
            TieMatrixChart.Draw(Actors, Ties, OneSided, Swedish, Bare).Svg,
            TieMatrixChart.Draw(Actors, [.. Ties.Select(x => x.Frequency < 2 ? x with { Agreement = 1 } : x)], OneSided, Swedish, Bare).Svg);
    }

    [Fact]
    public void Draw_Picture_SaysWhatItIs()
    {
        var texts = Texts(Draw());
        Assert.Superset(new HashSet<string> { "Samverkan, påhittat län", "BUP", "Barn- och ungdomspsykiatri", "(BUP)", "Källa · utgåva 0123456789abcdef", "skyddat värde", "inga svar" }, texts.ToHashSet());
        Assert.Equal("Fyra aktörer.", XDocument.Parse(Draw().Svg).Root!.Attribute("aria-label")!.Value);
        Assert.Contains("protected value", Texts(Draw(English)));
    }

    [Fact]
    public void Draw_LongNote_IsNeverCut()
    {
        var note = string.Join(' ', Enumerable.Range(0, 120).Select(x => $"ord{x}"));
        Assert.Contains(note, string.Join(' ', Texts(TieMatrixChart.Draw(Actors, Ties, OneSided, Swedish, Bare with { Note = note }))), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytesInAnyCultureAndOrderOfTies()
    {
        var before = CultureInfo.CurrentCulture;
        var first = Draw().Svg;
        try
        {
            CultureInfo.CurrentCulture = before.Name == "sv-SE" ? CultureInfo.InvariantCulture : Swedish;
            Assert.Equal(first, TieMatrixChart.Draw(Actors, [.. Ties.Reverse()], OneSided, Swedish, Bare with { Title = "Samverkan, påhittat län", Note = "Källa · utgåva 0123456789abcdef" }).Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(13)]
    [InlineData(24)]
    public void Draw_ForAProjector_FitsAndSaysHowManyAreLeftOut(int count)
    {
        var actors = count == 4 ? Actors : Many(count);
        var picture = TieMatrixChart.Draw(actors, count == 4 ? Ties : TiesOf(actors), [], English, Projector);
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight && picture.Width == ChartFrame.ProjectorWidth, $"{picture.Width} × {picture.Height}");
        var shown = (int)Math.Round((1 + Math.Sqrt(1 + (4.0 * picture.Points.Count))) / 2);
        Assert.Equal(shown < count, Texts(picture).Any(x => x == $"The {shown} with most contact; {count - shown} more actors are in the table."));
        Assert.All(picture.Points, x => Assert.True(x.X > 0 && x.X < picture.Width && x.Y > 0 && x.Y < picture.Height));
        Assert.All(XDocument.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == "text" && x.Attribute("text-anchor") is null && x.Attribute("transform") is null), x =>
            Assert.True(double.Parse(x.Attribute("x")!.Value, CultureInfo.InvariantCulture) + TextWidth.Of(x.Value, Theme.TextSize) <= picture.Width, x.Value));
        Assert.NotEmpty(PngImage.Of(picture));
    }
}
