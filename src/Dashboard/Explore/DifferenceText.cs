using Analytics.Catalogue;
using Analytics.Estimation;
using Dashboard.Layout;

namespace Dashboard.Explore;

/// <summary>A difference of two values as people read it: with its sign; of shares in percentage points.</summary>
static class DifferenceText
{
    /// <summary>With sign and unit: <c>+2,3 procentenheter</c>.</summary>
    public static string Of(ExploredCell cell)
    {
        var (value, unit) = (cell.Difference!.Value, cell.Reading.Indicator.Unit);
        var number = ValueFormat.Number(value, unit, Words.Culture);
        var signed = value > 0 && number.Any(x => x is >= '1' and <= '9') ? "+" + number : number;
        return UnitOf(unit) is { Length: > 0 } name ? $"{signed}\u00A0{name}" : signed;
    }

    /// <summary>The interval without unit: <c>0,4 till 4,2</c>.</summary>
    public static string Interval(ExploredCell cell) => ValueFormat.Bounds(cell.Difference!.Interval, cell.Difference.Value, cell.Reading.Indicator.Unit, Words.Culture);

    /// <summary>Difference with its interval in brackets.</summary>
    public static string WithInterval(ExploredCell cell) => $"{Of(cell)} ({Interval(cell)})";

    static string UnitOf(Unit unit) => unit.Id == "percent" ? (Words.IsSwedish ? "procentenheter" : "percentage points") : ValueFormat.UnitText(unit, Words.Culture);
}
