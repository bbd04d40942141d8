using Analytics.Counting;
using Analytics.Csv;
using Analytics.Disclosure;
using Analytics.Release;
using Analytics.Tables;

namespace Analytics;

/// <summary>Which protections of an input to compare: every combination.</summary>
/// <param name="Input">The input folder.</param>
/// <param name="Catalogue">Folder of the catalogue.</param>
public sealed record WhatIfOptions(string Input, string Catalogue)
{
    /// <summary>Counts from 1 to one less are small: counts, at least 2.</summary>
    public IReadOnlyList<int> Thresholds { get; init; } = [5];

    /// <summary>Smallest bases that are shown: counts, at least 2.</summary>
    public IReadOnlyList<int> Bases { get; init; } = [20];

    /// <summary>What hiding a cell costs; rounding is tried once, whatever stands here.</summary>
    public IReadOnlyList<HidingCost> Weights { get; init; } = [HidingCost.Counts];

    /// <summary>Names of <see cref="ProtectionMode"/>.</summary>
    public IReadOnlyList<string> Protections { get; init; } = [ProtectionMode.Suppression];

    /// <summary>The combinations, in the order of their names in a table.</summary>
    internal IReadOnlyList<WhatIfCombination> Combinations =>
    [
        .. from protection in Protections
           from threshold in Thresholds
           from smallest in Bases
           from weights in protection == ProtectionMode.Rounding ? (HidingCost?[])[null] : [.. Weights.Select(x => (HidingCost?)x)]
           select new WhatIfCombination(protection, threshold, smallest, weights),
    ];
}

/// <summary>What the protections cost, or everything that is wrong with the input.</summary>
public abstract record WhatIfResult
{
    WhatIfResult()
    {
    }

    /// <summary>The protections, in the order of the options.</summary>
    public sealed record Compared(IReadOnlyList<WhatIfOutcome> Outcomes) : WhatIfResult;

    /// <summary>Nothing was compared.</summary>
    public sealed record Refused(FaultList Faults) : WhatIfResult;
}

/// <summary>Compares protections of an input before one is decided on. Nothing is stored.</summary>
public static class WhatIf
{
    /// <summary>Reads and counts once, then protects in every way.</summary>
    /// <param name="options">What to compare.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no such protection.</exception>
    public static WhatIfResult Run(WhatIfOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        foreach (var protection in options.Protections)
        {
            ProtectionMode.Check(protection);
        }

        var faults = new FaultList();
        if (CountedInput.Read(new ObservedFolder(options.Input), options.Catalogue, faults, Step(progress, "Reading"), cancellation) is not { } counted)
        {
            return new WhatIfResult.Refused(faults);
        }

        var combinations = options.Combinations;
        return new WhatIfResult.Compared(
        [
            .. combinations.Select((combination, i) => WhatIfOutcome.Of(
                combination, counted,
                ProtectedInput.Of(
                    counted, new ProtectionParameters(combination.Threshold, combination.Base, Weights: Pipeline.WeightsOf(combination.Weights ?? HidingCost.Counts)), combination.Protection, EarlierReleases.None,
                    Step(progress, FormattableString.Invariant($"Protecting, {i + 1} of {combinations.Count}")), cancellation))),
        ]);
    }

    static StepProgress? Step(IProgress<BuildProgress>? progress, string step) => progress is null ? null : new StepProgress(progress, step);
}
