using Dashboard.Layout;
using Microsoft.Extensions.Localization;

namespace Dashboard.Views;

/// <summary>The columns that tell a cell, the same in every table: value, interval, counts, benchmark, verdict, reason.</summary>
public sealed class ReadingColumns(IStringLocalizer<ReadingColumns> text)
{
    /// <summary>The columns, in the order of <see cref="Of"/>.</summary>
    public IReadOnlyList<ViewColumn> All =>
    [
        new("value", text["Value"], IsNumber: true), new("lower", text["Lower"], IsNumber: true), new("upper", text["Upper"], IsNumber: true),
        new("numerator", text["Numerator"], IsNumber: true), new("denominator", text["Denominator"], IsNumber: true), new("benchmark", text["Benchmark"], IsNumber: true),
        new("verdict", text["Verdict"]), new("status", text["Status"]) { FilesOnly = true }, new("source_band", text["SourceBand"]) { FilesOnly = true },
    ];

    /// <summary>A cell in the columns.</summary>
    public static IEnumerable<ViewField> Of(CellReading reading) =>
    [
        ViewField.Value(reading), ViewField.Number(reading.Bounds?.Lower, reading.Indicator.Unit), ViewField.Number(reading.Bounds?.Upper, reading.Indicator.Unit),
        ViewField.Count(reading.Estimate?.Numerator), ViewField.Count(reading.Base), ViewField.Number(reading.BenchmarkValue?.Value, reading.Indicator.Unit),
        ViewField.Verdict(reading), ViewField.Status(reading), new(reading.Released.SourceBand ?? "", reading.Released.SourceBand),
    ];
}
