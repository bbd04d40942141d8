using System.Globalization;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.AgeLadder;

/// <summary>Which ages are measured at all, and how the county's municipalities stand in each.</summary>
public sealed class AgeLadderScreen(IStringLocalizer<AgeLadderScreen> text, Words words, ReadingColumns columns) : IScreen
{
    /// <inheritdoc/>
    public string Route => "/aldersstege";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => AgeLadderView.Of(release, link.Query) is { } view ? Of(view, link.Query) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(AgeLadderView view, ViewQuery query)
    {
        var selection = view.Selection;
        return new ScreenView
        {
            Title = text["Title", words.Of(view.Part), view.AreaName, words.Of(selection.Sex), selection.Year is { } year ? Words.Of(year) : text["LatestYear"].Value],
            Unit = view.Area is null ? text["UnitCounty"] : text["Unit", BenchmarkText.Of(selection.Benchmark, Words.Culture)],
            Sentence = Sentence(view),
            Source = words.Sources(view.Rows.Select(x => x.Indicator)),
            FileName = string.Create(
                CultureInfo.InvariantCulture,
                $"lagesbild-{view.Area?.Code ?? selection.County.Code}-aldersstege{(view.Part.Code is { } part ? "-" + part : "")}-{selection.Sex}-{(selection.Year is { } of ? Words.Of(of) : "senaste")}"),
            Table = Table(view),
            Draw = view.Rows.Count == 0 ? null : frame => AgeLadderChart.Draw(view.Grid, Words.Culture, frame),
            Href = point => (query with { Part = null, Indicator = point.Indicator, Age = point.AgeBand }).To("/jamfor"),
            Ignored = selection.Ignored,
        };
    }

    string Sentence(AgeLadderView view)
    {
        if (view.Rows.Count == 0)
        {
            return text["NoFactors"];
        }

        var rows = view.Grid.Rows;
        var coverage = view.Bands.Select((x, i) => (Band: x, AgeLadderGrid.Coverage(rows, i).Measured, AgeLadderGrid.Coverage(rows, i).Broader)).ToArray();
        var (least, most) = (coverage.MinBy(x => x.Measured), coverage.MaxBy(x => x.Measured));
        var measured = least.Measured == most.Measured ? text["Even", least.Measured, view.Rows.Count]
            : least.Measured == 0 ? text["Nothing", words.Of(least.Band), view.Rows.Count, words.Of(most.Band), most.Measured]
            : text["Measured", words.Of(least.Band), least.Measured, view.Rows.Count, words.Of(most.Band), most.Measured];
        var broader = least.Broader > 0 ? " " + text["Broader", least.Broader, words.Of(least.Band), least.Measured] : "";
        return measured + broader + Flags(view);
    }

    string Flags(AgeLadderView view)
    {
        var readings = view.Compared;
        return view.Area is null ? "" : " " + (readings.Count == 0
            ? text["NoComparison", view.AreaName]
            : text["Flags", view.AreaName, readings.Count(x => x.Differs), readings.Count, BenchmarkText.Of(view.Selection.Benchmark, Words.Culture), Words.FalseFlags(view.Selection.Level, readings)]);
    }

    ViewTable Table(AgeLadderView view) => new(
        text["Title", words.Of(view.Part), view.AreaName, words.Of(view.Selection.Sex), view.Selection.Year is { } year ? Words.Of(year) : text["LatestYear"].Value],
        [
            new("block", text["Block"]) { FilesOnly = true }, new("domain", text["Domain"]) { FilesOnly = true }, new("indicator", text["Indicator"]) { FilesOnly = true }, new("name", text["Indicator"]),
            new("age_band", text["AgeBand"]), new("year", text["Year"], IsNumber: true), new("unit", text["UnitHeading"]), .. columns.All,
            new("municipalities", text["Municipalities"], IsNumber: true), new("lowest", text["Lowest"], IsNumber: true), new("highest", text["Highest"], IsNumber: true), new("measured", text["MeasuredHeading"]),
            new("source", text["SourceHeading"]) { FilesOnly = true },
        ],
        [.. view.Rows.SelectMany(row => row.Cells.Select(cell => Row(row, cell)))]);

    ViewRow Row(LadderRow row, LadderCell cell)
    {
        var indicator = row.Indicator;
        return new ViewRow(
        [
            ViewField.Text(words.Plural(indicator.Role)), ViewField.Text(words.Of(indicator.Domain)), ViewField.Text(indicator.Id), ViewField.Text(Words.Of(indicator)),
            new ViewField(words.Of(cell.Band), cell.Band.Id), ViewField.Text(Words.Of(row.Year)), ViewField.Text(ValueFormat.UnitText(indicator.Unit, Words.Culture)), .. ReadingColumns.Of(cell.Reading),
            ViewField.Count(cell.Values.Count), ViewField.Number(cell.Values.Count > 0 ? cell.Values.Min() : null, indicator.Unit), ViewField.Number(cell.Values.Count > 0 ? cell.Values.Max() : null, indicator.Unit),
            new ViewField(cell.SourceBand is { } band ? text["Cover.BroaderOf", Words.AgeSpan(band)] : text[$"Cover.{cell.Cover}"], cell.Cover.ToString().ToLowerInvariant()), ViewField.Text(indicator.Source),
        ], $"{words.Plural(indicator.Role)} – {words.Of(indicator.Domain)}");
    }
}
