namespace Analytics.Statistics;

/// <summary>Which way a series of values goes.</summary>
public enum TrendDirection
{
    /// <summary>No change is certain; never the same as "unchanged".</summary>
    NoCertainChange,

    /// <summary>Values rise.</summary>
    Rising,

    /// <summary>Values fall.</summary>
    Falling,
}
