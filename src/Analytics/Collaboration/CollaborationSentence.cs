using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Collaboration;

/// <summary>What the ties and hand-overs of an area say, in plain words.</summary>
public static class CollaborationSentence
{
    /// <summary>How much contact is regular and mutual, the clearest one-sided tie, and where nobody hands over.</summary>
    /// <param name="part">What the release says of collaboration.</param>
    /// <param name="area">Municipality code, county code or <c>00</c>; one that has ties.</param>
    /// <param name="codebook">The catalogue that the part's ids come from.</param>
    /// <param name="culture">Swedish, or English for any other.</param>
    /// <exception cref="InvalidOperationException">The area has no ties.</exception>
    public static string Of(CollaborationPart part, string area, Codebook codebook, CultureInfo culture)
    {
        var network = part.Networks.Single(x => x.Area == area);
        if (network.ShownTies == 0)
        {
            return $"{Language.Pick(culture, "Ingen kontakt kan visas: svaren är för få eller saknas.", "No tie can be shown: answers are too few or missing.")} {HandOvers(part, area, codebook, culture)}".TrimEnd();
        }

        string[] sentences = [Ties(part, network, culture), OneSided(network, codebook, culture), HandOvers(part, area, codebook, culture)];
        return string.Join(' ', sentences.Where(x => x.Length > 0));
    }

    static string Ties(CollaborationPart part, AreaNetwork network, CultureInfo culture)
    {
        var (shown, possible) = (network.ShownTies, network.ShownTies + network.Gaps);
        var edges = part.Ties.Count(x => x.Area == network.Area && x.Frequency >= TieRules.EdgeFrom);
        var regular = network.Gaps == 0
            ? Language.Pick(culture, $"{edges} av {possible} möjliga kontakter är regelbundna", $"{edges} of {possible} possible ties are regular")
            : Language.Pick(culture, $"{shown} av {possible} möjliga kontakter kan visas, och {edges} av dem är regelbundna", $"{shown} of {possible} possible ties can be shown, and {edges} of them are regular");
        return network.Reciprocity is { } mutual
            ? Language.Pick(culture, $"{regular}; {Percent(mutual)}{Language.NoBreakSpace}% av dessa är det åt båda håll.", $"{regular}; {Percent(mutual)}% of these are so both ways.")
            : regular + ".";
    }

    static string OneSided(AreaNetwork network, Codebook codebook, CultureInfo culture)
    {
        if (network.OneSided.MaxBy(x => x.Frequency - x.Back) is not { } clearest)
        {
            return "";
        }

        string Says(string actor, double frequency) => $"{Name(codebook, actor, culture)} {Language.Pick(culture, "säger", "says")} {FrequencyWords.Of(frequency, culture)}";
        return $"{Language.Pick(culture, "Tydligast ensidig", "Most clearly one-sided")}: {Says(clearest.From, clearest.Frequency)}, {Says(clearest.To, clearest.Back)}.";
    }

    static string HandOvers(CollaborationPart part, string area, Codebook codebook, CultureInfo culture)
    {
        HandOver[] borders = [.. part.HandOvers.Where(x => x.Area == area)];
        if (borders.Length == 0)
        {
            return "";
        }

        string? At(HandOverStatus status) => borders.Where(x => x.Status == status).Select(x => Border(x, codebook, culture)).ToArray() switch
        {
            [] => null,
            [var only] => only,
            [.. var first, var last] => Language.Pick(culture, $"{string.Join(", ", first)} och {last}", $"{string.Join(", ", first)} and {last}"),
        };
        var (gap, unknown) = (At(HandOverStatus.Gap), At(HandOverStatus.Unknown));
        var found = gap is null
            ? Language.Pick(culture, "Ingen lucka i överlämningen mellan åldrar har hittats.", "No gap in the hand-over between ages was found.")
            : Language.Pick(culture, $"{Upper(gap, culture)} lämnar ingen över: varken metod eller möte leder vidare.", $"{Upper(gap, culture)} nobody hands over: neither a method nor a meeting leads on.");
        return unknown is null ? found : found + Language.Pick(culture, $" {Upper(unknown, culture)} går det inte att veta.", $" {Upper(unknown, culture)} there is no telling.");
    }

    static string Border(HandOver border, Codebook codebook, CultureInfo culture)
    {
        int To(string id) => codebook.AgeBands.Partition.Single(x => x.Id == id).To;
        return Language.Pick(culture, $"mellan {To(border.Younger)} och {To(border.Younger) + 1} år", $"between ages {To(border.Younger)} and {To(border.Younger) + 1}");
    }

    static string Name(Codebook codebook, string actor, CultureInfo culture) => codebook.FindActor(actor) is { } found ? Language.Pick(culture, found.NameSv, found.NameEn) : actor;

    static string Percent(double fraction) => (fraction * 100).ToString("0", CultureInfo.InvariantCulture);

    static string Upper(string words, CultureInfo culture) => char.ToUpper(words[0], culture) + words[1..];
}
