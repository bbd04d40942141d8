namespace Analytics.Catalogue;

/// <summary>What a method is used for.</summary>
public enum Purpose
{
    /// <summary>Find children at risk.</summary>
    Identify,
    /// <summary>Assess.</summary>
    Assess,
    /// <summary>Treat.</summary>
    Treat,
    /// <summary>Follow up.</summary>
    FollowUp,
}
