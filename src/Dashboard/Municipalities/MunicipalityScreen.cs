using System.Globalization;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Municipalities;

/// <summary>One municipality's factors as a spine chart.</summary>
public sealed class MunicipalityScreen(IStringLocalizer<MunicipalityScreen> text, Words words, ReadingColumns columns) : IScreen
{
    const string Root = "/kommun/";

    /// <inheritdoc/>
    public string Route => Root + "{code}";

    /// <inheritdoc/>
    public string? Name => null;

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) =>
        release.FindMunicipality(link.Path[Root.Length..]) is { } municipality && Selection.OfMunicipality(release, municipality, link.Query) is { } selection
            ? Of(MunicipalityView.Of(release, municipality, selection), link.Query)
            : null;

    ScreenView Of(MunicipalityView view, ViewQuery query)
    {
        var selection = view.Selection;
        return new ScreenView
        {
            Title = text["Title", view.Municipality.Name, words.Of(selection.Age), words.Of(selection.Sex), selection.Year is { } year ? Words.Of(year) : text[selection.Pooled ? "LatestThree" : "LatestYear"].Value],
            Unit = text["Unit", BenchmarkText.Of(selection.Benchmark, Words.Culture)],
            Sentence = Sentence(view),
            Source = words.Sources(view.Rows.Select(x => x.Indicator)),
            FileName = string.Create(CultureInfo.InvariantCulture, $"lagesbild-{view.Municipality.Code}-{selection.Age.Id}-{selection.Sex}-{(selection.Year is { } of ? Words.Of(of) : "senaste")}"),
            Table = Table(view),
            Draw = frame => SpineChart.Draw([.. view.Rows.Where(x => x.HasValues).Select(x => x.Spine)], selection.Benchmark, selection.Level, Words.Culture, frame),
            Href = point => point.Area == view.Municipality.Code
                ? (query.WithoutComparison() with { Indicator = point.Indicator, County = view.Municipality.County }).To("/")
                : query.To(Root + point.Area),
            Ignored = selection.Ignored,
        };
    }

    string Sentence(MunicipalityView view)
    {
        var benchmark = BenchmarkText.Of(view.Selection.Benchmark, Words.Culture);
        return view.Compared == 0 ? text["NoComparison"]
            : view.MostCertain.Count == 0 ? text["NoneDiffers", view.Compared, benchmark]
            : text["Differs", view.Rows.Count(x => x.Reading.Differs), view.Compared, benchmark, SentenceOf(view, view.MostCertain[0])];
    }

    static string SentenceOf(MunicipalityView view, IndicatorRow row) =>
        VerdictSentence.Of(row.Indicator, view.Municipality.Name, row.Period, row.Reading.Estimate!, row.Reading.Comparison, Words.Culture, named: true);

    ViewTable Table(MunicipalityView view) => new(
        view.Municipality.Name,
        [
            new("block", text["Block"]), new("domain", text["Domain"]), new("indicator", text["Indicator"]) { FilesOnly = true }, new("name", text["Indicator"]),
            new("year", text["Year"], IsNumber: true), new("unit", text["UnitHeading"]), .. columns.All, new("source", text["SourceHeading"]) { FilesOnly = true },
        ],
        [.. view.Rows.Select(x => new ViewRow(
        [
            ViewField.Text(words.Plural(x.Indicator.Role)), ViewField.Text(words.Of(x.Indicator.Domain)), ViewField.Text(x.Indicator.Id), ViewField.Text(Words.Of(x.Indicator)),
            ViewField.Text(x.Period.ToString()), ViewField.Text(ValueFormat.UnitText(x.Indicator.Unit, Words.Culture)), .. ReadingColumns.Of(x.Reading), ViewField.Text(x.Indicator.Source),
        ]))]);
}
