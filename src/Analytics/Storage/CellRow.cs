using Analytics.Catalogue;
using Analytics.Release;

namespace Analytics.Storage;

/// <summary>A released cell as a row of the table <c>cell</c>, to be written.</summary>
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
    public double? Weight { get; init; }
    public double? SquaredWeight { get; init; }
    public double? WeightedValue { get; init; }
    public double? WeightedSquare { get; init; }
    public double? ValueSum { get; init; }
    public double? SquareSum { get; init; }
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
            Weight = shown?.Estimate.Weighted?.Weight,
            SquaredWeight = shown?.Estimate.Weighted?.SquaredWeight,
            WeightedValue = shown?.Estimate.Weighted?.WeightedValue,
            WeightedSquare = shown?.Estimate.Weighted?.WeightedSquare,
            ValueSum = shown?.Estimate.Weighted?.Value,
            SquareSum = shown?.Estimate.Weighted?.Square,
            SourceBand = released.SourceBand,
            Source = released.Source,
        };
    }
}
