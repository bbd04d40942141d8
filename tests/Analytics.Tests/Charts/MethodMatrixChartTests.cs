using System.Globalization;
using System.Xml.Linq;
using Analytics.Charts;
using Xunit;

namespace Analytics.Tests.Charts;

public sealed class MethodMatrixChartTests
{
    static readonly MethodMatrix Matrix = new(
        [new("sdq", "SDQ", 3, 2, 17), new("epds", "EPDS med ett mycket långt namn som inte får plats", 0, 0, 0)],
        [new("Grupp 1 · 2 st", [0], [new("Skolan", [1, 0]), new("Elevhälsan", [1 / 3.0, 1])]), new("Grupp 2 · 1 st", [], [new("Polisen", [0, 2 / 3.0])])]);

    static ChartPicture Draw(string language = "sv") => MethodMatrixChart.Draw(Matrix, CultureInfo.GetCultureInfo(language), new ChartFrame(960, "En matris.") { Title = "Metodkarta", Note = "Källa och utgåva" });

    static IReadOnlyList<XElement> Marks(ChartPicture picture, string name) => [.. XElement.Parse(picture.Svg).Descendants().Where(x => x.Name.LocalName == name)];

    [Fact]
    public void Draw_Names_AllStandInThePictureAndLongOnesAreShortened()
    {
        string[] texts = [.. Marks(Draw(), "text").Select(x => x.Value)];

        Assert.All(["Metodkarta", "Grupp 1 · 2 st", "Grupp 2 · 1 st", "Skolan", "Elevhälsan", "Polisen", "SDQ", "Källa och utgåva", "utmärker gruppen"], x => Assert.Contains(x, texts));
        Assert.Contains(texts, x => x.StartsWith("EPDS med", StringComparison.Ordinal) && x.EndsWith('…'));
    }

    /// <summary>Two uses mark group 1, and one stands in the legend.</summary>
    [Fact]
    public void Draw_UsesThatMarkAGroup_AreDarkAndTheOthersGrey()
    {
        static int Count(IEnumerable<XElement> marks, string colour) => marks.Count(x => string.Equals(x.Attribute("fill")?.Value, colour, StringComparison.OrdinalIgnoreCase));
        var all = XElement.Parse(Draw().Svg).Descendants().ToArray();

        Assert.Equal(2 + 1, Count(all, Theme.Higher));
        Assert.Equal(2 + 1, Count(all, Theme.Similar));
    }

    [Fact]
    public void Draw_Twice_GivesTheSameBytes() => Assert.Equal(Draw().Svg, Draw().Svg);

    [Fact]
    public void Draw_InEnglish_HasEnglishWords() => Assert.Contains(Marks(Draw("en"), "text"), x => x.Value == "marks the group");

    [Fact]
    public void Draw_Rows_ArePointsInReadingOrder() => Assert.Equal(["Skolan", "Elevhälsan", "Polisen"], Draw().Points.Select(x => x.Label));

    [Fact]
    public void Draw_ManyMethods_IsWiderThanItsFrameAndNotSmaller()
    {
        var many = Many(90, 4);
        var picture = MethodMatrixChart.Draw(many, CultureInfo.GetCultureInfo("sv"), new ChartFrame(ChartFrame.PhoneWidth, ""));
        Assert.True(picture.Width > 90 * 16);
        Assert.All(picture.Points, x => Assert.True(x.X + (x.Width / 2) <= picture.Width && x.Y + (x.Height / 2) <= picture.Height));
    }

    [Theory]
    [InlineData(90, 3)]
    [InlineData(6, 2)]
    [InlineData(52, 14)]
    public void Draw_ForAProjector_ShowsGroupsInsteadOfTheirMembersAndSaysWhatIsLeftOut(int methods, int groups)
    {
        var frame = new ChartFrame(ChartFrame.ProjectorWidth, "") { MostHeight = ChartFrame.ProjectorHeight };
        var picture = MethodMatrixChart.Draw(Many(methods, groups), CultureInfo.GetCultureInfo("sv"), frame);
        Assert.True(picture.Height <= ChartFrame.ProjectorHeight && picture.Width == ChartFrame.ProjectorWidth, $"{picture.Width} × {picture.Height}");
        Assert.True(picture.Points.Count <= groups);
        Assert.Equal(picture.Points.Count < groups, Marks(picture, "text").Any(x => x.Value.EndsWith("mindre grupper till", StringComparison.Ordinal)));
        Assert.Equal(methods > 50, Marks(picture, "text").Any(x => x.Value.EndsWith("metoder till står i tabellen", StringComparison.Ordinal)));
        Assert.NotEmpty(PngImage.Of(picture));
    }

    static MethodMatrix Many(int methods, int groups) => new(
        [.. Enumerable.Range(0, methods).Select(x => new MatrixColumn($"m{x}", $"Metod med ett ganska långt namn {x}", x % 5, 0, 18))],
        [.. Enumerable.Range(1, groups).Select(group => new MatrixGroup(
            $"Grupp {group} · 3 st", [group % methods], [.. Enumerable.Range(0, 3).Select(row => new MatrixRow($"Organisationen {group} {row}", [.. Enumerable.Range(0, methods).Select(x => (x + row) % 4 / 3.0)]))]))]);
}
