using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Collaboration;

/// <summary>Mean frequencies in words.</summary>
public static class FrequencyWords
{
    static readonly string[] Swedish = ["nästan aldrig", "ungefär varje år", "ungefär varje kvartal", "ungefär varje månad", "ungefär varje vecka"];
    static readonly string[] English = ["hardly ever", "about yearly", "about quarterly", "about monthly", "about weekly"];

    /// <summary>The step of the questionnaire that a mean lies nearest to.</summary>
    /// <param name="frequency">Mean frequency, 0 (never) to 4 (weekly); a half counts upwards.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string Of(double frequency, CultureInfo culture) => frequency == 0
        ? Language.Pick(culture, "aldrig", "never")
        : (Language.IsSwedish(culture) ? Swedish : English)[(int)Math.Round(frequency, MidpointRounding.AwayFromZero)];
}
