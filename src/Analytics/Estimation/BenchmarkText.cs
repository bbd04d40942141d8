using System.Globalization;

namespace Analytics.Estimation;

/// <summary>Words of a benchmark.</summary>
public static class BenchmarkText
{
    /// <summary>As a name: <c>resten av länet</c>, <c>3 years earlier</c>.</summary>
    public static string Of(Benchmark benchmark, CultureInfo culture) => benchmark.Kind switch
    {
        BenchmarkKind.RestOfCounty => Language.Pick(culture, "resten av länet", "the rest of the county"),
        BenchmarkKind.County => Language.Pick(culture, "hela länet", "the whole county"),
        BenchmarkKind.Nation => Language.Pick(culture, "riket", "the nation"),
        BenchmarkKind.Similar => Language.Pick(culture, "liknande kommuner", "similar municipalities"),
        _ => Earlier(benchmark.YearsBefore, culture),
    };

    /// <summary>As what a municipality is compared with: <c>resten av länet</c>, <c>itself 3 years earlier</c>.</summary>
    public static string Against(Benchmark benchmark, CultureInfo culture) =>
        (benchmark.Kind == BenchmarkKind.Earlier ? Language.Pick(culture, "sig själv ", "itself ") : "") + Of(benchmark, culture);

    /// <summary>After "higher than": <c>i resten av länet</c>, <c>3 years earlier</c>.</summary>
    internal static string There(Benchmark benchmark, CultureInfo culture) =>
        benchmark.Kind == BenchmarkKind.Earlier ? Of(benchmark, culture) : Language.Pick(culture, "i ", "in ") + Of(benchmark, culture);

    static string Earlier(int years, CultureInfo culture)
    {
        var count = years.ToString(CultureInfo.InvariantCulture);
        return Language.Pick(culture, $"{count} år tidigare", years == 1 ? "1 year earlier" : $"{count} years earlier");
    }
}
