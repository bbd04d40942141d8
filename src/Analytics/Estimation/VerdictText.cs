using System.Globalization;

namespace Analytics.Estimation;

/// <summary>Words and signs of a verdict. The sign says the judgement where colour cannot.</summary>
public static class VerdictText
{
    static readonly string[] Swedish = ["bättre", "ingen säker skillnad", "sämre", "högre", "lägre"];
    static readonly string[] English = ["better", "no certain difference", "worse", "higher", "lower"];
    static readonly string[] Glyphs = ["▲", "■", "▼", "△", "▽"];

    /// <summary>The verdict in words; null is a value that is not compared.</summary>
    public static string Of(Verdict? verdict, CultureInfo culture) =>
        verdict is { } known ? (Language.IsSwedish(culture) ? Swedish : English)[(int)known] : Language.Pick(culture, "jämförs inte", "not compared");

    /// <summary>▲ better, ■ no certain difference, ▼ worse; △ higher and ▽ lower without judgement; ○ not compared.</summary>
    public static string Glyph(Verdict? verdict) => verdict is { } known ? Glyphs[(int)known] : "○";
}
