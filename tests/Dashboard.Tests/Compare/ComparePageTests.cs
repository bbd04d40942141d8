using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Bunit;
using Dashboard.Compare;
using Dashboard.Tests.Examples;
using Dashboard.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Compare;

public sealed class ComparePageTests
{
    const string Offending = "/jamfor?indicator=out_self_reported_offending&age=13-15&year=2025";

    static ScreenView View(PageContext context, string address) => context.Services.GetRequiredService<CompareScreen>().View(context.Viewed.Release!, ViewLink.Read(address)!)!;

    [Theory]
    [InlineData("sv", "Självrapporterad brottslighet", "Jämfört med resten av länet; säkerhet 95 %.")]
    [InlineData("en", "Self-reported offending", "Compared with the rest of the county; certainty 95%.")]
    public void Page_Head_SaysWhatIsCompared(string language, string heading, string lead)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var page = context.At<ComparePage>(Offending);
        Assert.Equal(heading, Reading.Of(page.Find("h1")));
        Assert.EndsWith(lead, Reading.Of(page.Find(".lead")), StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".chart-picture svg[role=img]").Count);
    }

    [Theory]
    [InlineData("sv", "")]
    [InlineData("en", "&form=funnel")]
    [InlineData("sv", "&show=ranks&level=0.998&benchmark=similar")]
    [InlineData("en", "&show=ranks&form=funnel&level=bh&benchmark=county")]
    public void View_TableRows_AreThePointsOfThePicture(string language, string more)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var view = View(context, Offending + more);
        Assert.Empty(view.Ignored);
        var rows = view.Table.Rows.Where(x => !x.IsWhole).Select(x => x.Fields[0].Shown).ToArray();
        var points = view.Draw!(new ChartFrame(ChartFrame.PageWidth, view.Sentence)).Points;
        Assert.Equal(13, rows.Length);
        Assert.Equal(rows.Order(), points.Select(x => x.Area).Order());
        Assert.All(view.Table.Rows, x => Assert.Equal(view.Table.Columns.Count, x.Fields.Count));
        Assert.Single(view.Table.Rows, x => x.IsWhole);
    }

    [Fact]
    public void View_Dots_AreSortedByValueWithGapsLast()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var values = View(context, Offending).Table.Rows.Where(x => !x.IsWhole).Select(x => x.Fields[2].Raw as double?).ToArray();
        Assert.Equal(values.OrderByDescending(x => x ?? double.MinValue), values);
        Assert.Null(values[^1]);
    }

    [Fact]
    public void View_Sentence_NamesWhoDiffersAndCountsTheGaps()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var view = View(context, Offending);
        var verdicts = view.Table.Rows.Where(x => !x.IsWhole).Select(x => (Name: x.Fields[1].Shown, Verdict: x.Fields[8].Raw as string)).ToArray();
        var differing = verdicts.Where(x => x.Verdict is "better" or "worse").ToArray();
        Assert.StartsWith($"{differing.Length} av {verdicts.Count(x => x.Verdict is not null)} jämförda kommuner skiljer sig säkert från resten av länet: sämre i ", view.Sentence, StringComparison.Ordinal);
        Assert.All(differing, x => Assert.Contains(x.Name, view.Sentence, StringComparison.Ordinal));
        Assert.EndsWith("1 saknar värde: skyddat värde.", view.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Funnel_HasOneBenchmarkAndItsLimitsInTheTable()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<ComparePage>(Offending + "&form=funnel&benchmark=earlier_1");
        Assert.Contains("Jämfört med hela länet", Reading.Of(page.Find(".lead")), StringComparison.Ordinal);
        var view = View(context, Offending + "&form=funnel");
        Assert.Equal(["lower_95", "upper_95", "lower_998", "upper_998"], view.Table.Columns.TakeLast(4).Select(x => x.Id));
        foreach (var row in view.Table.Rows.Where(x => !x.IsWhole && x.Fields[2].Raw is not null))
        {
            var (value, lower, upper) = ((double)row.Fields[2].Raw!, (double)row.Fields[^4].Raw!, (double)row.Fields[^3].Raw!);
            Assert.Equal((row.Fields[8].Raw as string) != "similar", value < lower || value > upper);
        }
    }

    [Theory]
    [InlineData("sv", "Ingen tratt kan ritas: källan anger värden utan antal")]
    [InlineData("en", "No funnel can be drawn: the source states values without counts")]
    public void Funnel_OfValuesWithoutCounts_SaysWhyAndStillHasTheTable(string language, string why)
    {
        var release = MadeUpRelease.Of();
        release = release with
        {
            Cells = [.. release.Cells.Select(x => x.Cell is Cell.Shown { Estimate: var estimate } && x.Address.Indicator == "out_self_reported_offending"
                ? x with { Cell = new Cell.Shown(new Estimate(estimate.Value, null, null, null, EstimateMethod.AsPublished)) } : x)],
        };
        using var context = new PageContext(language, release);
        var page = context.At<ComparePage>(Offending + "&form=funnel");
        Assert.StartsWith(why, Reading.Of(page.Find(".chart-sentence")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".chart-picture"));
        Assert.Equal(14, page.FindAll(".table-twin tbody tr").Count);
        Assert.NotEmpty(page.FindAll("a[href='/jamfor?indicator=out_self_reported_offending&age=13-15&year=2025']"));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Page_WithoutBeingAsked_HasNoRank(string language)
    {
        using var context = new PageContext(language, MadeUpRelease.Of());
        var view = View(context, Offending);
        var svg = view.Draw!(new ChartFrame(960, "")).Svg;
        Assert.DoesNotMatch(@"(?i)\brank|\brang|\bplace \d|\bplats \d|platser", svg);
        Assert.DoesNotContain(view.Table.Columns, x => x.Id.StartsWith("rank", StringComparison.Ordinal));
        Assert.Contains(View(context, Offending + "&show=ranks").Table.Columns, x => x.Id == "rank_lower");
    }

    [Fact]
    public void Page_UnknownFormOrAddition_IsSaidAndMakesNoFile()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        var page = context.At<ComparePage>(Offending + "&form=pie&show=all");
        Assert.Contains("form = pie, show = all", Reading.Of(page.Find(".notice")), StringComparison.Ordinal);
        Assert.NotEmpty(View(context, Offending + "&form=pie").Ignored);
        Assert.Empty(View(context, Offending + "&form=dots").Ignored);
    }

    [Theory]
    [MemberData(nameof(AllReasons))]
    public void Gap_HasTheSameWordsInPictureTableAndFile(string language, Reason reason)
    {
        using var context = new PageContext(language, MadeUpRelease.With(MadeUpRelease.Of(), new CellAddress("out_self_reported_offending", 2025, "0604", "13-15", Sex.T), new Cell.Missing(reason, 301)));
        var (culture, view) = (CultureInfo.GetCultureInfo(language), View(context, Offending));
        var row = view.Table.Rows.Single(x => x.Fields[0].Shown == "0604");
        Assert.Equal(ReasonText.Of(reason, culture), row.Fields[2].Shown);
        Assert.Equal(ReasonCode.Of(reason), row.Fields[9].Raw);
        var picture = view.Draw!(new ChartFrame(960, view.Sentence));
        Assert.Contains(ReasonText.Of(reason, culture), picture.Svg, StringComparison.Ordinal);
        Assert.Contains(ReasonText.Of(reason, culture), picture.Points.Single(x => x.Area == "0604").Label, StringComparison.Ordinal);
    }

    public static TheoryData<string, Reason> AllReasons => [.. from language in (string[])["sv", "en"] from reason in Enum.GetValues<Reason>() select (language, reason)];

    [Fact]
    public void View_EveryIndicatorAndChoice_CanBeDrawn()
    {
        using var context = new PageContext("sv", MadeUpRelease.Of());
        foreach (var indicator in MadeUpCodebook.Indicators)
        {
            foreach (var form in (string[])["dots", "funnel"])
            {
                var view = View(context, $"/jamfor?indicator={indicator.Id}&form={form}&show=ranks&level=0.998");
                Assert.NotEmpty(view.Sentence);
                if (view.Draw is { } draw)
                {
                    Assert.NotEmpty(PngImage.Of(draw(new ChartFrame(ChartFrame.PhoneWidth, view.Sentence)), 1));
                }
            }
        }
    }

    [Fact]
    public void Page_WithoutRelease_SaysSo()
    {
        using var context = new PageContext("sv", null);
        Assert.Empty(context.At<ComparePage>("/jamfor").FindAll(".chart"));
    }
}
