using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Practice;

/// <summary>What the search for groups says, in plain words.</summary>
public static class ClusterSentence
{
    static readonly string[] Swedish = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"];
    static readonly string[] English = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Below so many units a grouping describes them and says nothing of others.</summary>
    public const int FewUnits = 20;

    /// <summary>One or two sentences: how many groups there are and how far to trust them.</summary>
    /// <param name="study">The study.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    public static string Of(ClusterStudy study, CultureInfo culture)
    {
        var municipalities = study.Level is ClusterLevel.Municipality or ClusterLevel.MunicipalityProperties;
        var count = study.Units.Count;
        var (units, theUnits) = municipalities
            ? (Language.Pick(culture, "kommuner", "municipalities"), Language.Pick(culture, "kommunerna", "municipalities"))
            : (Language.Pick(culture, "organisationer", "organisations"), Language.Pick(culture, "organisationerna", "organisations"));
        var groups = Number(study.Chosen, culture);
        var verdict = study.Verdict switch
        {
            _ when study.Partitions.Count == 0 => Language.Pick(
                culture, $"Gruppera inte: {count} {units} är för få, eller för lika, för att delas i grupper.", $"Do not group: {count} {units} are too few, or too alike, to be divided."),
            ClusterVerdict.Stable => Language.Pick(
                culture, $"{Upper(groups, culture)} stabila grupper: de {count} {theUnits} arbetar på {groups} olika sätt.", $"{Upper(groups, culture)} stable groups: the {count} {units} work in {groups} different ways."),
            ClusterVerdict.Weak => Language.Pick(
                culture, $"{Upper(groups, culture)} svaga grupper: använd dem bara som beskrivning.", $"{Upper(groups, culture)} weak groups: use them as a description only."),
            _ => Language.Pick(
                culture, $"Gruppera inte: bland de {count} {theUnits} finns inga säkra grupper, skillnaderna kan bero på slumpen.", $"Do not group: there are no certain groups among the {count} {units}, the differences may be due to chance."),
        };
        var advice = study.Partitions.Count > 0 && count < FewUnits && study.Verdict != ClusterVerdict.None
            ? Language.Pick(culture, $" Med {count} {units} beskriver grupperna just dessa och säger inget om andra.", $" With {count} {units} the groups describe these and say nothing of others.")
            : "";
        return verdict + advice;
    }

    static string Number(int number, CultureInfo culture) => Language.Pick(culture, Swedish[number], English[number]);

    static string Upper(string word, CultureInfo culture) => char.ToUpper(word[0], culture) + word[1..];
}
