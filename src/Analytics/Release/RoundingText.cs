using System.Globalization;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>What a reader of a rounded number must know, the same in every file and on every page.</summary>
public static class RoundingText
{
    /// <summary>That counts are rounded, why and how, in one sentence.</summary>
    /// <param name="parameters">Parameters of a rounded release.</param>
    /// <param name="culture">Language of the sentence.</param>
    public static string Of(ReleaseParameters parameters, CultureInfo culture)
    {
        var threshold = parameters.Threshold.ToString(CultureInfo.InvariantCulture);
        return Language.Pick(
            culture, $"Antalen är avrundade till skydd för enskilda: små tal visas som 0 eller {threshold}.",
            $"Counts are rounded to protect individuals: small numbers are shown as 0 or {threshold}.");
    }
}
