using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>The rules that hide a cell for its own sake. Each looks at one cell; none knows its neighbours.</summary>
static class PrimaryRules
{
    /// <summary>The rule that hides a published cell, the one that hides most first, or <see cref="WithheldBy.Nothing"/>.</summary>
    public static WithheldBy Of(in Counts cell, Measure measure, ProtectionParameters parameters) =>
        HasSmallBase(cell, parameters) ? WithheldBy.SmallBase
        : measure == Measure.Mean ? (IsTellingMean(cell, parameters) ? WithheldBy.TellingMean : WithheldBy.Nothing)
        : HasSmallCases(cell, parameters) ? WithheldBy.SmallCases
        : measure != Measure.Proportion ? WithheldBy.Nothing
        : HasSmallComplement(cell, parameters) ? WithheldBy.SmallComplement
        : IsAllAlike(cell) ? WithheldBy.AllAlike
        : WithheldBy.Nothing;

    /// <summary>How much a rule leaves of a cell.</summary>
    public static Visibility Leaves(WithheldBy rule) => rule switch
    {
        WithheldBy.Nothing => Visibility.Shown,
        WithheldBy.SmallBase => Visibility.BaseWithheld,
        _ => Visibility.CasesWithheld,
    };

    /// <summary>Rule 1. Events of a rate are also small when few people are behind them.</summary>
    public static bool HasSmallCases(in Counts cell, ProtectionParameters parameters) =>
        parameters.IsSmall(cell.Cases) || (cell.Cases > 0 && parameters.IsSmall(cell.Contributors));

    /// <summary>Rule 2.</summary>
    public static bool HasSmallComplement(in Counts cell, ProtectionParameters parameters) => parameters.IsSmall(cell.Complement);

    /// <summary>Rule 3, and the part of rule 4 on no cases among few: below the smallest base nothing is shown. A base of 0 is no secret.</summary>
    public static bool HasSmallBase(in Counts cell, ProtectionParameters parameters) => cell.Base >= 1 && cell.Base < parameters.Base;

    /// <summary>Rule 4: everyone has the outcome. No cases with an adequate base is a true zero and is shown.</summary>
    public static bool IsAllAlike(in Counts cell) => cell.Base > 0 && cell.Cases == cell.Base;

    /// <summary>Rule 5 for an adequate base: the mean tells what someone answered.</summary>
    /// <remarks>
    /// Read as: everyone gave the same answer, or all but fewer than the threshold did, so that the mean and the common answer tell
    /// the sum of the few others. An extreme that few people share is no secret on its own: neither it nor their number is published, and on a
    /// continuous scale the smallest value is nearly always one person's.
    /// </remarks>
    public static bool IsTellingMean(in Counts cell, ProtectionParameters parameters) =>
        cell.Base > 0 && (cell.Base - cell.AtMinimum < parameters.Threshold || cell.Base - cell.AtMaximum < parameters.Threshold);

    /// <summary>Rule 6: an unpublished base, number of cases or complement (of sex X) that is small must not follow from published ones.</summary>
    public static bool IsSmallUnpublished(long count, ProtectionParameters parameters) => parameters.IsSmall(count);
}
