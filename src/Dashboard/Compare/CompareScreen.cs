using System.Globalization;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Compare;

/// <summary>One indicator in all municipalities of a county, as dots with intervals or as a funnel.</summary>
public sealed class CompareScreen(IStringLocalizer<CompareScreen> text, Words words, ReadingColumns columns) : IScreen
{
    const int MostNames = 5;

    /// <inheritdoc/>
    public string Route => "/jamfor";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => CompareView.Of(release, link.Query) is { } view ? Of(view, link.Query) : null;

    /// <summary>What is shown of a view.</summary>
    public ScreenView Of(CompareView view, ViewQuery query)
    {
        var selection = view.Selection;
        var rows = view.Places.Select(x => x.Row).ToArray();
        var title = text["Title", Words.Of(view.Indicator), words.Of(selection.Age), words.Of(selection.Sex), Words.Of(view.Year), Words.Of(selection.County)];
        return new ScreenView
        {
            Title = title,
            Unit = text["Unit", UnitOf(view), BenchmarkText.Against(selection.Benchmark, Words.Culture), IntervalText.Of(selection.Level, Words.Culture)],
            Sentence = view is { IsFunnel: true, Obstacle: { } obstacle } ? $"{text[$"Obstacle.{obstacle}"]} {Sentence(view)}" : Sentence(view),
            Source = view.Indicator.Source,
            FileName = string.Create(
                CultureInfo.InvariantCulture, $"lagesbild-{(view.IsFunnel ? "tratt" : "jamfor")}-{selection.County.Code}-{view.Indicator.Id}-{selection.Age.Id}-{selection.Sex}-{view.Year}"),
            Table = Table(view, title, query),
            Draw = !view.IsFunnel ? frame => DotChart.Draw(view.Indicator, view.Year, rows, selection.Benchmark, selection.Level, Words.Culture, frame)
                : view.Obstacle is null ? frame => FunnelChart.Draw(view.Indicator, view.Year, rows, selection.Benchmark, view.Centre!.Value, selection.Level, Words.Culture, frame)
                : null,
            Href = point => point.Area.Length == 0 ? null : To(query, point.Area),
            Defined = [view.Indicator],
            Ignored = selection.Ignored,
        };
    }

    static string To(ViewQuery query, string area) => (query with { Form = null, Show = null }).To($"/kommun/{area}");

    static string UnitOf(CompareView view) => ValueFormat.UnitText(view.Indicator.Unit, Words.Culture) is { Length: > 0 } unit ? unit : view.Indicator.Unit.Id;

    string Sentence(CompareView view)
    {
        var benchmark = BenchmarkText.Against(view.Selection.Benchmark, Words.Culture);
        var compared = view.Places.Count(x => x.Reading.Comparison is not null);
        var first = compared == 0 ? text[view.Places.Any(x => x.Reading.Estimate is not null) ? "NotCompared" : "NoValues", benchmark]
            : view.Places.Any(x => x.Reading.Differs) ? text["Differing", view.Places.Count(x => x.Reading.Differs), compared, benchmark, string.Join("; ", Sides(view))]
            : text["NoneDiffers", compared, benchmark];
        var missing = view.Places.Count(x => x.Reading.Reason is not null);
        return missing == 0 || missing == view.Places.Count ? first : $"{first} {text["Missing", missing, Reasons(view)]}";
    }

    // Worse first: it is what a meeting has come for.
    IEnumerable<string> Sides(CompareView view) =>
        from place in view.Places
        where place.Reading.Differs
        group place.Municipality.Name by place.Reading.Comparison!.Verdict into side
        orderby side.Key == Verdict.Worse ? 0 : 1, side.Key
        let names = side.ToArray()
        select (string)text["Side", VerdictText.Of(side.Key, Words.Culture), words.List(names, MostNames)];

    string Reasons(CompareView view) => words.List(
        [.. view.Places.Where(x => x.Reading.Reason is not null).GroupBy(x => x.Reading.Reason!.Value).OrderBy(x => x.Key).Select(x => ReasonText.Of(x.Key, Words.Culture))]);

    ViewTable Table(CompareView view, string caption, ViewQuery query)
    {
        var funnel = view is { IsFunnel: true, Obstacle: null } ? Funnel.Of(view.Indicator, [.. view.Places.Select(x => x.Row)], view.Centre) : null;
        return new ViewTable(
            caption,
            [
                new("area", text["Area"]) { FilesOnly = true }, new("name", text["Municipality"]), .. columns.All,
                .. view.HasRanks ? (ViewColumn[])[new("rank_lower", text["RankLower"], IsNumber: true), new("rank_upper", text["RankUpper"], IsNumber: true)] : [],
                .. funnel is null ? (ViewColumn[])[] :
                [
                    new("lower_95", text["Limit", text["Lower"], "95"], IsNumber: true), new("upper_95", text["Limit", text["Upper"], "95"], IsNumber: true),
                    new("lower_998", text["Limit", text["Lower"], text["OuterLevel"]], IsNumber: true), new("upper_998", text["Limit", text["Upper"], text["OuterLevel"]], IsNumber: true),
                ],
            ],
            [
                .. view.Places.Select(x => RowOf(x.Municipality.Code, ViewField.Text(x.Municipality.Name, To(query, x.Municipality.Code)), x.Reading, x.Row, view, funnel)),
                RowOf(view.Selection.County.Code, ViewField.Text(Words.Of(view.Selection.County)), view.County, null, view, funnel) with { IsWhole = true },
            ]);
    }

    static ViewRow RowOf(string code, ViewField name, CellReading reading, DotRow? row, CompareView view, Funnel? funnel) => new(
    [
        ViewField.Text(code), name, .. ReadingColumns.Of(reading),
        .. view.HasRanks ? (ViewField[])[ViewField.Count(row?.Ranks?.Lower), ViewField.Count(row?.Ranks?.Upper)] : [],
        .. funnel is null ? [] : Limits(row is null ? null : Funnel.SizeOf(row), view, funnel),
    ]);

    static IEnumerable<ViewField> Limits(double? size, CompareView view, Funnel funnel)
    {
        foreach (var level in (double[])[FunnelChart.Inner, FunnelChart.Outer])
        {
            Analytics.Statistics.Interval? limits = size is { } known ? funnel.Limits(known, level) : null;
            yield return ViewField.Number(limits?.Lower, view.Indicator.Unit);
            yield return ViewField.Number(limits?.Upper, view.Indicator.Unit);
        }
    }
}
