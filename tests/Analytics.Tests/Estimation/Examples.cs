using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;

namespace Analytics.Tests.Estimation;

/// <summary>Indicators and estimates to write about.</summary>
static class Examples
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static readonly Unit Percent = new("percent", "%", "%", 100);
    public static readonly Unit PerThousand = new("per_1000", "per 1 000", "per 1,000", 1000);
    public static readonly Unit PerHundredThousand = new("per_100000", "per 100 000", "per 100,000", 100_000);
    public static readonly Unit Score = new("index", "", "", 1);
    public static readonly Unit Count = new("count", "st", "", 1);
    public static readonly Unit Ratio = new("ratio", "", "", 1);

    public static Indicator Indicator(Polarity polarity, Unit? unit = null, Measure measure = Measure.Proportion, string id = "fam_low_income") => new(
        id, "Barn i hushåll med låg ekonomisk standard", "Children in low-income households", Role.Risk, Domain.Family, SatConstruct.CausesOfCauses,
        unit ?? Percent, polarity, measure, "", "", ["0-5"], "", "", AreaLevel.Municipality, true, "", "");

    public static Estimate Estimate(double value, double lower, double upper) => new(value, new Interval(lower, upper), 12, 100, EstimateMethod.Wilson);
}
