using System.IO.Compression;
using System.Text;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Xunit;

namespace Analytics.Tests.Intake;

/// <summary>An input folder in the making, and what reading it gives.</summary>
sealed class TestInput : IDisposable
{
    public const string Header = "person,municipality,age,sex,year,indicator,value,weight\n";

    public static readonly Codebook Codebook = SmallCodebook();

    public string Folder { get; } = Directory.CreateTempSubdirectory("intake-").FullName;

    public FaultList Faults { get; } = new();

    public List<Observation> Observations { get; } = [];

    /// <summary>The sentences of all listed faults.</summary>
    public IReadOnlyList<string> Sentences => [.. Faults.Listed.Select(x => x.ToString())];

    public TestInput With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public TestInput With(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return this;
    }

    /// <summary>Microdata with the usual header.</summary>
    public TestInput WithRows(params string[] rows) => With("observations.csv", Header + string.Join('\n', rows) + "\n");

    public InputContent? Read(PersonYearHash? hash = null, IProgress<double>? progress = null, CancellationToken? cancellation = null) =>
        InputFolder.Read(Folder, Codebook, x => x.Read(Keep, hash ?? PersonYear.Hash), Faults, progress, cancellation ?? TestContext.Current.CancellationToken);

    public static byte[] Packed(string text) => Packed(Encoding.UTF8.GetBytes(text));

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    void Keep(ReadOnlySpan<char> person, in Observation observation, RowChecks row) => Observations.Add(observation);

    static Codebook SmallCodebook()
    {
        AgeBand[] bands = [new("0-5", 0, 5), new("6-9", 6, 9), new("10-12", 10, 12), new("13-15", 13, 15), new("16-18", 16, 18)];
        var percent = new Unit("percent", "%", "%", 100);
        Indicator Of(string id, Measure measure) => new(
            id, id, id, Role.Risk, Domain.School, SatConstruct.SocialControls, percent, Polarity.HigherWorse, measure, "", "", ["13-15"], "", "", AreaLevel.Municipality, true, "", "");
        var counted = Enumerable.Range(0, 70).Select(x => Of($"more_{x}", Measure.Proportion));
        return new Codebook(
            "0",
            [Of("share", Measure.Proportion), Of("level", Measure.Mean), Of("events", Measure.Rate), Of("places", Measure.Count), .. counted],
            [new Method("savry", "SAVRY", "Structured Assessment", MethodKind.RiskAssessment, 12, 18, [], 1, 3, "", "", new Dictionary<Domain, int>(), [], ["SAVRY-SV"])],
            [new Actor("school", "Skola", "School", 6, 18), new Actor("police", "Polis", "Police", 0, 18)],
            [new County("06", "Jönköpings län", "Jönköping county")],
            [new Municipality("0643", "Habo", null, null, null, []), new Municipality("0680", "Jönköping", null, null, null, [])],
            new AgeBands(bands, [], new AgeBand("0-18", 0, 18)),
            []);
    }
}
