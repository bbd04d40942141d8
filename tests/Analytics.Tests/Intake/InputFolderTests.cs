using System.Security.Cryptography;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class InputFolderTests : IDisposable
{
    const string Good = TestInput.Header + "a,0680,15,F,2024,share,1,\n";
    const string Aggregates = "indicator,municipality,year,sex,age_from,age_to,numerator,denominator,value,status,source\nshare,0680,2024,T,13,15,1,2,,,Source\n";
    const string OneOf = "expected one of observations*.csv, observations*.parquet, aggregates.csv, population.csv, method_use.csv, collaboration.csv, follow_up.csv, interview_codes.csv (each .csv also as .csv.gz) and input.json.";

    readonly TestInput input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_AllFiles_GivesEachWithChecksum()
    {
        var content = input.With("observations.csv", Good).With("observations_more.csv.gz", TestInput.Packed(Good.Replace("a,", "b,", StringComparison.Ordinal)))
            .With("aggregates.csv", Aggregates).With("input.json", "{\"title\": \"Prov\"}").With("README.md", "x").With(".hidden.csv", "x").Read();

        Assert.Empty(input.Sentences);
        Assert.Equal((2, 1, "Prov"), (content!.ObservationCount, content.Aggregates.Count, content.Description.Title));
        Assert.Equal(["aggregates.csv", "input.json", "observations.csv", "observations_more.csv.gz"], content.Files.Select(x => x.Name));
        Assert.All(content.Files, x =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(input.Folder, x.Name));
            Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (x.Bytes, x.Sha256));
        });
    }

    [Fact]
    public void Read_AggregatesAlone_IsEnough() => Assert.Equal(0, input.With("aggregates.csv.gz", TestInput.Packed(Aggregates)).Read()!.ObservationCount);

    [Fact]
    public void Read_NoSuchFolder_IsOneFault()
    {
        var faults = new FaultList();
        var folder = Path.Combine(input.Folder, "nowhere");

        Assert.Null(InputFolder.Read(folder, TestInput.Codebook, x => x.Read((_, in _, _) => { }, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken));
        Assert.Equal($"{folder}: found no such folder, expected a folder with input files.", Assert.Single(faults.Listed).ToString());
    }

    [Fact]
    public void Read_FileInPlaceOfTheFolder_IsOneFault()
    {
        var faults = new FaultList();
        input.With("a.txt", "x");
        InputFolder.Read(Path.Combine(input.Folder, "a.txt"), TestInput.Codebook, x => x.Read((_, in _, _) => { }, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken);

        Assert.Equal("a file", Assert.Single(faults.Listed).Found);
    }

    [Fact]
    public void Read_FolderWithoutFigures_IsOneFault()
    {
        input.With("population.csv", "municipality,age,sex,year,count\n").Read();

        Assert.Equal([$"{input.Folder}: found neither observations nor aggregates, expected at least one of observations*.csv, observations*.parquet and aggregates.csv."], input.Sentences);
    }

    [Fact]
    public void Read_HeadersOnly_IsOneFault()
    {
        input.With("observations.csv", TestInput.Header).With("population.csv", "municipality,age,sex,year,count\n").Read();

        Assert.Equal([$"{input.Folder}: found no rows in observations and aggregates, expected at least one row."], input.Sentences);
    }

    [Theory]
    [InlineData("observation.csv")]
    [InlineData("Observations.csv")]
    [InlineData("population.xlsx")]
    [InlineData("more.parquet")]
    [InlineData("input.JSON")]
    [InlineData("aggregates.csv.zip")]
    public void Read_NameWithoutPlace_IsRefused(string name)
    {
        input.With("observations.csv", Good).With(name, "x").Read();

        Assert.Equal([$"{name}: found an unexpected file, {OneOf}"], input.Sentences);
    }

    [Fact]
    public void Read_TableTwice_IsRefused()
    {
        input.With("aggregates.csv", Aggregates).With("aggregates.csv.gz", TestInput.Packed(Aggregates)).Read();

        Assert.Equal(["aggregates.csv.gz: found the same table as aggregates.csv, expected only one of the two files."], input.Sentences);
    }

    [Fact]
    public void Read_FolderEmptyFileAndBrokenLinkNamedLikeFiles_AreRefused()
    {
        Directory.CreateDirectory(Path.Combine(input.Folder, "population.csv"));
        File.CreateSymbolicLink(Path.Combine(input.Folder, "follow_up.csv"), Path.Combine(input.Folder, "gone"));
        input.With("observations.csv", Good).With("method_use.csv", "").Read();

        Assert.Equal(
            [
                "population.csv: found a folder, expected a file.",
                "method_use.csv: found an empty file, expected a file with content.",
                "follow_up.csv: found a file that cannot be read, expected a file that may be read.",
            ],
            input.Sentences);
    }

    [Fact]
    public void Read_GzipThatIsNone_IsRefused()
    {
        input.With("observations.csv.gz", Good).Read();

        Assert.Equal("observations.csv.gz", Assert.Single(input.Faults.Listed).File);
    }

    [Fact]
    public void Read_GzipCutShort_IsRefused()
    {
        var packed = TestInput.Packed(TestInput.Header + string.Concat(Enumerable.Range(0, 20_000).Select(x => $"p{x * 7919},0680,15,F,2024,share,1,\n")));
        foreach (var length in (int[])[1, 9, 17, 1000, packed.Length / 2, packed.Length - 8, packed.Length - 1])
        {
            using var cut = new TestInput().With("observations.csv.gz", packed[..length]);
            Assert.Null(cut.Read());
            Assert.Equal("observations.csv.gz", Assert.Single(cut.Faults.Listed).File);
        }
    }

    [Fact]
    public void Read_TenFaultsInFiveFiles_ListsAllTen()
    {
        var content = input.WithRows("a,680,15,F,2024,share,1,", "b,0680,19,F,2024,share,\"0,5\",", "c,0680,15,F,2024,share,1,", "c,0680,15,F,2024,share,1,")
            .With("input.json", "{\"titel\": \"x\", \"response_rate\": 72}")
            .With("population.csv", "municipality,age,sex,year,count\n0680,1,F,2024,-5\n0680,1,T,2024,5\n")
            .With("collaboration.csv", "municipality,respondent_actor,other_actor,frequency,agreement,trust\n0680,school,scool,5,1,\n")
            .With("populaton.csv", "x").Read();

        Assert.Null(content);
        Assert.Equal(11, input.Faults.Count);
        Assert.Equal(
            [
                ("populaton.csv", 0, ""), ("input.json", 1, ""), ("input.json", 1, "response_rate"),
                ("observations.csv", 2, "municipality"), ("observations.csv", 3, "age"), ("observations.csv", 3, "value"), ("observations.csv", 5, "person"),
                ("population.csv", 2, "count"), ("population.csv", 3, "sex"),
                ("collaboration.csv", 2, "other_actor"), ("collaboration.csv", 2, "frequency"),
            ],
            input.Faults.Listed.Select(x => (x.File, x.Line, x.Column)));
    }

    [Fact]
    public void Read_MoreThanFiftyFaults_ListsFiftyAndCountsAll()
    {
        input.WithRows([.. Enumerable.Range(0, 120).Select(x => $"p{x},0680,15,Q,2024,share,1,")]).Read();

        Assert.Equal((50, 120), (input.Faults.Listed.Count, input.Faults.Count));
        Assert.Equal("… and 70 more; 120 in all.", input.Faults.Lines().Last());
    }

    [Fact]
    public void Read_Progress_AscendsToOneInAboutAHundredSteps()
    {
        var told = new Told();
        input.WithRows([.. Enumerable.Range(0, 300_000).Select(x => $"p{x},0680,15,F,2024,share,1,")]).With("aggregates.csv", Aggregates).Read(progress: told);

        Assert.InRange(told.Fractions.Count, 50, 101);
        Assert.Equal(told.Fractions.Order().Distinct(), told.Fractions);
        Assert.Equal(1, told.Fractions[^1]);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        var told = new Told { Then = source.Cancel };
        input.WithRows([.. Enumerable.Range(0, 100_000).Select(x => $"p{x},0680,15,F,2024,share,1,")]);

        Assert.Throws<OperationCanceledException>(() => input.Read(progress: told, cancellation: source.Token));
        Assert.InRange(input.Observations.Count, 0, 50_000);
    }

    sealed class Told : IProgress<double>
    {
        public List<double> Fractions { get; } = [];

        public Action? Then { get; init; }

        public void Report(double value)
        {
            Fractions.Add(value);
            Then?.Invoke();
        }
    }
}
