using System.Collections.Concurrent;
using Analytics.Aggregation;
using Analytics.Disclosure;
using Analytics.Release;

namespace Analytics;

/// <summary>A counted input, protected in one way.</summary>
sealed class ProtectedInput
{
    readonly CountedInput input;
    readonly Dictionary<CountTable, ProtectedTable> protection;
    readonly ProtectionParameters parameters;
    readonly ILookup<string, CountTable> observed;
    readonly ILookup<string, SourceTable> published;

    ProtectedInput(CountedInput input, Dictionary<CountTable, ProtectedTable> protection, ProtectionParameters parameters)
    {
        (this.input, this.protection, this.parameters) = (input, protection, parameters);
        observed = input.Observed.ToLookup(x => x.Indicator.Id);
        published = input.Published.ToLookup(x => x.Indicator.Id);
        Years =
        [
            .. from indicator in input.Codebook.Indicators
               from year in Counted(indicator.Id).Concat(Taken(indicator.Id)).OrderBy(x => x.Year)
               select (year.Cells, year.Hidden),
        ];
    }

    /// <summary>Each table and what is shown of it.</summary>
    public IReadOnlyDictionary<CountTable, ProtectedTable> Tables => protection;

    /// <summary>The released cells and what they hide, by indicator in catalogue order and year.</summary>
    public IReadOnlyList<(IReadOnlyList<ReleasedCell> Cells, HiddenCells Hidden)> Years { get; }

    /// <summary>Protects each table on its own, on all cores: the result does not depend on their number.</summary>
    /// <param name="input">What is counted.</param>
    /// <param name="parameters">How strictly.</param>
    /// <param name="mode">A name of <see cref="ProtectionMode"/>.</param>
    /// <param name="earlier">What has been published of the same people.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="times">Measures the stages; null where nobody asks.</param>
    public static ProtectedInput Of(
        CountedInput input, ProtectionParameters parameters, string mode, EarlierReleases earlier, IProgress<double>? progress, CancellationToken cancellation, StageTimes? times = null)
    {
        var tables = input.Tables;
        var done = 0;
        var known = new KnownPatterns();
        var result = new ProtectedTable[tables.Count];
        // One by one: a table of the nation takes seconds or minutes, and a core that was handed several at once would work on them long after the others have nothing left.
        var oneByOne = Partitioner.Create(Enumerable.Range(0, tables.Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(oneByOne, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            result[i] = mode == ProtectionMode.Rounding
                ? Rounding.Protect(tables[i], parameters)
                : Suppression.Protect(tables[i], parameters, earlier.Find(tables[i].Indicator.Id, tables[i].Year), known, cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / tables.Count);
        });
        times?.End("Protecting", tables.Count, "tables");
        var whole = new ProtectedInput(input, tables.Zip(result).ToDictionary(x => x.First, x => x.Second), parameters);
        times?.End("Estimating", whole.Years.Sum(x => x.Cells.Count), "cells");
        return whole;
    }

    IEnumerable<(int Year, IReadOnlyList<ReleasedCell> Cells, HiddenCells Hidden)> Counted(string indicator)
    {
        foreach (var table in observed[indicator])
        {
            ReleasedCell[] cells = [.. ObservedCells.Of(protection[table])];
            yield return (table.Year, cells, HiddenCells.Of(cells, protection[table]));
        }
    }

    IEnumerable<(int Year, IReadOnlyList<ReleasedCell> Cells, HiddenCells Hidden)> Taken(string indicator)
    {
        foreach (var year in published[indicator].GroupBy(x => x.Year))
        {
            ReleasedCell[] cells = [.. SourceCells.Of([.. year.Select(x => (x, x.Counts is null ? null : protection[x.Counts]))], input.Layout)];
            yield return (year.Key, cells, HiddenCells.Of(cells, year, protection, parameters));
        }
    }
}
