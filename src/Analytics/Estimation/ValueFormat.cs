using System.Globalization;
using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>Values as people read them: in the shown unit, with the language's decimal mark, and as many decimals as the unit carries.</summary>
/// <remarks>One decimal for per cent, small rates and indices, two for ratios, none for counts and rates per 100 000. A value that is not zero never reads as zero.</remarks>
public static class ValueFormat
{
    const int MostDecimals = 6;

    /// <summary>Number with unit: <c>12,3 %</c>, <c>3.4 per 1,000</c>. Spaces do not break.</summary>
    /// <param name="value">The value as stored: a fraction, events per person, or a mean.</param>
    /// <param name="unit">The indicator's unit.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string Of(double value, Unit unit, CultureInfo culture) => WithUnit(Number(value, unit, culture), unit, culture);

    /// <summary>The number alone: <c>12,3</c>.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static string Number(double value, Unit unit, CultureInfo culture) => Number(value, unit, culture, Decimals(value, unit));

    /// <summary>The 95 % interval without unit, with the decimals of its value: <c>9,1–16,4</c>; null where there is none.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="unit">The indicator's unit.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string? Bounds(Estimate estimate, Unit unit, CultureInfo culture) =>
        estimate.Interval is { } interval ? Bounds(interval, estimate.Value, unit, culture) : null;

    /// <summary>An interval without unit, with the decimals of its value: <c>9,1–16,4</c>.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="value">The value it belongs to.</param>
    /// <param name="unit">The indicator's unit.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string Bounds(Interval interval, double value, Unit unit, CultureInfo culture) => Bounds(interval, unit, culture, Decimals(value, unit));

    /// <summary>The unit alone: <c>%</c>, <c>per 1 000</c>.</summary>
    public static string UnitText(Unit unit, CultureInfo culture) =>
        Language.Pick(culture, unit.Sv, unit.En).Replace(" ", Language.NoBreakSpace, StringComparison.Ordinal);

    internal static string Number(double value, Unit unit, CultureInfo culture, int decimals)
    {
        var format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        var text = (value * unit.Factor).ToString(format, Language.Numbers(culture));
        // −0,04 with one decimal would read −0,0.
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? 0.0.ToString(format, Language.Numbers(culture)) : text;
    }

    internal static string Bounds(Interval interval, Unit unit, CultureInfo culture, int decimals)
    {
        var (lower, upper) = (Number(interval.Lower, unit, culture, decimals), Number(interval.Upper, unit, culture, decimals));
        return interval.Lower < 0 ? $"{lower} {Language.Pick(culture, "till", "to")} {upper}" : $"{lower}–{upper}";
    }

    internal static string WithUnit(string number, Unit unit, CultureInfo culture) => UnitText(unit, culture) switch
    {
        "" => number,
        "%" when !Language.IsSwedish(culture) => number + "%",
        var text => number + Language.NoBreakSpace + text,
    };

    internal static int Decimals(double value, Unit unit)
    {
        var decimals = unit.Id switch { "count" or "per_100000" => 0, "ratio" => 2, _ => 1 };
        var shown = Math.Abs(value * unit.Factor);
        while (shown > 0 && decimals < MostDecimals && shown < 0.5 * Math.Pow(10, -decimals))
        {
            decimals++;
        }

        return decimals;
    }
}
