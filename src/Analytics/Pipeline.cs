using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Disclosure;
using Analytics.Intake;
using Analytics.Observations;
using Analytics.Practice;
using Analytics.Release;
using Analytics.Tables;

namespace Analytics;

/// <summary>What to build a release from, and how to protect it.</summary>
/// <param name="Input">The input folder; not looked at where <see cref="Database"/> is given.</param>
/// <param name="Catalogue">Folder of the catalogue.</param>
/// <param name="Threshold">Counts from 1 to one less are small.</param>
/// <param name="Base">Smallest base that is shown; with rounding the smallest of a mean.</param>
/// <param name="Protection">How counts are protected: a name of <see cref="ProtectionMode"/>.</param>
public sealed record BuildOptions(string Input, string Catalogue, int Threshold = 5, int Base = 20, string Protection = ProtectionMode.Suppression)
{
    /// <summary>Connection string of the database whose ingested files are built from instead of a folder; null for the folder.</summary>
    public string? Database { get; init; }

    /// <summary>Every release that has been published of the same population: the new one is protected together with them.</summary>
    public IReadOnlyList<ReleaseDocument> Published { get; init; } = [];

    /// <summary>What hiding a cell that needs no protection itself costs; without meaning for rounding.</summary>
    public HidingCost Weights { get; init; } = HidingCost.Counts;
}

/// <summary>A release, or everything that is wrong with its input.</summary>
public abstract record BuildResult
{
    BuildResult()
    {
    }

    /// <summary>The release.</summary>
    /// <param name="Release">The release.</param>
    /// <param name="AggregatesNotUsed">Rows of <c>aggregates.csv</c> that no cell shows: areas outside the release, or ages at which the indicator is not measured.</param>
    public sealed record Built(ReleaseDocument Release, int AggregatesNotUsed) : BuildResult;

    /// <summary>Nothing was built: together with what is published already it could not be made safe.</summary>
    /// <param name="Places">The cells, by indicator, year, area, age band and sex; never a count.</param>
    public sealed record NotSafe(IReadOnlyList<string> Places) : BuildResult;

    /// <summary>Nothing was built.</summary>
    public sealed record Refused(FaultList Faults) : BuildResult;
}

/// <summary>How far long work has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Fraction">Done part of the step, in [0, 1].</param>
public readonly record struct BuildProgress(string Step, double Fraction);

/// <summary>From an input folder to a release: the flow of the whole program.</summary>
public static class Pipeline
{
    /// <summary>Reads, counts, protects and estimates. Nothing is stored: the same input, catalogue and options give the same release.</summary>
    /// <param name="options">What to build from.</param>
    /// <param name="created">Time of building, for the manifest.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="times">Measures the stages; null where nobody asks.</param>
    /// <exception cref="ArgumentException">There is no such protection.</exception>
    public static BuildResult Build(BuildOptions options, DateTimeOffset created, IProgress<BuildProgress>? progress, CancellationToken cancellation, StageTimes? times = null)
    {
        ProtectionMode.Check(options.Protection);
        var faults = new FaultList();
        if (CountedInput.Read(options.Database is { } database ? new ObservedDatabase(database) : new ObservedFolder(options.Input), options.Catalogue, faults, Step(progress, "Reading"), cancellation, times) is not { } counted)
        {
            return new BuildResult.Refused(faults);
        }

        var earlier = new EarlierReleases(options.Published, counted.Input.Description.Demonstration, options.Protection);
        if (counted.Tables.Where(x => earlier.HasOtherMode(x.Indicator.Id, x.Year)).ToArray() is { Length: > 0 } mixed)
        {
            return new BuildResult.NotSafe([.. mixed.Select(x => $"{Name(x)}: published before with the other kind of protection").Distinct()]);
        }

        var protection = ProtectedInput.Of(counted, new ProtectionParameters(options.Threshold, options.Base, Weights: WeightsOf(options.Weights)), options.Protection, earlier, Step(progress, "Protecting"), cancellation, times);
        string[] unsafePlaces = [.. counted.Tables.SelectMany(x => protection.Tables[x].Unsafe.Select(count => Place(x, count)))];
        if (unsafePlaces.Length > 0)
        {
            return new BuildResult.NotSafe(unsafePlaces);
        }

        ReleasedCell[] cells = [.. protection.Years.SelectMany(x => x.Cells)];
        var manifest = ManifestOf(options, created, counted, cells);
        ProtectionRecord[] records = [.. protection.Years.Select(x => x.Hidden.Record())];
        times?.End("Records of the protection", records.Length, "records");
        var practice = PracticeAnalysis.Of(counted.Input, counted.Codebook, options.Threshold, options.Base, Step(progress, "Grouping"), cancellation);
        times?.End("Grouping", practice.Uses.Count, "answers");
        var collaboration = CollaborationAnalysis.Of(counted.Input, counted.Codebook);
        times?.End("Collaboration", counted.Input.Collaboration.Count + counted.Input.Interviews.Count, "answers");
        var release = new ReleaseDocument(manifest, counted.Codebook, cells) { CatalogueFiles = counted.CatalogueFiles, Practice = practice, Collaboration = collaboration, Protection = records };
        var id = ReleaseContent.IdOf(release);
        times?.End("Release id", cells.Length, "cells");
        return new BuildResult.Built(release with { Manifest = release.Manifest with { Id = id } }, counted.NotUsed);
    }

    static string Name(CountTable table) => string.Create(CultureInfo.InvariantCulture, $"{table.Indicator.Id}, {table.Year}");

    static string Place(CountTable table, (Quantity Quantity, int Cell) count)
    {
        var (area, band, sex) = new AdditiveSystem(table.Layout, table.BySex, otherSex: true).Place(count.Cell);
        return $"{Name(table)}, {table.Layout.Areas[area]}, {table.Layout.Bands[band].Id}, {sex}: {count.Quantity}";
    }

    /// <summary>The library's own name for what hiding a cell costs.</summary>
    internal static SuppressionWeights WeightsOf(HidingCost cost) => cost switch
    {
        HidingCost.Cells => SuppressionWeights.Cells,
        HidingCost.Log => SuppressionWeights.Log,
        _ => SuppressionWeights.Counts,
    };

    static Manifest ManifestOf(BuildOptions options, DateTimeOffset created, CountedInput counted, IReadOnlyList<ReleasedCell> cells)
    {
        var (input, codebook) = (counted.Input, counted.Codebook);
        return new Manifest(
            Id: "", created, input.Description, input.Files, codebook.Version, new ReleaseParameters(options.Threshold, options.Base, options.Protection) { Weights = options.Weights }, MethodVersions.Of(options.Protection),
            [.. cells.Select(x => x.Address.Year).Distinct().Order()], counted.Layout.Areas)
        {
            Children = ChildrenOf(input.Population, codebook),
        };
    }

    static SortedDictionary<string, long> ChildrenOf(IReadOnlyList<PopulationRow> population, Codebook codebook)
    {
        var latest = population.Count == 0 ? 0 : population.Max(x => x.Year);
        var children = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var municipality in population.Where(x => x.Year == latest && codebook.AgeBands.IndexOf(x.Age) >= 0).GroupBy(x => x.Municipality))
        {
            children[codebook.Municipalities[municipality.Key].Code] = municipality.Sum(x => x.Count);
        }

        return children;
    }

    static StepProgress? Step(IProgress<BuildProgress>? progress, string step) => progress is null ? null : new StepProgress(progress, step);
}
