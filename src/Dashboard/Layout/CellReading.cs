using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Releases;

namespace Dashboard.Layout;

/// <summary>A cell as people read it, the same on tile, in table and in download.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Released">The cell.</param>
/// <param name="Level">How certain a difference must be.</param>
/// <param name="BenchmarkValue">The value it is compared with; null where there is none.</param>
/// <param name="Comparison">The comparison; null where none is made.</param>
public sealed record CellReading(Indicator Indicator, ReleasedCell Released, FlagLevel Level = FlagLevel.Single, BenchmarkValue? BenchmarkValue = null, Comparison? Comparison = null)
{
    /// <summary>Reads a cell of a release and compares it.</summary>
    public static CellReading Of(LoadedRelease release, Indicator indicator, CellAddress address, Benchmark benchmark, FlagLevel level)
    {
        var cell = release.Cell(address);
        var compared = release.Comparisons.Of(cell);
        return new CellReading(indicator, cell, level, compared?.Value(benchmark), compared?.Against(benchmark, level));
    }

    /// <summary>The estimate; null where there is no value.</summary>
    public Estimate? Estimate => (Released.Cell as Cell.Shown)?.Estimate;

    /// <summary>Why there is no value; null where there is one.</summary>
    public Reason? Reason => (Released.Cell as Cell.Missing)?.Reason;

    /// <summary>Value with unit, or the reason in words.</summary>
    public string Value => Estimate is { } estimate ? ValueFormat.Of(estimate.Value, Indicator.Unit, Words.Culture) : Word;

    /// <summary>Value without unit, or the reason in words.</summary>
    public string Number => Estimate is { } estimate ? ValueFormat.Number(estimate.Value, Indicator.Unit, Words.Culture) : Word;

    /// <summary>The interval of the level; null where there is none.</summary>
    public Analytics.Statistics.Interval? Bounds => Estimate?.IntervalAt(FlagLevels.Confidence(Level), Indicator.Measure);

    /// <summary>The interval of the level in words; a dash where there is none.</summary>
    public string Interval => Bounds is { } interval ? ValueFormat.Bounds(interval, Estimate!.Value, Indicator.Unit, Words.Culture) : "–";

    /// <summary>The base, where it may be shown.</summary>
    public long? Base => Estimate?.Denominator ?? (Released.Cell as Cell.Missing)?.Denominator;

    /// <summary>Value of the benchmark without unit; a dash where there is none.</summary>
    public string Benchmark => BenchmarkValue is { } benchmark ? ValueFormat.Number(benchmark.Value, Indicator.Unit, Words.Culture) : "–";

    /// <summary>The chance that the comparison is flagged without a true difference; 0 where none is made.</summary>
    public double FalseFlagChance => (Comparison, BenchmarkValue) is ({ } comparison, { } value) ? FalseFlags.Chance(Level, comparison.Benchmark, value) : 0;

    /// <summary>Cases and base, as far as they may be shown: <c>37 / 301</c>, <c>– / 301</c>.</summary>
    public string Counts => (Estimate?.Numerator, Base) switch
    {
        ({ } cases, { } people) => $"{Words.Count(cases)} / {Words.Count(people)}",
        (null, { } people) => $"– / {Words.Count(people)}",
        _ => "–",
    };

    /// <summary>Verdict or reason in words.</summary>
    public string Word => Reason is { } reason ? ReasonText.Of(reason, Words.Culture) : VerdictText.Of(Comparison?.Verdict, Words.Culture);

    /// <summary>Verdict or reason in few words, for a tile.</summary>
    public string ShortWord => Reason is { } reason ? ReasonText.Short(reason, Words.Culture) : Word;

    /// <summary>Verdict or reason as one sign.</summary>
    public string Glyph => Reason is { } reason ? ReasonText.Glyph(reason) : VerdictText.Glyph(Comparison?.Verdict);

    /// <summary>Class that gives the verdict's colour.</summary>
    public string Css => Reason is not null ? "is-missing" : ClassOf(Comparison?.Verdict);

    /// <summary>
    /// How far the value lies from its benchmark, in parts of the interval on that side: above 1 the difference is certain.
    /// Null where no comparison is made.
    /// </summary>
    public double? Certainty => (Estimate, Comparison) is ({ } estimate, { Interval: var interval } comparison)
        ? Math.Abs(estimate.Value - comparison.Value) / Math.Max(double.Epsilon, estimate.Value > comparison.Value ? estimate.Value - interval.Lower : interval.Upper - estimate.Value)
        : null;

    /// <summary>Whether the value certainly differs from the benchmark.</summary>
    public bool Differs => Comparison is { Verdict: not Verdict.Similar };

    /// <summary>Class of a verdict; null is a value that is not compared.</summary>
    public static string ClassOf(Verdict? verdict) => verdict switch
    {
        Verdict.Better => "is-better",
        Verdict.Worse => "is-worse",
        Verdict.Higher => "is-higher",
        Verdict.Lower => "is-lower",
        Verdict.Similar => "is-similar",
        _ => "is-uncompared",
    };
}
