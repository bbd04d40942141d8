using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Dashboard.Api;

/// <summary>The figures of a release: the columns of <c>cells.csv</c>, and whose figure it is.</summary>
static class CellsTable
{
    /// <summary>What the filter calls cells that hold a value.</summary>
    const string Shown = "shown";

    /// <summary>In what unit figures stand, for every table that has some.</summary>
    public const string UnitText =
        "the unit of cells.csv: a fraction from 0 to 1 for shares (0.123, not 12.3), events per person for rates (0.0045), the indicator's own unit for means. Multiplied by unit_factor of catalogue/indicators it is what pages show";

    public static Columns<ReleasedCell> Columns { get; } = new Columns<ReleasedCell>()
        .Text("indicator", "Id of the indicator; catalogue/indicators says what it means.", x => x.Address.Indicator)
        .Whole("year", "Calendar year.", x => x.Address.Year)
        .Text("area", "Code of the municipality, of the county (two digits) or 00 for the nation.", x => x.Address.Area)
        .Text("age_band", "Id of the age band, both ages included.", x => x.Address.AgeBand)
        .Text("sex", "Girls (F), boys (M) or all (T), which also holds other and not stated.", x => x.Address.Sex.ToString(), allowed: Filters.Sex.Allowed)
        .Whole("numerator", "Unweighted cases or events. null for means, without a value, and where the source gives none.", x => Estimate(x)?.Numerator, nullable: true)
        .Whole("denominator", "Unweighted base or population. Without a value only where the base itself may be shown.", x => x.Cell is Cell.Missing missing ? missing.Denominator : Estimate(x)?.Denominator, nullable: true)
        .Number("estimate", $"The value, in {UnitText}. null without a value: status says why.", x => Estimate(x)?.Value, nullable: true)
        .Number("lower", "Lower bound of the 95 % confidence interval, in the unit of estimate. null where there is none.", x => Estimate(x)?.Interval?.Lower, nullable: true)
        .Number("upper", "Upper bound of the 95 % confidence interval, in the unit of estimate. null where there is none.", x => Estimate(x)?.Interval?.Upper, nullable: true)
        .Text("status", "Why there is no value; null where there is one. A true zero is a value.", x => x.Cell is Cell.Missing missing ? ReasonCode.Of(missing.Reason) : null, nullable: true, allowed: ReasonCode.All, none: Shown)
        .Text("source_band", "The broader age band that the source measured, where it is not age_band.", x => x.SourceBand, nullable: true)
        .Text("source", "Who published the figure; null where it was counted from answers.", x => x.Source, nullable: true);

    public static ApiTable Table { get; } = new ApiTable<ReleasedCell>(
        "cells", "Cell", "Figures", "Every figure of a release, or the reason why there is none",
        $"The rows and figures of the exported cells.csv, with source_band and source. Figures stand in {UnitText}. Sorted by indicator, year, area, age band and sex. Without filters this is every cell of the release, page by page.",
        [.. Filters.Address, Filter.Of("status", $"Why there is no value; {Shown} for cells that have one.", [Shown, .. ReasonCode.All])],
        Columns, (release, query) => Rows.Of(release.Cells, Columns.Condition(query)), Example);

    /// <summary>A made-up cell.</summary>
    public static ReleasedCell Example => new(
        new CellAddress("fam_parent_talk", 2025, "0680", "13-15", Sex.T),
        new Cell.Shown(new Estimate(0.75, new Interval(0.7228, 0.7754), 750, 1000, EstimateMethod.Wilson)), null, null);

    static Estimate? Estimate(ReleasedCell cell) => (cell.Cell as Cell.Shown)?.Estimate;
}
