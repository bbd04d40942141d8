using System.Globalization;
using System.Text;
using Analytics.Catalogue;

namespace Analytics.Release;

/// <summary>The cells of a release as the exported file <c>cells.csv</c>.</summary>
public static class CellsCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "cells.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "indicator,year,area,age_band,sex,numerator,denominator,estimate,lower,upper,status";

    /// <summary>Writes header and one line per cell, in the order of the release; UTF-8 without byte order mark, line feeds.</summary>
    public static void Write(Stream target, IEnumerable<ReleasedCell> cells)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var cell in cells)
        {
            writer.WriteLine(Line(cell));
        }
    }

    static string Line(ReleasedCell cell)
    {
        var ((indicator, year, area, band, sex), content) = (cell.Address, cell.Cell);
        return content switch
        {
            Cell.Shown { Estimate: var e } => string.Create(CultureInfo.InvariantCulture,
                $"{indicator},{year},{area},{band},{sex},{e.Numerator},{e.Denominator},{e.Value:R},{e.Interval?.Lower:R},{e.Interval?.Upper:R},"),
            Cell.Missing m => string.Create(CultureInfo.InvariantCulture,
                $"{indicator},{year},{area},{band},{sex},,{m.Denominator},,,,{ReasonCode.Of(m.Reason)}"),
            _ => throw new InvalidOperationException("A cell is shown or missing."),
        };
    }
}
