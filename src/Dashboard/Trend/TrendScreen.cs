using System.Globalization;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Statistics;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Trend;

/// <summary>One indicator over the years, a small picture per municipality.</summary>
public sealed class TrendScreen(IStringLocalizer<TrendScreen> text, Words words, ReadingColumns columns) : IScreen
{
    const int MostNames = 5;

    /// <inheritdoc/>
    public string Route => "/utveckling";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => TrendView.Of(release, link.Query) is { } view ? Of(view, link.Query) : null;

    /// <summary>What is shown of a view.</summary>
    public ScreenView Of(TrendView view, ViewQuery query)
    {
        var selection = view.Selection;
        var series = view.Places.Select(x => x.Series).ToArray();
        var title = text["Title", Words.Of(view.Indicator), words.Of(selection.Age), words.Of(selection.Sex), YearsOf(view), Words.Of(selection.County)];
        return new ScreenView
        {
            Title = title,
            Unit = text["Unit", UnitOf(view), BenchmarkText.Against(selection.Benchmark, Words.Culture), text[selection.Pooled ? "ThreeYears" : "OneYear"]],
            Sentence = Sentence(view),
            Source = view.Indicator.Source,
            FileName = string.Create(
                CultureInfo.InvariantCulture, $"lagesbild-utveckling-{selection.County.Code}-{view.Indicator.Id}-{selection.Age.Id}-{selection.Sex}{(selection.Pooled ? "-3" : "")}"),
            Table = Table(view, title),
            Draw = frame => SmallMultiplesChart.Draw(view.Indicator, series, selection.Benchmark, Words.Culture, frame),
            Href = point => point.Year is { } year
                ? (query with { Indicator = view.Indicator.Id, Age = selection.Age.Id, Year = Words.Of(year), Pool = null }).To("/jamfor")
                : (query with { Indicator = null, Year = null }).To($"/kommun/{point.Area}"),
            Defined = [view.Indicator],
            Ignored = selection.Ignored,
        };
    }

    static string UnitOf(TrendView view) => ValueFormat.UnitText(view.Indicator.Unit, Words.Culture) is { Length: > 0 } unit ? unit : view.Indicator.Unit.Id;

    static string YearsOf(TrendView view) => view.County.Series.Years is [var first, .., var last]
        ? string.Create(CultureInfo.InvariantCulture, $"{first.Period.Last - first.Period.Years + 1}–{last.Period.Last}")
        : view.County.Series.Years.Count == 1 ? view.County.Series.Years[0].Period.ToString() : "";

    string Sentence(TrendView view)
    {
        var tested = view.Places.Where(x => x.Series.Trend is SeriesTrend.Tested).ToArray();
        if (tested.Length == 0)
        {
            return text[view.Places.Any(x => x.Readings.Any(y => y.Estimate is not null)) ? "TooFew" : "NoValues"];
        }

        var changing = tested.Where(x => Direction(x) != TrendDirection.NoCertainChange).ToArray();
        var first = changing.Length == 0 ? text["NoneChanges", tested.Length] : text["Changing", changing.Length, tested.Length, string.Join("; ", Sides(changing))];
        return tested.Length == view.Places.Count ? first : $"{first} {text["Untested", view.Places.Count - tested.Length]}";
    }

    IEnumerable<string> Sides(IEnumerable<TrendPlace> changing) =>
        from place in changing
        group place by Direction(place) into side
        orderby side.Key == TrendDirection.Rising ? 0 : 1
        let change = text[side.Key == TrendDirection.Rising ? "Rising" : "Falling"].Value
        let verdict = ((SeriesTrend.Tested)side.First().Series.Trend).Verdict
        let judged = verdict is Verdict.Better or Verdict.Worse ? text["Judged", change, VerdictText.Of(verdict, Words.Culture)].Value : change
        let names = side.Select(x => x.Series.Name).ToArray()
        select (string)text["Side", judged, words.List(names, MostNames)];

    static TrendDirection Direction(TrendPlace place) => (place.Series.Trend as SeriesTrend.Tested)?.Trend.Direction ?? TrendDirection.NoCertainChange;

    ViewTable Table(TrendView view, string caption) => new(
        caption,
        [
            new("area", text["Area"]) { FilesOnly = true }, new("name", text["Municipality"]) { FilesOnly = true }, new("year", text["Year"], IsNumber: true), .. columns.All,
            new("break", text["Break"]) { FilesOnly = true }, new("trend", text["Trend"]) { FilesOnly = true },
        ],
        [.. view.Places.SelectMany(x => RowsOf(x, x.Series.Name)), .. RowsOf(view.County, text["Whole", view.County.Series.Name]).Select(x => x with { IsWhole = true })]);

    static IEnumerable<ViewRow> RowsOf(TrendPlace place, string name)
    {
        var heading = $"{name} · {TrendText.Glyph(place.Series.Trend)} {TrendText.Short(place.Series.Trend, Words.Culture)}";
        return place.Readings.Select((reading, i) => new ViewRow(
        [
            ViewField.Text(place.Series.Code), ViewField.Text(place.Series.Name), new(place.Series.Years[i].Period.ToString(), place.Series.Years[i].Period.Years == 1 ? place.Series.Years[i].Period.Last : place.Series.Years[i].Period.ToString()),
            .. ReadingColumns.Of(reading), new("", place.Series.Years[i].IsBreak ? "new_definition" : null), new("", Code(place.Series.Trend)),
        ], heading));
    }

    static string Code(SeriesTrend trend) => trend is SeriesTrend.Tested { Trend.Direction: var direction }
        ? direction switch { TrendDirection.Rising => "rising", TrendDirection.Falling => "falling", _ => "no_certain_change" }
        : Analytics.Catalogue.ReasonCode.Of(((SeriesTrend.Untested)trend).Reason);
}
