namespace Analytics.Practice;

/// <summary>Whether units should be spoken of as groups.</summary>
public enum ClusterVerdict
{
    /// <summary>Stable groups: there is structure, and each group is found again more surely than groups of a table without structure.</summary>
    Stable,

    /// <summary>Weak groups, describe only: there is structure, but not every group is found again.</summary>
    Weak,

    /// <summary>Do not group: the table is no more structured than one whose columns are permuted.</summary>
    None,
}
