namespace Analytics.Estimation;

/// <summary>How certain a difference must be to be flagged.</summary>
public enum FlagLevel
{
    /// <summary>The 95 % interval excludes the benchmark: for a view of one indicator.</summary>
    Single,
    /// <summary>The 99.8 % interval excludes the benchmark: for an overview of many.</summary>
    Overview,
    /// <summary>Benjamini–Hochberg at q = 0.05 over a county's overview: at most one flag in twenty is expected to be false.</summary>
    FalseDiscovery,
}

/// <summary>The numbers of the levels.</summary>
public static class FlagLevels
{
    /// <summary>Expected share of false flags among the flags by <see cref="FlagLevel.FalseDiscovery"/>.</summary>
    public const double FalseDiscoveryRate = 0.05;

    static readonly string[] Codes = ["0.95", "0.998", "bh"];

    /// <summary>All levels.</summary>
    public static IReadOnlyList<FlagLevel> All { get; } = Enum.GetValues<FlagLevel>();

    /// <summary>Level of the interval shown beside a verdict, as a fraction: the one that decides, or 95 % where a test does.</summary>
    public static double Confidence(FlagLevel level) => level == FlagLevel.Overview ? 0.998 : Estimate.Confidence;

    /// <summary>The code in files: <c>0.95</c>, <c>0.998</c>, <c>bh</c>.</summary>
    public static string Code(FlagLevel level) => Codes[(int)level];
}
