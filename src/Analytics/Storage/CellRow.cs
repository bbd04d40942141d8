using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Storage;

/// <summary>A released cell as a row of the table <c>cell</c>.</summary>
sealed class CellRow
{
    public required string Indicator { get; init; }
    public required int Year { get; init; }
    public required string Area { get; init; }
    public required string AgeBand { get; init; }
    public required string Sex { get; init; }
    public long? Numerator { get; init; }
    public long? Denominator { get; init; }
    public double? Estimate { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public string? Status { get; init; }
    public string? Method { get; init; }
    public double? Benchmark { get; init; }
    public string? Verdict { get; init; }
    public string? SourceBand { get; init; }
    public string? Source { get; init; }

    public static CellRow Of(ReleasedCell released)
    {
        var ((indicator, year, area, band, sex), shown, missing) = (released.Address, released.Cell as Cell.Shown, released.Cell as Cell.Missing);
        return new CellRow
        {
            Indicator = indicator,
            Year = year,
            Area = area,
            AgeBand = band,
            Sex = sex.ToString(),
            Numerator = shown?.Estimate.Numerator,
            Denominator = shown is null ? missing!.Denominator : shown.Estimate.Denominator,
            Estimate = shown?.Estimate.Value,
            Lower = shown?.Estimate.Interval?.Lower,
            Upper = shown?.Estimate.Interval?.Upper,
            Status = missing is null ? null : ReasonCode.Of(missing.Reason),
            Method = shown?.Estimate.Method.ToString(),
            Benchmark = shown?.Comparison?.Benchmark,
            Verdict = shown?.Comparison?.Verdict.ToString(),
            SourceBand = released.SourceBand,
            Source = released.Source,
        };
    }

    public ReleasedCell ToCell() => new(
        new CellAddress(string.Intern(Indicator), Year, string.Intern(Area), string.Intern(AgeBand), Enum.Parse<Sex>(Sex)),
        Status is not null
            ? new Cell.Missing(ReasonCode.Parse(Status)!.Value, Denominator)
            : new Cell.Shown(
                new Estimate(Estimate!.Value, Lower is null ? null : new Interval(Lower.Value, Upper!.Value), Numerator, Denominator, Enum.Parse<EstimateMethod>(Method!)),
                Verdict is null ? null : new Comparison(Benchmark!.Value, Enum.Parse<Verdict>(Verdict))),
        SourceBand, Source is null ? null : string.Intern(Source));
}
