using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

public sealed class SampleInputTests
{
    static readonly SampleOptions Small = new(13, 300, 1);

    [Fact]
    public void Write_SameSeed_SameBytes()
    {
        using var one = new SampleFolder(Small);
        using var other = new SampleFolder(Small);

        Assert.Equal(one.Hashes(), other.Hashes());
        Assert.Equal(
            ["aggregates.csv", "collaboration.csv", "follow_up.csv", "input.json", "interview_codes.csv", "method_use.csv", "observations.csv", "population.csv"],
            one.Hashes().Keys.Order(StringComparer.Ordinal));
    }

    // Pinned from the first run: a change here makes every earlier made-up input another one.
    [Fact]
    public void Write_SeedOne_ObservationsAreThePinnedBytes()
    {
        using var folder = new SampleFolder(Small);

        Assert.Equal("ad93397e62a52ee1e5db18b76da9297a4bedbb6791626c23384e2ebf50f31ba0", folder.Hashes()["observations.csv"]);
    }

    [Fact]
    public void Write_OtherSeed_OtherBytes()
    {
        using var one = new SampleFolder(Small);
        using var other = new SampleFolder(Small with { Seed = 2 });
        var (before, after) = (one.Hashes(), other.Hashes());

        Assert.All(before.Keys, file => Assert.NotEqual(before[file], after[file]));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    public void Write_OtherCulture_SameBytes(string culture)
    {
        using var invariant = new SampleFolder(Small);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            using var other = new SampleFolder(Small);

            Assert.Equal(invariant.Hashes(), other.Hashes());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_MorePersons_BeginsWithTheFewer()
    {
        using var few = new SampleFolder(Small);
        using var many = new SampleFolder(Small with { Persons = 450 });
        var (start, all) = (File.ReadAllBytes(few["observations.csv"]), File.ReadAllBytes(many["observations.csv"]));

        Assert.True(all.Length > start.Length * 1.3);
        Assert.True(all.AsSpan().StartsWith(start));
    }

    [Fact]
    public void Write_Compressed_SameContent()
    {
        using var plain = new SampleFolder(Small);
        using var packed = new SampleFolder(Small with { Compress = true });
        using var content = new GZipStream(File.OpenRead(packed["observations.csv.gz"]), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        content.CopyTo(unpacked);

        Assert.Equal(File.ReadAllBytes(plain["observations.csv"]), unpacked.ToArray());
        Assert.False(File.Exists(packed["observations.csv"]));
    }

    [Fact]
    public void Write_Description_SaysThatTheDataAreMadeUp()
    {
        using var folder = new SampleFolder(Small);
        using var json = JsonDocument.Parse(File.ReadAllText(folder["input.json"]));

        Assert.True(json.RootElement.GetProperty("demonstration").GetBoolean());
        Assert.Contains("Påhittade exempeldata", json.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.All(File.ReadLines(folder["aggregates.csv"]).Skip(1), x => Assert.Contains("påhittad siffra", x, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_MoreMunicipalitiesThanHaveFigures_TakesAll()
    {
        using var folder = new SampleFolder(new(290, 3000, 1));

        Assert.Equal(43, folder.Observations.Select(x => x.Municipality).Distinct().Count());
        Assert.Equal(43, folder.Rows("method_use.csv").Select(x => x[1]).Distinct().Count());
        Assert.Equal(["01", "06"], folder.Rows("aggregates.csv").Where(x => x[0] == "ind_drugs_y9").Select(x => x[1]).Distinct());
    }

    [Fact]
    public void Write_Cancelled_LeavesNoObservations()
    {
        var directory = Directory.CreateTempSubdirectory("sample").FullName;

        Assert.Throws<OperationCanceledException>(() => SampleInput.Write(directory, Small, SmallCodebook.Create(), null, new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(directory));
        Directory.Delete(directory);
    }

    [Fact]
    public void Write_OtherObservationsInFolder_RefusesAndKeepsThem()
    {
        using var folder = new SampleFolder(Small);
        var before = folder.Hashes();

        var error = Assert.Throws<IOException>(() => SampleInput.Write(folder.Path, Small with { Compress = true }, SmallCodebook.Create(), null, TestContext.Current.CancellationToken));

        Assert.Contains("'observations.csv'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Hashes());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(13, 0)]
    [InlineData(13, 50_000_001)]
    public void Write_SizeOutOfRange_Throws(int municipalities, long persons) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleInput.Write("never", new(municipalities, persons), SmallCodebook.Create(), null, TestContext.Current.CancellationToken));

    [Fact]
    public void Write_Progress_GoesFromZeroToOne()
    {
        var reported = new List<double>();
        var directory = Directory.CreateTempSubdirectory("sample").FullName;

        SampleInput.Write(directory, Small with { Persons = 9000 }, SmallCodebook.Create(), new Recorder(reported), TestContext.Current.CancellationToken);

        Assert.Equal(reported.Order(), reported);
        Assert.Equal((0, 1), (reported[0], reported[^1]));
        Directory.Delete(directory, recursive: true);
    }

    sealed class Recorder(List<double> reported) : IProgress<double>
    {
        public void Report(double value) => reported.Add(value);
    }
}
