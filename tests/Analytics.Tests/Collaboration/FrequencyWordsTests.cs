using System.Globalization;
using Analytics.Collaboration;
using Xunit;

namespace Analytics.Tests.Collaboration;

public sealed class FrequencyWordsTests
{
    [Theory]
    [InlineData(0, "aldrig", "never")]
    [InlineData(0.49, "nästan aldrig", "hardly ever")]
    [InlineData(0.5, "ungefär varje år", "about yearly")]
    [InlineData(1.5, "ungefär varje kvartal", "about quarterly")]
    [InlineData(2.5, "ungefär varje månad", "about monthly")]
    [InlineData(3.5, "ungefär varje vecka", "about weekly")]
    [InlineData(4, "ungefär varje vecka", "about weekly")]
    public void Of_Mean_IsItsNearestStep(double frequency, string swedish, string english)
    {
        Assert.Equal(swedish, FrequencyWords.Of(frequency, CultureInfo.GetCultureInfo("sv-SE")));
        Assert.Equal(english, FrequencyWords.Of(frequency, CultureInfo.GetCultureInfo("en-GB")));
    }
}
