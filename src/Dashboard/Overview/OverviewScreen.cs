using System.Globalization;
using Analytics.Charts;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Overview;

/// <summary>One indicator in all municipalities of a county, as a map of tiles.</summary>
public sealed class OverviewScreen(IStringLocalizer<OverviewScreen> text, IStringLocalizer<OverviewPage> page, Words words, ReadingColumns columns) : IScreen
{
    /// <inheritdoc/>
    public string Route => "/";

    /// <inheritdoc/>
    public string FileRoute => "/oversikt";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) =>
        Selection.OfIndicator(release, link.Query) is { } selection ? Of(CountyView.Of(release, selection), link.Query) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(CountyView view, ViewQuery query)
    {
        var (selection, indicator) = (view.Selection, view.Indicator);
        var title = $"{Words.Of(indicator)}, {words.Of(selection.Age)}, {words.Of(selection.Sex)}, {Words.Of(view.Year)}, {Words.Of(selection.County)}";
        return new ScreenView
        {
            Title = title,
            Unit = text["Unit", view.UnitText],
            Sentence = new Standouts(page, words).Of(view)[0],
            Source = $"{indicator.Source} {indicator.SourceId}".TrimEnd(),
            FileName = string.Create(CultureInfo.InvariantCulture, $"lagesbild-{selection.County.Code}-{indicator.Id}-{selection.Age.Id}-{selection.Sex}-{view.Year}"),
            Table = new ViewTable(
                title, [new("code", text["Code"]) { FilesOnly = true }, new("area", text["Area"]), .. columns.All],
                [.. view.Places.Select(x => Row(x.Municipality.Code, x.Municipality.Name, x.Reading)), Row(selection.County.Code, Words.Of(selection.County), view.County) with { IsWhole = true }]),
            Draw = frame => TileMapChart.Draw(indicator, [.. view.Places.Select(x => new TileMapPlace(x.Municipality, x.Reading.Released.Cell, x.Reading.Comparison))], Words.Culture, frame),
            Href = point => query.To($"/kommun/{point.Area}"),
            Defined = [indicator],
            Ignored = selection.Ignored,
        };
    }

    static ViewRow Row(string code, string name, CellReading reading) => new([ViewField.Text(code), ViewField.Text(name), .. ReadingColumns.Of(reading)]);
}
