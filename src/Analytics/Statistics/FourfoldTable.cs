namespace Analytics.Statistics;

/// <summary>People by exposure and outcome: the table of an association, or one stratum of it. Each count is at least 0.</summary>
/// <param name="ExposedCases">Exposed people with the outcome.</param>
/// <param name="ExposedOthers">Exposed people without the outcome.</param>
/// <param name="UnexposedCases">People not exposed, with the outcome.</param>
/// <param name="UnexposedOthers">People not exposed, without the outcome.</param>
public readonly record struct FourfoldTable(long ExposedCases, long ExposedOthers, long UnexposedCases, long UnexposedOthers)
{
    /// <summary>Whether any of the four counts is 0.</summary>
    internal bool HasEmptyCell => ExposedCases == 0 || ExposedOthers == 0 || UnexposedCases == 0 || UnexposedOthers == 0;

    /// <summary>Whether one group, or one outcome, has nobody: there is then nothing to compare.</summary>
    internal bool HasEmptyMargin =>
        (ExposedCases | ExposedOthers) == 0 || (UnexposedCases | UnexposedOthers) == 0
        || (ExposedCases | UnexposedCases) == 0 || (ExposedOthers | UnexposedOthers) == 0;

    /// <summary>The four cells as real numbers, in the order of the parameters, each with ½ added if any of them is 0.</summary>
    internal (double A, double B, double C, double D) Corrected()
    {
        var more = HasEmptyCell ? 0.5 : 0;
        return (ExposedCases + more, ExposedOthers + more, UnexposedCases + more, UnexposedOthers + more);
    }

    /// <summary>Refuses negative counts.</summary>
    internal FourfoldTable Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ExposedCases);
        ArgumentOutOfRangeException.ThrowIfNegative(ExposedOthers);
        ArgumentOutOfRangeException.ThrowIfNegative(UnexposedCases);
        ArgumentOutOfRangeException.ThrowIfNegative(UnexposedOthers);
        return this;
    }
}
