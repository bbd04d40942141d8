using System.Globalization;

namespace Analytics.Estimation;

/// <summary>The two languages of everything people read: Swedish for any Swedish culture, English otherwise.</summary>
/// <remarks>Number formats are written out here: those of the operating system differ between machines and years.</remarks>
static class Language
{
    /// <summary>Keeps a number and its unit on one line.</summary>
    public const string NoBreakSpace = "\u00A0";

    static readonly NumberFormatInfo Swedish = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = NoBreakSpace,
        NegativeSign = "−",
    });

    static readonly NumberFormatInfo English = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ".",
        NumberGroupSeparator = ",",
        NegativeSign = "−",
    });

    public static bool IsSwedish(CultureInfo culture) => culture.TwoLetterISOLanguageName == "sv";

    public static string Pick(CultureInfo culture, string swedish, string english) => IsSwedish(culture) ? swedish : english;

    public static NumberFormatInfo Numbers(CultureInfo culture) => IsSwedish(culture) ? Swedish : English;
}
