using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Release;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Releases;

/// <summary>A release of few made-up people in one year with the counts behind it, built once.</summary>
public sealed class SmallRelease : IDisposable
{
    public SmallRelease()
    {
        SampleInput.Write(Folder, new SampleOptions(13, 1500, 3), CodebookReader.Read(ShippedCatalogue.Directory, new FaultList())!, null, TestContext.Current.CancellationToken);
        foreach (var file in (string[])["observations.csv", "aggregates.csv"])
        {
            var path = Path.Combine(Folder, file);
            File.WriteAllLines(path, [.. File.ReadLines(path).Where((line, i) => i == 0 || (line.Contains(",2025,", StringComparison.Ordinal) && Indicators.Any(x => line.StartsWith($"{x},", StringComparison.Ordinal) || line.Contains($",{x},", StringComparison.Ordinal))))]);
        }

        Release = PipelineTests.Demonstration.Build(Folder);
        Counted = CountedInput.Read(new ObservedFolder(Folder), ShippedCatalogue.Directory, new FaultList(), null, CancellationToken.None)!;
    }

    /// <summary>Counted: a share, a mean and a rate. From a source: one that withholds figures itself, and one with cases and bases.</summary>
    static readonly string[] Indicators = ["sch_bullied", "ind_self_control_low", "out_suspects_15_17", "fam_eviction_children", "fam_economic_assistance"];

    /// <summary>Its input folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("small").FullName;

    /// <summary>The release.</summary>
    public ReleaseDocument Release { get; }

    /// <summary>The counts.</summary>
    internal CountedInput Counted { get; }

    /// <summary>The counts of a cell.</summary>
    internal static Counts At(CountTable table, CellAddress address) =>
        table[table.Layout.Areas.ToList().IndexOf(address.Area), table.Layout.Bands.ToList().FindIndex(x => x.Id == address.AgeBand), address.Sex];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
