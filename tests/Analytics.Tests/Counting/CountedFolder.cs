using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Xunit;

namespace Analytics.Tests.Counting;

/// <summary>What reading a folder gives, as text that can be compared: every cell, every file with its checksum, every fault.</summary>
/// <param name="Cells">Number of rows and a line per cell; empty at a fault.</param>
/// <param name="Files">A line per file; empty at a fault.</param>
/// <param name="Faults">A line per fault.</param>
/// <param name="GaveUp">Whether the fast pass left the files to the row-by-row reading; null where it was not asked.</param>
sealed record CountedFolder(string Cells, string Files, string Faults, bool? GaveUp)
{
    /// <summary>Row by row.</summary>
    public static CountedFolder ByRow(string folder, Codebook codebook)
    {
        var counter = new ObservationCounter(codebook);
        var faults = new FaultList();
        var content = InputFolder.Read(folder, codebook, x => x.Read((_, in row, _) => counter.Add(row), PersonYear.Hash), faults, null, TestContext.Current.CancellationToken);
        return Of(codebook, counter, content, faults, null);
    }

    /// <summary>As a build does it.</summary>
    public static CountedFolder AsBuilt(string folder, Codebook codebook, int workers, int blockBytes, PersonYearHash? hash = null)
    {
        var counter = new ObservationCounter(codebook);
        var faults = new FaultList();
        var content = new ObservedFolder(folder, workers, hash, blockBytes).Read(codebook, counter, faults, null, TestContext.Current.CancellationToken);
        return Of(codebook, counter, content, faults, GivesUp(folder, codebook, workers, blockBytes));
    }

    static bool GivesUp(string folder, Codebook codebook, int workers, int blockBytes)
    {
        var gaveUp = false;
        InputFolder.Read(folder, codebook, x =>
        {
            gaveUp = new CountingPass(x, PersonYear.Hash, workers, blockBytes).Run(new ObservationCounter(codebook)) is null;
            return (0, 0);
        }, new FaultList(), null, TestContext.Current.CancellationToken);
        return gaveUp;
    }

    static CountedFolder Of(Codebook codebook, ObservationCounter counter, InputContent? content, FaultList faults, bool? gaveUp) => new(
        content is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{content.ObservationCount} rows\n{CellsOf(codebook, counter)}"),
        content is null ? "" : string.Join('\n', content.Files),
        string.Join('\n', faults.Lines()),
        gaveUp);

    /// <summary>Every cell that was asked about, leaves and margins, all sums to the last bit.</summary>
    static string CellsOf(Codebook codebook, ObservationCounter counter)
    {
        var cells = new List<string>();
        foreach (var table in counter.Tables(AreaHierarchy.Of(codebook, counter.Municipalities, codebook.AgeBands), new Population([], codebook.AgeBands)))
        {
            for (var area = 0; area < table.Layout.Areas.Count; area++)
            {
                for (var band = 0; band < table.Layout.Bands.Count; band++)
                {
                    for (var sex = Sex.F; sex <= Sex.T; sex++)
                    {
                        var x = table[area, band, sex];
                        if (x.Asked > 0)
                        {
                            cells.Add(string.Create(CultureInfo.InvariantCulture,
                                $"{table.Indicator.Id} {table.Year} {table.Layout.Areas[area]} {table.Layout.Bands[band].Id} {sex}: {x.Asked} {x.Base} {x.Cases} {x.Contributors} {Bits(x.Weight)} {Bits(x.SquaredWeight)} {Bits(x.WeightedValue)} {Bits(x.WeightedSquare)} {Bits(x.Value)} {Bits(x.Square)} {x.Minimum:R} {x.AtMinimum} {x.Maximum:R} {x.AtMaximum}"));
                        }
                    }
                }
            }
        }

        return string.Join('\n', cells);
    }

    /// <summary>A sum with what a double leaves out of it.</summary>
    static string Bits(ExactSum sum) => string.Create(CultureInfo.InvariantCulture, $"{sum.ToDouble():R}|{(sum - sum.ToDouble()).ToDouble():R}");
}
