using System.Globalization;
using Analytics.Practice;
using Xunit;

namespace Analytics.Tests.Practice;

public sealed class ClusterSentenceTests
{
    static ClusterStudy Study(string level, ClusterVerdict verdict, int chosen, int units) => new(
        level, [.. Enumerable.Range(0, units).Select(x => $"{x}")], [], [], verdict, chosen, null,
        chosen == 0 ? [] : [new(chosen, [], [], 0, 0, null, 0, 0, 0, 0, [], [], [])], [], [], units, units);

    [Theory]
    [InlineData("sv", ClusterLevel.Organisation, ClusterVerdict.Stable, 3, 87, "Tre stabila grupper: de 87 organisationerna arbetar på tre olika sätt.")]
    [InlineData("en", ClusterLevel.Organisation, ClusterVerdict.Stable, 3, 87, "Three stable groups: the 87 organisations work in three different ways.")]
    [InlineData("sv", ClusterLevel.Municipality, ClusterVerdict.Weak, 2, 13, "Två svaga grupper: använd dem bara som beskrivning. Med 13 kommuner beskriver grupperna just dessa och säger inget om andra.")]
    [InlineData("en", ClusterLevel.MunicipalityProperties, ClusterVerdict.Weak, 2, 13, "Two weak groups: use them as a description only. With 13 municipalities the groups describe these and say nothing of others.")]
    [InlineData("sv", ClusterLevel.Municipality, ClusterVerdict.None, 4, 13, "Gruppera inte: bland de 13 kommunerna finns inga säkra grupper, skillnaderna kan bero på slumpen.")]
    [InlineData("en", ClusterLevel.OrganisationProperties, ClusterVerdict.None, 4, 40, "Do not group: there are no certain groups among the 40 organisations, the differences may be due to chance.")]
    [InlineData("sv", ClusterLevel.Organisation, ClusterVerdict.None, 0, 2, "Gruppera inte: 2 organisationer är för få, eller för lika, för att delas i grupper.")]
    [InlineData("en", ClusterLevel.Organisation, ClusterVerdict.None, 0, 2, "Do not group: 2 organisations are too few, or too alike, to be divided.")]
    public void Of_Verdict_IsSaidPlainly(string language, string level, ClusterVerdict verdict, int chosen, int units, string sentence) =>
        Assert.Equal(sentence, ClusterSentence.Of(Study(level, verdict, chosen, units), CultureInfo.GetCultureInfo(language)));
}
