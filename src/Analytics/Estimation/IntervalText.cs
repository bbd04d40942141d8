using System.Globalization;

namespace Analytics.Estimation;

/// <summary>Words of a confidence interval.</summary>
public static class IntervalText
{
    /// <summary>The interval shown beside verdicts of a level: <c>99,8 % osäkerhetsintervall</c>, <c>95% confidence interval</c>.</summary>
    public static string Of(FlagLevel level, CultureInfo culture)
    {
        var percent = (FlagLevels.Confidence(level) * 100).ToString("0.#", Language.Numbers(culture));
        return Language.Pick(culture, $"{percent}{Language.NoBreakSpace}% osäkerhetsintervall", $"{percent}% confidence interval");
    }
}
