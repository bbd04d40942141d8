using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Colours and type of every chart. All colours of marks and text reach 4.5:1 on white; none is red or green.</summary>
public static class Theme
{
    /// <summary>Certainly better than the benchmark.</summary>
    public const string Better = "#1F6FB2";

    /// <summary>No certain difference; also values that are not compared and the other municipalities.</summary>
    public const string Similar = "#6B7280";

    /// <summary>Certainly worse than the benchmark.</summary>
    public const string Worse = "#B4500B";

    /// <summary>Certainly higher, without judgement.</summary>
    public const string Higher = "#2E1A5E";

    /// <summary>Certainly lower, without judgement.</summary>
    public const string Lower = "#5B4B8A";

    /// <summary>Text and the line of the benchmark.</summary>
    public const string Ink = "#1F2937";

    /// <summary>Secondary text.</summary>
    public const string Muted = "#4B5563";

    /// <summary>Hatch of missing values and separating lines; decoration, never the only sign.</summary>
    public const string Rule = "#C3C8D0";

    /// <summary>Behind marks that a reader should find first; decoration, never the only sign.</summary>
    public const string Highlight = "#FFE9A8";

    /// <summary>Uncertainty of a benchmark behind marks; decoration, never the only sign.</summary>
    public const string Band = "#E3E7EC";

    /// <summary>The interval along a line; decoration, its bounds stand in words.</summary>
    public const string Ribbon = "#C9DCEC";

    /// <summary>The outer of two bands.</summary>
    public const string OuterBand = "#F2F4F6";

    /// <summary>Behind everything, and halo of marks.</summary>
    public const string Paper = "#FFFFFF";

    /// <summary>Fonts in order of preference, as SVG and CSS name them.</summary>
    public const string FontFamily = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

    /// <summary>Size of titles, in pixels.</summary>
    public const int TitleSize = 18;

    /// <summary>Size of headings, in pixels.</summary>
    public const int HeadingSize = 15;

    /// <summary>Size of all other text, in pixels; nothing is smaller.</summary>
    public const int TextSize = 13;

    /// <summary>The colour of a verdict; null is a value that is not compared.</summary>
    public static string ColourOf(Verdict? verdict) => verdict switch
    {
        Verdict.Better => Better,
        Verdict.Worse => Worse,
        Verdict.Higher => Higher,
        Verdict.Lower => Lower,
        _ => Similar,
    };
}
