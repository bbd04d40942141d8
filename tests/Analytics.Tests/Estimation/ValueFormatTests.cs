using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Xunit;
using static Analytics.Tests.Estimation.Examples;

namespace Analytics.Tests.Estimation;

public sealed class ValueFormatTests
{
    public static TheoryData<double, Unit, string, string> Values => new()
    {
        { 0.123, Percent, "12,3\u00A0%", "12.3%" },
        { 0, Percent, "0,0\u00A0%", "0.0%" },
        { 1, Percent, "100,0\u00A0%", "100.0%" },
        { 0.0004, Percent, "0,04\u00A0%", "0.04%" },
        { 0.000034, PerHundredThousand, "3\u00A0per\u00A0100\u00A0000", "3\u00A0per\u00A0100,000" },
        { 0.0034, PerThousand, "3,4\u00A0per\u00A01\u00A0000", "3.4\u00A0per\u00A01,000" },
        { 1234, Count, "1\u00A0234\u00A0st", "1,234" },
        { -1.24, Score, "−1,2", "−1.2" },
        { 0.5, Ratio, "0,50", "0.50" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Of_Value_ReadsInBothLanguages(double value, Unit unit, string swedish, string english)
    {
        Assert.Equal(swedish, ValueFormat.Of(value, unit, Swedish));
        Assert.Equal(english, ValueFormat.Of(value, unit, English));
    }

    [Fact]
    public void Bounds_Interval_HasTheDecimalsOfItsValue()
    {
        Assert.Equal("9,1–16,4", ValueFormat.Bounds(Estimate(0.123, 0.0912, 0.1638), Percent, Swedish));
        Assert.Equal("0,01–0,12", ValueFormat.Bounds(Estimate(0.0004, 0.0001, 0.0012), Percent, Swedish));
        Assert.Equal("−1.5 to 0.5", ValueFormat.Bounds(Estimate(-0.5, -1.5, 0.5), Score, English));
        Assert.Equal("0,0–0,5", ValueFormat.Bounds(Estimate(0.5, -0.0, 0.5), Score, Swedish));
        Assert.Null(ValueFormat.Bounds(new Estimate(1, null, null, null, EstimateMethod.AsPublished), Score, Swedish));
    }

    [Fact]
    public void Number_JustBelowZero_HasNoLoneMinus() => Assert.Equal("0.0", ValueFormat.Number(-0.0, Score, English));

    [Fact]
    public void Words_OfEveryReasonAndVerdict_DifferInWordAndSign()
    {
        foreach (var culture in new[] { Swedish, English, CultureInfo.InvariantCulture })
        {
            Assert.Distinct(Enum.GetValues<Reason>().Select(x => ReasonText.Of(x, culture)));
            Assert.Distinct(Enum.GetValues<Verdict>().Select(x => VerdictText.Of(x, culture)).Append(VerdictText.Of(null, culture)));
        }

        Assert.Distinct(Enum.GetValues<Reason>().Select(ReasonText.Glyph));
        Assert.Distinct(Enum.GetValues<Verdict>().Select(x => VerdictText.Glyph(x)).Append(VerdictText.Glyph(null)));
    }

    [Fact]
    public void Words_OfTheContract_AreKept()
    {
        Assert.Equal("skyddat värde", ReasonText.Of(Reason.Suppressed, Swedish));
        Assert.Equal("protected value", ReasonText.Of(Reason.Suppressed, English));
        Assert.Equal("▲■▼", string.Concat(new[] { Verdict.Better, Verdict.Similar, Verdict.Worse }.Select(x => VerdictText.Glyph(x))));
    }
}
