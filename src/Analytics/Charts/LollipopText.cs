using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Analytics.Charts;

/// <summary>What the places and lines of a profile say.</summary>
static class LollipopText
{
    /// <summary>A factor: name, value, interval, verdict, distance; or the reason.</summary>
    public static string Of(LollipopRow row, CultureInfo culture)
    {
        var name = $"{NameOf(row, culture)} {row.Period}: ";
        if (row.Cell is not Cell.Shown { Estimate: var estimate })
        {
            return name + ReasonText.Of(((Cell.Missing)row.Cell).Reason, culture);
        }

        var interval = row.Comparison?.Interval ?? estimate.Interval;
        var bounds = interval is { } known ? $" ({ValueFormat.Bounds(known, estimate.Value, row.Indicator.Unit, culture)})" : "";
        return $"{name}{ValueFormat.Of(estimate.Value, row.Indicator.Unit, culture)}{bounds}, {VerdictText.Of(row.Comparison?.Verdict, culture)}{Away(row, culture)}";
    }

    /// <summary>The value with its unit; empty where there is none.</summary>
    public static string ValueOf(LollipopRow row, CultureInfo culture) => row.Cell is Cell.Shown shown ? ValueFormat.Of(shown.Estimate.Value, row.Indicator.Unit, culture) : "";

    /// <summary>The factor's name; what is not judged says which way is more.</summary>
    public static string Title(LollipopRow row, CultureInfo culture) => NameOf(row, culture) + (row.Indicator.Polarity, row.Mirrored) switch
    {
        (Polarity.None, true) => Language.Pick(culture, " (←\u00A0högre)", " (←\u00A0higher)"),
        (Polarity.None, false) => Language.Pick(culture, " (högre\u00A0→)", " (higher\u00A0→)"),
        _ => "",
    };

    static string NameOf(LollipopRow row, CultureInfo culture) => Language.Pick(culture, row.Indicator.NameSv, row.Indicator.NameEn);

    /// <summary>A distance with one decimal and its sign of direction in words.</summary>
    static string Away(LollipopRow row, CultureInfo culture)
    {
        if (row.Distance is not { } distance)
        {
            return "";
        }

        var size = Math.Abs(distance.Value).ToString("0.0", Language.Numbers(culture));
        return distance.Value >= 0
            ? Language.Pick(culture, $"; {size} spridningar över jämförelsen", $"; {size} spreads above the benchmark")
            : Language.Pick(culture, $"; {size} spridningar under jämförelsen", $"; {size} spreads below the benchmark");
    }

    /// <summary>How to read the scale.</summary>
    public static string Scale(LollipopProfile profile, CultureInfo culture) => Language.Pick(
        culture,
        $"En spridning är hur mycket länets kommuner vanligen skiljer sig åt (en standardavvikelse). Tunn linje: {IntervalText.Of(profile.Level, culture)}.",
        $"One spread is how much the county's municipalities usually differ (a standard deviation). Thin line: {IntervalText.Of(profile.Level, culture)}.");

    /// <summary>How many factors are left out.</summary>
    public static string LeftOut(int shown, int left, CultureInfo culture) => Language.Pick(
        culture, $"De {shown} faktorer som skiljer sig mest, säkra skillnader först; {left} till visas inte här.", $"The {shown} factors that differ most, certain differences first; {left} more are not shown here.");
}
