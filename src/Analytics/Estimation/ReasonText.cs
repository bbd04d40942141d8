using System.Globalization;
using Analytics.Catalogue;

namespace Analytics.Estimation;

/// <summary>Words and signs of a missing value, the same in chart, table, file, report and screen reader.</summary>
public static class ReasonText
{
    static readonly string[] Swedish = ["skyddat värde", "mäts inte för denna ålder eller detta kön", "inga svar", "för få år", "ny definition", "källan saknar värde"];
    static readonly string[] English = ["protected value", "not measured at this age or sex", "no answers", "too few years", "new definition", "source has none"];
    static readonly string[] Glyphs = ["⊘", "–", "∅", "…", "≠", "?"];

    /// <summary>The reason in words.</summary>
    public static string Of(Reason reason, CultureInfo culture) => (Language.IsSwedish(culture) ? Swedish : English)[(int)reason];

    /// <summary>The reason in as few words as a tile or a strip of a chart has room for; the whole reason stands in its label or legend.</summary>
    public static string Short(Reason reason, CultureInfo culture) =>
        reason == Reason.NotMeasured ? Language.Pick(culture, "mäts inte", "not measured") : Of(reason, culture);

    /// <summary>The reason as one sign, for narrow cells; always with the words beside it or as its label.</summary>
    public static string Glyph(Reason reason) => Glyphs[(int)reason];
}
