namespace Analytics.Release;

/// <summary>Names of the ways to protect a release, as the command line and the manifest write them.</summary>
public static class ProtectionMode
{
    /// <summary>Cells that are small, or would tell of small ones, are withheld; the others show what was counted.</summary>
    public const string Suppression = "suppression";

    /// <summary>Small counts are rounded so that everything adds up; only means are withheld.</summary>
    public const string Rounding = "rounding";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [Suppression, Rounding];

    /// <summary>Refuses what is no name, so that nothing is protected otherwise than it says.</summary>
    internal static void Check(string protection)
    {
        if (!All.Contains(protection))
        {
            throw new ArgumentException($"Expected a protection of {string.Join(" or ", All)}, found '{protection}'.", nameof(protection));
        }
    }
}
