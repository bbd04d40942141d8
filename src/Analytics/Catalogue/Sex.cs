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

/// <summary>Which sexes stand in what is published.</summary>
public static class Sexes
{
    /// <summary>Girls, boys and all, in the order of every published table; X never stands on its own.</summary>
    public static IReadOnlyList<Sex> Published { get; } = [Sex.F, Sex.M, Sex.T];
}
