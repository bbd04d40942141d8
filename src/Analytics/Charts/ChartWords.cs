using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Charts;

/// <summary>Headings that charts share.</summary>
static class ChartWords
{
    public static string Of(Role role, CultureInfo culture) => role switch
    {
        Role.Risk => Language.Pick(culture, "Riskfaktorer", "Risk factors"),
        Role.Protective => Language.Pick(culture, "Skyddsfaktorer", "Protective factors"),
        _ => Language.Pick(culture, "Utfall", "Outcomes"),
    };

    public static string Of(Domain domain, CultureInfo culture) => domain switch
    {
        Domain.Individual => Language.Pick(culture, "Individ", "Individual"),
        Domain.Family => Language.Pick(culture, "Familj", "Family"),
        Domain.Peers => Language.Pick(culture, "Kamrater", "Peers"),
        Domain.School => Language.Pick(culture, "Skola", "School"),
        _ => Language.Pick(culture, "Närsamhälle", "Community"),
    };

    /// <summary>An age band with its unit: <c>13–15 år</c>.</summary>
    public static string Of(AgeBand band, CultureInfo culture) => AgeSpan(band.Id) + Language.NoBreakSpace + Language.Pick(culture, "år", "years");

    /// <summary>Ages of a band without unit: <c>13–15</c>; of a single year only that.</summary>
    public static string AgeSpan(string id) => id.Split('-') is [var from, var to] ? from == to ? from : $"{from}–{to}" : id;
}
