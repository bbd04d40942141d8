using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>What a release says about one indicator, year, area, age band and sex: a value or the reason why there is none.</summary>
public abstract record Cell
{
    Cell()
    {
    }

    /// <summary>A value that may be shown.</summary>
    /// <param name="Estimate">The value with its interval and counts.</param>
    public sealed record Shown(Estimate Estimate) : Cell;

    /// <summary>No value, and why.</summary>
    /// <param name="Reason">The public reason.</param>
    /// <param name="Denominator">The base where it may be shown all the same; otherwise null.</param>
    public sealed record Missing(Reason Reason, long? Denominator) : Cell;
}

/// <summary>Where a cell stands.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="AgeBand">Id of the age band.</param>
/// <param name="Sex">F, M or T.</param>
public readonly record struct CellAddress(string Indicator, int Year, string Area, string AgeBand, Sex Sex);

/// <summary>A cell with its place and, where the source measures a wider band, that band.</summary>
/// <param name="Address">Where the cell stands.</param>
/// <param name="Cell">What is said.</param>
/// <param name="SourceBand">The broader age band that the source measured, such as <c>0-19</c>; null when the cell's own band was measured.</param>
/// <param name="Source">Who published the figure, for figures taken over from a source; null when counted from observations.</param>
public sealed record ReleasedCell(CellAddress Address, Cell Cell, string? SourceBand, string? Source);
