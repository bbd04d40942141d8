using System.Text.Json;
using Analytics.Release;

namespace Dashboard.Protection;

/// <summary>Sign, class and code of each rule; the words stand in the page's texts.</summary>
static class RuleSigns
{
    /// <summary>One sign per rule, told apart without colour.</summary>
    public static string Glyph(ProtectionRule? rule) => rule switch
    {
        ProtectionRule.SmallBase => "▽",
        ProtectionRule.SmallCases => "●",
        ProtectionRule.SmallComplement => "○",
        ProtectionRule.AllAlike => "◆",
        ProtectionRule.TellingMean => "◇",
        ProtectionRule.Secondary => "▧",
        ProtectionRule.Unproven => "∑",
        ProtectionRule.BySource => "✕",
        _ => "▢",
    };

    /// <summary>Class that gives the ground: withheld for its own sake, for another's, or not by us.</summary>
    public static string Css(ProtectionRule? rule) => rule switch
    {
        ProtectionRule.Secondary => "is-secondary",
        ProtectionRule.Unproven or ProtectionRule.BySource or null => "is-withheld",
        _ => "is-primary",
    };

    /// <summary>The rule as files write it: <c>small_base</c>.</summary>
    public static string Code(ProtectionRule rule) => JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString());
}
