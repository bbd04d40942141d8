using System.Globalization;
using Analytics;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Counting;
using Analytics.Csv;

namespace Benchmarks;

/// <summary>Counts a folder of observations and writes every cell, as the rivals of aggregation.sh do.</summary>
static class CountedCells
{
    const string Header = "indicator,year,area,age_band,sex,asked,base,cases,weight,squared_weight,weighted_value,weighted_square";

    /// <summary>Counts it, repeats looked for and checksums made, and writes the cells in which somebody was asked.</summary>
    /// <param name="folder">An input folder.</param>
    /// <param name="output">The file to write. Of rates only the people asked and the cases count: their base is the population.</param>
    /// <exception cref="InvalidDataException">Something is wrong with the input.</exception>
    public static void Run(string folder, string output)
    {
        var faults = new FaultList();
        var counted = CountedInput.Read(new ObservedFolder(folder), ShippedCatalogue.Directory, faults, null, CancellationToken.None)
            ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The input has {faults.Count} faults."));
        using var writer = new StreamWriter(output) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var table in counted.Observed.OrderBy(x => x.Indicator.Id, StringComparer.Ordinal).ThenBy(x => x.Year))
        {
            foreach (var area in Enumerable.Range(0, table.Layout.Areas.Count).OrderBy(x => table.Layout.Areas[x], StringComparer.Ordinal))
            {
                Write(table, area, writer);
            }
        }
    }

    static void Write(CountTable table, int area, StreamWriter writer)
    {
        foreach (var band in Enumerable.Range(0, table.Layout.Bands.Count).OrderBy(x => table.Layout.Bands[x].Id, StringComparer.Ordinal))
        {
            foreach (var sex in (ReadOnlySpan<Sex>)[Sex.F, Sex.M, Sex.T, Sex.X])
            {
                var cell = table[area, band, sex];
                if (cell.Asked > 0)
                {
                    writer.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{table.Indicator.Id},{table.Year},{table.Layout.Areas[area]},{table.Layout.Bands[band].Id},{sex},{cell.Asked},{cell.Base},{cell.Cases},{cell.Weight.ToDouble():R},{cell.SquaredWeight.ToDouble():R},{cell.WeightedValue.ToDouble():R},{cell.WeightedSquare.ToDouble():R}"));
                }
            }
        }
    }
}
