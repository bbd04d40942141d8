using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>What the last five points of each series say.</summary>
static class TrendsTable
{
    /// <summary>A series up to a year, and what it says.</summary>
    public readonly record struct TrendRow(CellAddress Address, SeriesTrend Trend)
    {
        public SeriesTrend.Tested? Tested => Trend as SeriesTrend.Tested;
    }

    static readonly string[] VerdictCodes = [.. Enum.GetValues<Verdict>().Select(x => Verdicts.Code(x))];

    public static Columns<TrendRow> Columns { get; } = new Columns<TrendRow>()
        .Text("indicator", "Id of the indicator.", x => x.Address.Indicator)
        .Whole("year", "Calendar year that the series goes up to.", x => x.Address.Year)
        .Text("area", "Code of the municipality, of the county (two digits) or 00 for the nation.", x => x.Address.Area)
        .Text("age_band", "Id of the age band.", x => x.Address.AgeBand)
        .Text("sex", "Girls (F), boys (M) or all (T).", x => x.Address.Sex.ToString(), allowed: Filters.Sex.Allowed)
        .Whole("from_year", "Year of the first of the five points.", x => x.Tested?.From, nullable: true)
        .Whole("to_year", "Year of the last of the five points.", x => x.Tested?.To, nullable: true)
        .Number("slope", $"Change per year, in {CellsTable.UnitText}.", x => x.Tested?.Trend.Slope, nullable: true)
        .Number("p", "Two-sided p-value of the slope.", x => x.Tested?.Trend.PValue, nullable: true)
        .Text("direction", "Which way the values certainly go. no_certain_change is not the same as unchanged.", x => x.Tested is { } tested ? Code.Of(tested.Trend.Direction) : null, nullable: true, allowed: Code.All<TrendDirection>())
        .Text("verdict", "The judgement of a certain change; similar where none is certain.", x => x.Tested is { } tested ? Verdicts.Code(tested.Verdict) : null, nullable: true, allowed: VerdictCodes)
        .Text("status", "Why nothing was tested; null where something was.", x => x.Trend is SeriesTrend.Untested untested ? ReasonCode.Of(untested.Reason) : null, nullable: true, allowed: ReasonCode.All);

    public static ApiTable Table { get; } = new ApiTable<TrendRow>(
        "trends", "Trend", "Figures", "What the last five points of each series say",
        "A row for each cell that holds a value: the trend of its series up to that year, read from the last five points that have an interval. A new definition or another age band of the source begins a new series.",
        Filters.Address, Columns, Find, new TrendRow(CellsTable.Example.Address, new SeriesTrend.Tested(2021, 2025, new Analytics.Statistics.Trend(-0.012, 12.4, 0.00043, true, TrendDirection.Falling), Verdict.Worse)));

    static Rows<TrendRow> Find(LoadedRelease release, ApiQuery query)
    {
        var isAsked = CellsTable.Columns.Condition(query) ?? (_ => true);
        var cells = Rows.Of(release.Cells, x => x.Cell is Cell.Shown && isAsked(x));
        return new Rows<TrendRow>(cells.Total, skipped => cells.After(skipped).Select(x => new TrendRow(x.Address, release.Trends.Of(x.Address))));
    }
}
