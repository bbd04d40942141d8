using System.Globalization;

namespace Dashboard.Layout;

/// <summary>Numbers in the reader's language.</summary>
static class Numbers
{
    /// <summary>A fraction as per cent without decimals: <c>67 %</c>.</summary>
    public static string Percent(double fraction) => $"{Decimal(fraction * 100, 0)}{(Words.IsSwedish ? "\u00A0%" : "%")}";

    /// <summary>A number with so many decimals and a true minus sign.</summary>
    public static string Decimal(double number, int decimals)
    {
        var text = Math.Abs(number).ToString($"#,0.{new string('0', decimals)}", CultureInfo.InvariantCulture);
        var sign = number < 0 && text.Any(x => x is >= '1' and <= '9') ? "−" : "";
        return sign + (Words.IsSwedish ? text.Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ',') : text);
    }
}
