using System.Globalization;
using System.Xml.Linq;
using Analytics.Practice;
using Bunit;
using Dashboard.Methods;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Methods;

public sealed class MethodPageTests
{
    [Theory]
    [InlineData("sv", "Metodkarta")]
    [InlineData("en", "Map of methods")]
    public void Methods_WithAnswers_BeginWithWhatTheGroupsSay(string language, string heading)
    {
        using var context = new PageContext(language, MadeUpPractice.Release());
        var page = context.At<MethodPage>("/metoder");

        Assert.Equal(heading, Reading.Of(page.Find("h1")));
        Assert.Equal(ClusterSentence.Of(MadeUpPractice.Part.Clusters[0], CultureInfo.GetCultureInfo(language)), Reading.Of(page.Find(".chart-sentence")));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Methods_Picture_HasEveryOrganisationAndMethod(string language)
    {
        using var context = new PageContext(language, MadeUpPractice.Release());
        var texts = XElement.Parse(context.At<MethodPage>("/metoder").Find(".chart-sheet > svg").OuterHtml).Descendants().Where(x => x.Name.LocalName == "text").Select(x => x.Value).ToArray();

        Assert.All(MadeUpPractice.Part.Uses, x => Assert.Contains(x.Organisation, texts));
        Assert.Contains("SAVRY", texts);
    }

    [Fact]
    public void Methods_Table_SaysWhatThePictureShows()
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());
        var rows = context.At<MethodPage>("/metoder").FindAll("details.twin tbody tr").Select(Reading.Of).ToArray();

        Assert.Equal(26, rows.Length);
        Assert.All(MadeUpPractice.Part.Uses.Where(x => x.Organisation == "Skolan Aneby"), use => Assert.Contains(rows, x => x.StartsWith("Skolan Aneby", StringComparison.Ordinal) && x.Contains(MadeUpCodebook.Of().FindMethod(use.Method)!.NameSv, StringComparison.Ordinal)));
    }

    [Fact]
    public void Methods_ChosenNumberOfGroups_IsShownAndTheProposalNamed()
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());
        var other = MadeUpPractice.Part.Clusters[0].Partitions.First(x => x.Clusters != MadeUpPractice.Part.Clusters[0].Chosen).Clusters;
        var page = context.At<MethodPage>($"/metoder?k={other}");

        Assert.Equal(other, page.FindAll("section[aria-labelledby=grupper] tbody tr").Count);
        Assert.Contains($"Du ser {other} grupper", Reading.Of(page.Find(".page-head")), StringComparison.Ordinal);
        Assert.Equal("true", page.FindAll("section[aria-labelledby=antal] tbody tr").Single(x => x.TextContent.TrimStart().StartsWith(other.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("unit=municipality", 13)]
    [InlineData("unit=municipality&likeness=properties", 13)]
    [InlineData("likeness=properties", 26)]
    public void Methods_OtherUnitsAndLikeness_AreShown(string query, int units)
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());

        Assert.Equal(units, context.At<MethodPage>($"/metoder?{query}").FindAll("details.twin tbody tr").Count);
    }

    [Fact]
    public void Methods_Purpose_LeavesOutWhatIsUsedForOthers()
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());
        var rows = context.At<MethodPage>("/metoder?purpose=identify").FindAll("section[aria-labelledby=metoder] tbody tr").Select(Reading.Of).ToArray();

        Assert.StartsWith("SDQ", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_WithheldShares_SayWhyAndNeverZero()
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());
        var rows = context.At<MethodPage>("/metoder").FindAll("section[aria-labelledby=uppfoljning] tbody tr").Select(Reading.Of).ToArray();

        Assert.Contains(rows, x => x.StartsWith("Jönköpings län", StringComparison.Ordinal) && x.Contains("69", StringComparison.Ordinal));
        Assert.All(rows.Where(x => x.StartsWith("Aneby", StringComparison.Ordinal)), x => Assert.Contains("Skyddat värde", x, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Methods_UnknownParameters_AreNamed()
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());

        Assert.Contains("k = 99", Reading.Of(context.At<MethodPage>("/metoder?k=99").Find(".notice")), StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_ReleaseWithoutAnswers_SaysSo()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());

        Assert.Contains("inga svar om metoder", Reading.Of(context.At<MethodPage>("/metoder").Find(".lead")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_HoldTitleSourceAndRelease()
    {
        await using var dashboard = await RunningDashboard.StartAsync(MemoryStore.Of(MadeUpPractice.Release()));

        var csv = await dashboard.Client.GetStringAsync("/metoder.csv?unit=organisation", Xunit.TestContext.Current.CancellationToken);
        var svg = await dashboard.Client.GetStringAsync("/metoder.svg?unit=municipality&lang=en", Xunit.TestContext.Current.CancellationToken);

        Assert.Contains("unit,name,municipality,actor,group,silhouette,method,use\n", csv, StringComparison.Ordinal);
        Assert.All((string[])[csv, svg], x => Assert.Contains(MadeUpRelease.Id, x, StringComparison.Ordinal));
        Assert.Contains("Påhittade", csv, StringComparison.Ordinal);
        Assert.Contains("Made-up", svg, StringComparison.Ordinal);
        Assert.Equal(MadeUpPractice.Part.Uses.Count, csv.Split('\n').Count(x => x.StartsWith("Sko", StringComparison.Ordinal) || x.StartsWith("Soc", StringComparison.Ordinal)));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await dashboard.Client.GetAsync("/metoder.csv?k=99", Xunit.TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?unit=municipality")]
    public void Methods_Points_AreTheRowsOfTheTable(string query)
    {
        using var context = new PageContext("sv", MadeUpPractice.Release());
        var page = context.At<MethodPage>($"/metoder{query}");
        var points = page.FindAll(".chart-point").Select(x => x.GetAttribute("aria-label")!).ToArray();
        var rows = page.FindAll("details.twin tbody tr");
        Assert.Equal(rows.Count, points.Length);
        Assert.All(rows.Zip(points), x =>
        {
            Assert.StartsWith(Reading.Of(x.First.Children[0]), x.Second, StringComparison.Ordinal);
            Assert.EndsWith(Reading.Of(x.First.Children[^1]), string.Join(' ', x.Second.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        });
    }
}
