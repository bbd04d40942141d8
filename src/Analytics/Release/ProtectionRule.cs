using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>Why a cell of a release is withheld. For the analyst only: readers see one reason for all, since counts can be worked out from the rules.</summary>
public enum ProtectionRule
{
    /// <summary>Few people in the base.</summary>
    SmallBase,

    /// <summary>Few cases, or events of few people.</summary>
    SmallCases,

    /// <summary>Few people without the outcome.</summary>
    SmallComplement,

    /// <summary>Everyone has the outcome.</summary>
    AllAlike,

    /// <summary>A mean from which a value can be told.</summary>
    TellingMean,

    /// <summary>It protects another cell.</summary>
    Secondary,

    /// <summary>Counts of a source that do not add up with its others, so that nothing can be proved about them.</summary>
    Unproven,

    /// <summary>The source withholds it.</summary>
    BySource,
}

/// <summary>Which rule of the release a rule of a table is.</summary>
static class ProtectionRules
{
    /// <summary>The rule; where a table shows the cell, nothing could be proved about it.</summary>
    public static ProtectionRule Of(WithheldBy rule) => rule switch
    {
        WithheldBy.SmallBase => ProtectionRule.SmallBase,
        WithheldBy.SmallCases => ProtectionRule.SmallCases,
        WithheldBy.SmallComplement => ProtectionRule.SmallComplement,
        WithheldBy.AllAlike => ProtectionRule.AllAlike,
        WithheldBy.TellingMean => ProtectionRule.TellingMean,
        WithheldBy.Secondary => ProtectionRule.Secondary,
        _ => ProtectionRule.Unproven,
    };
}
