using System.Globalization;
using System.Text.RegularExpressions;
using Analytics;
using Analytics.Catalogue;
using Analytics.Release;
using Dashboard.Meeting;
using Dashboard.Tests.Examples;
using Xunit;

namespace Dashboard.Tests.Serving;

/// <summary>Two inputs that differ in withheld counts only give the same figures, pages and files in everything but ids and checksums.</summary>
public sealed partial class DerivedFiguresTests : IDisposable
{
    static readonly string[] Municipalities = ["0604", "0617", "0642", "0680", "0682"];
    static readonly string[] Indicators = ["sch_bullied", "sch_absence_unexcused"];

    readonly string folder = Directory.CreateTempSubdirectory("derived").FullName;
    readonly ReleaseDocument one;
    readonly ReleaseDocument other;

    public DerivedFiguresTests()
    {
        one = Release("one", 3);
        other = Release("other", 4);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Build_OfInputsThatDifferInWithheldCounts_GivesTheSameCells()
    {
        Assert.NotEqual(one.Manifest.Id, other.Manifest.Id);
        Assert.Equal(one.Cells, other.Cells);
        Assert.All(one.Cells.Where(x => x.Address is { Area: "0604" or "0617", Year: 2024, Indicator: "sch_bullied", AgeBand: "0-18", Sex: Sex.F or Sex.M }), x => Assert.Equal(Reason.Suppressed, Assert.IsType<Cell.Missing>(x.Cell).Reason));
        Assert.Contains(one.Cells, x => x.Address is { Area: "0604", Year: 2024, Indicator: "sch_bullied", AgeBand: "0-18", Sex: Sex.T } && x.Cell is Cell.Shown);
    }

    /// <summary>Comparisons, with leave-one-out benchmarks, verdicts and years taken together, are among the files.</summary>
    [Fact]
    public void Export_OfInputsThatDifferInWithheldCounts_WritesTheSameFiles()
    {
        ReleaseExport.Write(one, MemoryStore.PassedAudit, Path.Combine(folder, "a"));
        ReleaseExport.Write(other, MemoryStore.PassedAudit, Path.Combine(folder, "b"));

        var files = Directory.GetFiles(Path.Combine(folder, "a")).Select(Path.GetFileName).ToArray();
        Assert.Contains("comparisons.csv", files);
        Assert.All(files, file => Assert.Equal(
            WithoutIds(File.ReadAllText(Path.Combine(folder, "a", file!)), one), WithoutIds(File.ReadAllText(Path.Combine(folder, "b", file!)), other)));
    }

    /// <summary>Every page with its sentences, colours, order and chart coordinates, and the files that pages offer.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=en")]
    [InlineData("/oversikt.csv")]
    [InlineData("/oversikt.svg")]
    [InlineData("/aldersstege")]
    [InlineData("/aldersstege.csv?area=0604")]
    [InlineData("/aldersstege.svg?area=0604")]
    [InlineData("/lansmatris")]
    [InlineData("/jamfor?area=0604")]
    [InlineData("/jamfor?form=funnel&show=ranks")]
    [InlineData("/profil?area=0604")]
    [InlineData("/utveckling")]
    [InlineData("/om")]
    [InlineData("/kommun/0604")]
    [InlineData("/kommun/0617?lang=en")]
    [InlineData("/kommun/0680")]
    public async Task Serve_InputsThatDifferInWithheldCounts_AnswersTheSame(string path)
    {
        await using var first = await RunningDashboard.StartAsync(MemoryStore.Of(one));
        await using var second = await RunningDashboard.StartAsync(MemoryStore.Of(other));

        foreach (var view in Views(path))
        {
            var answer = await first.Client.GetStringAsync(new Uri(view, UriKind.Relative), Cancellation);
            Assert.Equal(WithoutIds(answer, one), WithoutIds(await second.Client.GetStringAsync(new Uri(view, UriKind.Relative), Cancellation), other));
        }
    }

    /// <summary>The analyst's choices, two selections side by side with their differences.</summary>
    [Theory]
    [InlineData("indicator=sch_bullied&year=2024&sex=F&sex=M&sex=T")]
    [InlineData("indicator=sch_bullied&year=2024&sex=F&b-sex=M")]
    [InlineData("indicator=sch_bullied&year=2024&b-year=2025&area=0604&area=0617&area=06")]
    public async Task Explore_InputsThatDifferInWithheldCounts_AnswersTheSame(string choices)
    {
        await using var first = await RunningDashboard.StartAsync(MemoryStore.Of(one));
        await using var second = await RunningDashboard.StartAsync(MemoryStore.Of(other));
        using var ours = await first.NewOwnerAsync();
        using var theirs = await second.NewOwnerAsync();
        foreach (var format in (string[])["csv", "svg"])
        {
            var answer = await ours.GetStringAsync($"/utforska.{format}?{choices}", Cancellation);
            Assert.Contains("2024", answer, StringComparison.Ordinal);
            Assert.Equal(WithoutIds(answer, one), WithoutIds(await theirs.GetStringAsync($"/utforska.{format}?{choices}", Cancellation), other));
        }
    }

    /// <summary>What programs are told, filtered so that each answer is one page: the address of a next one differs by the release.</summary>
    [Theory]
    [InlineData("cells?indicator=sch_bullied&limit=10000")]
    [InlineData("comparisons?indicator=sch_bullied&limit=10000&level=0.998")]
    [InlineData("trends?indicator=sch_bullied&limit=10000")]
    public async Task Api_InputsThatDifferInWithheldCounts_AnswersTheSame(string table)
    {
        await using var first = await RunningDashboard.StartAsync(MemoryStore.Of(one));
        await using var second = await RunningDashboard.StartAsync(MemoryStore.Of(other));

        var answer = await first.Client.GetStringAsync($"/api/v1/releases/current/{table}", Cancellation);
        Assert.Contains("\"next\":null", answer, StringComparison.Ordinal);
        Assert.Equal(WithoutIds(answer, one), WithoutIds(await second.Client.GetStringAsync($"/api/v1/releases/current/{table}", Cancellation), other));
    }

    /// <summary>An address with every choice of sex, year, benchmark and years taken together that the withheld counts could reach.</summary>
    static IEnumerable<string> Views(string path)
    {
        var start = path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        return
        [
            path,
            .. from sex in (string[])["F", "M", "T"]
               from choice in (string[])["year=2024", "year=2025", "benchmark=county", "benchmark=earlier_1", "pool=3"]
               select $"{start}indicator=sch_bullied&sex={sex}&{choice}",
        ];
    }

    /// <summary>What a meeting pins is written out first, since it names the release in letters of its own.</summary>
    static string WithoutIds(string text, ReleaseDocument release) =>
        release.Manifest.Inputs.Aggregate(Pinned().Replace(text, x => SessionJson.Write(SessionLink.Read(x.Value).Session!)).Replace(release.Manifest.Id, "(id)", StringComparison.Ordinal), (rest, input) => rest.Replace(input.Sha256, "(checksum)", StringComparison.Ordinal));

    /// <summary>In 2024 seven are bullied in each of the first two municipalities, and so many of the girls of the one and the boys of the other; all else is the same.</summary>
    ReleaseDocument Release(string name, int girls)
    {
        var input = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var rows = from year in (int[])[2023, 2024, 2025]
                   from indicator in Indicators
                   from place in Enumerable.Range(0, Municipalities.Length)
                   from sex in (Sex[])[Sex.F, Sex.M]
                   let cases = (year, indicator, place, sex) switch
                   {
                       (2024, "sch_bullied", 0, Sex.F) or (2024, "sch_bullied", 1, Sex.M) => girls,
                       (2024, "sch_bullied", 0 or 1, _) => 7 - girls,
                       _ => 12 + (5 * place) + year - 2023,
                   }
                   from person in Enumerable.Range(0, 60 + (10 * place))
                   select string.Create(CultureInfo.InvariantCulture, $"{Municipalities[place]}-{sex}-{person},{Municipalities[place]},14,{sex},{year},{indicator},{(person < cases ? 1 : 0)}");
        File.WriteAllLines(Path.Combine(input, "observations.csv"), rows.Prepend("person,municipality,age,sex,year,indicator,value"));
        return Assert.IsType<BuildResult.Built>(Pipeline.Build(new BuildOptions(input, ShippedCatalogue.Directory), DateTimeOffset.UnixEpoch, null, Cancellation)).Release;
    }

    [GeneratedRegex(@"~1[\w-]{20,}")]
    private static partial Regex Pinned();
}
