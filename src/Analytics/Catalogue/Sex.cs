namespace Analytics.Catalogue;

/// <summary>Sex as observed, and the total.</summary>
public enum Sex
{
    /// <summary>Girls.</summary>
    F,
    /// <summary>Boys.</summary>
    M,
    /// <summary>Other or not stated: counted in the total, never published on its own.</summary>
    X,
    /// <summary>All.</summary>
    T,
}
