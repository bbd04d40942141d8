using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Matrix;

/// <summary>All factors in all municipalities of a county as a rug.</summary>
public sealed class MatrixScreen(IStringLocalizer<MatrixScreen> text, Words words, ReadingColumns columns) : IScreen
{
    const int MostNames = 3;

    /// <inheritdoc/>
    public string Route => "/lansmatris";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => MatrixView.Of(release, link.Query) is { } view ? Of(view, link.Query) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(MatrixView view, ViewQuery query)
    {
        var selection = view.Selection;
        var year = selection.Year is { } of ? Words.Of(of) : text["LatestYear"].Value;
        var rug = RugOf(view);
        return new ScreenView
        {
            Title = text["Title", Words.Of(selection.County), words.Of(view.Part), words.Of(selection.Age), words.Of(selection.Sex), year],
            Unit = text["Unit", BenchmarkText.Against(selection.Benchmark, Words.Culture)],
            Sentence = Sentence(view),
            Source = words.Sources(view.Rows.Select(x => x.Indicator)),
            FileName = string.Create(CultureInfo.InvariantCulture, $"lagesbild-{selection.County.Code}-lansmatris-{(view.Part.Code is { } shown ? $"{shown}-" : "")}{selection.Age.Id}-{selection.Sex}-{(selection.Year is null ? "senaste" : year)}"),
            Table = Table(view),
            Draw = view.Rows.Count == 0 || view.Municipalities.Count == 0 ? null : frame => RugChart.Draw(rug, Words.Culture, frame),
            Href = point => Href(query, selection.County.Code, point),
            Ignored = selection.Ignored,
        };
    }

    // A municipality's name leads to the municipality, a factor to its comparison; a cell to the comparison with its municipality chosen.
    static string Href(ViewQuery query, string county, ChartPoint point)
    {
        var kept = query with { County = county, Sort = null, Part = null, Form = null, Area = null, Pool = null, Show = null };
        return point.Indicator.Length == 0
            ? kept.To($"/kommun/{point.Area}")
            : (kept with { Indicator = point.Indicator, Year = point.Year is { } year ? Words.Of(year) : null, Area = point.Area.Length > 0 ? point.Area : null }).To("/jamfor");
    }

    string Sentence(MatrixView view)
    {
        var benchmark = BenchmarkText.Against(view.Selection.Benchmark, Words.Culture);
        if (view.Compared == 0)
        {
            return text["NoComparison"];
        }

        var chance = Chance(view);
        return view.Flags == 0
            ? text["NoneDiffers", view.Municipalities.Count, view.ComparedFactors, Words.Count(view.Compared), benchmark, chance]
            : text["Differs", view.Municipalities.Count, view.ComparedFactors, Words.Count(view.Flags), Words.Count(view.Compared), benchmark, Most(view), chance];
    }

    string Chance(MatrixView view) => text[view.Selection.Level == FlagLevel.FalseDiscovery ? "AtMostFalse" : "ByChance", Words.FalseFlags(view.Selection.Level, view.Readings)];

    string Most(MatrixView view)
    {
        var (municipalities, flags) = view.Most;
        return municipalities.Count switch
        {
            1 => text["MostOne", municipalities[0].Name, flags],
            <= MostNames => text["MostFew", words.List([.. municipalities.Select(x => x.Name)]), flags],
            _ => text["MostMany", municipalities.Count, flags],
        };
    }

    Rug RugOf(MatrixView view)
    {
        var byDomain = view.Sort == MatrixSort.Domain;
        var remark = view.Compared == 0 ? text["NoComparison"].Value : $"{text["Remark", Words.Count(view.Flags), Words.Count(view.Compared)]} {Chance(view)} {text["NotTheSame"]}";
        return new Rug(
            [.. view.Municipalities.Select(x => new RugColumn(x.Code, x.Name))],
            [
                .. from row in view.Rows
                   group row by byDomain ? words.Of(row.Indicator.Domain) : words.Plural(row.Indicator.Role) into block
                   select new RugBlock(block.Key,
                   [
                       .. from row in block
                          group row by view.Sort == MatrixSort.Flags ? "" : byDomain ? words.Plural(row.Indicator.Role) : words.Of(row.Indicator.Domain) into part
                          select new RugGroup(part.Key, [.. part.Select(x => new RugRow(x.Indicator, x.Period, x.Cells))]),
                   ]),
            ],
            view.Selection.Benchmark, view.Selection.Level, remark);
    }

    ViewTable Table(MatrixView view) => new(
        text["Caption", Words.Of(view.Selection.County)],
        [
            new("municipality", text["Municipality"]) { FilesOnly = true }, new("municipality_name", text["Municipality"]), new("block", text["Block"]) { FilesOnly = true }, new("domain", text["Domain"]) { FilesOnly = true },
            new("indicator", text["Indicator"]) { FilesOnly = true }, new("name", text["Indicator"]) { FilesOnly = true }, new("year", text["Year"], IsNumber: true) { FilesOnly = true },
            new("unit", text["UnitHeading"]) { FilesOnly = true }, .. columns.All, new("certain_at_95", text["Hint"]) { FilesOnly = true }, new("source", text["SourceHeading"]) { FilesOnly = true },
        ],
        [
            .. from row in view.Rows
               let heading = $"{Words.Of(row.Indicator)} · {row.Period} · {ValueFormat.UnitText(row.Indicator.Unit, Words.Culture)}"
               from i in Enumerable.Range(0, view.Municipalities.Count)
               select RowOf(row, i, view.Municipalities[i], heading),
        ]);

    ViewRow RowOf(MatrixRow row, int i, Municipality municipality, string group) => new(
        [
            ViewField.Text(municipality.Code), ViewField.Text(municipality.Name), ViewField.Text(words.Plural(row.Indicator.Role)), ViewField.Text(words.Of(row.Indicator.Domain)),
            ViewField.Text(row.Indicator.Id), ViewField.Text(Words.Of(row.Indicator)), ViewField.Text(row.Period.ToString()), ViewField.Text(ValueFormat.UnitText(row.Indicator.Unit, Words.Culture)),
            .. ReadingColumns.Of(row.Readings[i]), ViewField.Text(row.Cells[i] is { Hint: { } hint } ? Verdicts.Code(hint) : ""), ViewField.Text(row.Indicator.Source),
        ],
        group);
}
