namespace Analytics.Practice;

/// <summary>One row in the form that ML.NET reads.</summary>
sealed class FeatureVector
{
    /// <summary>The values of the row in single precision.</summary>
    public float[] Features { get; set; } = [];
}
