using System.Globalization;
using Analytics.Collaboration;
using Analytics.Intake;
using Xunit;
using static Analytics.Tests.Collaboration.Rows;

namespace Analytics.Tests.Collaboration;

public sealed class CollaborationSentenceTests
{
    static string Of(string culture, params IEnumerable<CollaborationRow>[] answers) =>
        CollaborationSentence.Of(CollaborationAnalysis.Of(Input(answers.SelectMany(x => x)), Codes), "0604", Codes, CultureInfo.GetCultureInfo(culture));

    [Theory]
    [InlineData("sv-SE", "2 av 2 möjliga kontakter är regelbundna; 100\u00A0% av dessa är det åt båda håll. Ingen lucka i överlämningen mellan åldrar har hittats.")]
    [InlineData("en-GB", "2 of 2 possible ties are regular; 100% of these are so both ways. No gap in the hand-over between ages was found.")]
    public void Of_MutualContact_SaysSo(string culture, string expected) =>
        Assert.Equal(expected, Of(culture, Answers("0604", "police", "social_services", 2, 2, 2), Answers("0604", "social_services", "police", 4, 4, 4)));

    [Theory]
    [InlineData("sv-SE", "5 av 6 möjliga kontakter kan visas, och 2 av dem är regelbundna; 0\u00A0% av dessa är det åt båda håll. Tydligast ensidig: Polis säger ungefär varje vecka, Skola säger nästan aldrig. Ingen lucka i överlämningen mellan åldrar har hittats.")]
    [InlineData("en-GB", "5 of 6 possible ties can be shown, and 2 of them are regular; 0% of these are so both ways. Most clearly one-sided: Police says about weekly, School says hardly ever. No gap in the hand-over between ages was found.")]
    public void Of_SeveralOneSided_NamesThatWithTheLargestDifference(string culture, string expected) => Assert.Equal(expected, Of(
        culture,
        Answers("0604", "police", "school", 4, 4, 4), Answers("0604", "school", "police", 0, 0, 1),
        Answers("0604", "social_services", "police", 2, 2, 2), Answers("0604", "police", "social_services", 0, 0, 0),
        Answers("0604", "school", "social_services", 1, 1, 1), Answers("0604", "social_services", "school", 3, 3)));

    [Theory]
    [InlineData("sv-SE", "0 av 2 möjliga kontakter är regelbundna. Mellan 5 och 6 år lämnar ingen över: varken metod eller möte leder vidare.")]
    [InlineData("en-GB", "0 of 2 possible ties are regular. Between ages 5 and 6 nobody hands over: neither a method nor a meeting leads on.")]
    public void Of_Gap_NamesTheAges(string culture, string expected) =>
        Assert.Equal(expected, Of(culture, Answers("0604", "child_health_centre", "school", 0, 0, 0), Answers("0604", "school", "child_health_centre", 1, 1, 1)));

    [Theory]
    [InlineData("sv-SE", "Ingen kontakt kan visas: svaren är för få eller saknas. Ingen lucka i överlämningen mellan åldrar har hittats. Mellan 5 och 6 år går det inte att veta.")]
    [InlineData("en-GB", "No tie can be shown: answers are too few or missing. No gap in the hand-over between ages was found. Between ages 5 and 6 there is no telling.")]
    public void Of_TooFewAnswers_SaysWhatCannotBeKnown(string culture, string expected) =>
        Assert.Equal(expected, Of(culture, Answers("0604", "child_health_centre", "school", 4), Answers("0604", "school", "child_health_centre", 4, 4)));

    [Fact]
    public void Of_SeveralBorders_ListsThem()
    {
        var part = CollaborationAnalysis.Of(Input(Answers("0604", "police", "school", 4, 4, 4)), Codes);
        part = part with { HandOvers = [.. part.HandOvers.Select((x, i) => x with { Status = i < 3 ? HandOverStatus.Gap : HandOverStatus.Continuity })] };
        Assert.EndsWith(
            "Mellan 5 och 6 år, mellan 9 och 10 år och mellan 12 och 13 år lämnar ingen över: varken metod eller möte leder vidare.",
            CollaborationSentence.Of(part, "0604", Codes, CultureInfo.GetCultureInfo("sv-SE")), StringComparison.Ordinal);
    }
}
