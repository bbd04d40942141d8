using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Explore;

/// <summary>What is explored as one view: title, sentence, table, picture and files.</summary>
public sealed class ExploreScreen(IStringLocalizer<ExplorePage> text, Words words, ReadingColumns columns)
{
    const int MostNames = 3;

    /// <summary>The view at an address; null for a release without cells.</summary>
    public ScreenView? View(LoadedRelease release, ExploreState state) => Read(release, state) is { } view ? Of(view) : null;

    /// <summary>What the page shows at an address; null for a release without cells.</summary>
    public ExploreView? Read(LoadedRelease release, ExploreState state) =>
        ExploreSelection.Of(release, state) is { } selection ? ExploreView.Of(release, selection, words) : null;

    /// <summary>What the page shows, as a view.</summary>
    public ScreenView Of(ExploreView view)
    {
        var selection = view.Selection;
        var sources = selection.Indicators.Select(x => x.Source).Distinct(StringComparer.Ordinal).ToArray();
        var units = selection.Indicators.Select(x => ValueFormat.UnitText(x.Unit, Words.Culture)).Where(x => x.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        return new ScreenView
        {
            Title = Title(view),
            Unit = (units.Length == 0 ? text["NoUnit"].Value : string.Join(", ", units)) + ". " + (selection.IsPair
                ? text["PairUnit", NameA(view), NameB(view)].Value
                : text["AgainstUnit", BenchmarkText.Of(selection.Benchmark, Words.Culture)].Value),
            Sentence = Sentence(view),
            Source = sources.Length <= MostNames ? words.List(sources) : text["Sources", sources.Length],
            FileName = string.Create(CultureInfo.InvariantCulture, $"lagesbild-utforska-{selection.County.Code}-{(selection.Indicators.Count == 1 ? selection.Indicators[0].Id : $"{selection.Indicators.Count}-indikatorer")}"),
            Table = Table(view),
            Draw = view.Rows.Count == 0 ? null : frame => ExploreChart.Draw(
                [.. view.Rows.Select(x => x.Row)], selection.IsPair ? (NameA(view), NameB(view)) : null, selection.Level, Words.Culture, frame),
            Href = point => (selection.State.View with { Indicator = point.Indicator, Age = point.AgeBand, Year = point.Year is { } year ? Words.Of(year) : null, Benchmark = null, Level = null, Sort = null }).To("/"),
            Ignored = selection.Ignored,
        };
    }

    /// <summary>The first selection, where the two differ: <c>flickor</c>.</summary>
    public string NameA(ExploreView view)
    {
        var (selection, rows) = (view.Selection, view.Rows);
        string Of<T>(bool differs, IEnumerable<T> values, Func<T, string> name)
        {
            if (!differs)
            {
                return "";
            }

            var all = values.Distinct().ToArray();
            return all.Length > MostNames ? text["Several", all.Length] : words.List([.. all.Select(name)]);
        }

        return Joined(
            Of(selection.Other.Area is not null, rows.Select(x => x.Area), x => x.Name), Of(selection.Other.Year is not null, rows.Select(x => x.Address.Year), x => Words.Of(x)),
            Of(selection.Other.Age is not null, rows.Select(x => x.Address.AgeBand), x => text["Years", Words.AgeSpan(x)]),
            Of(selection.Other.Sex is not null, rows.Select(x => x.Address.Sex), x => words.Of(x).ToLower(Words.Culture)));
    }

    /// <summary>The second selection, where the two differ: <c>pojkar</c>.</summary>
    public string NameB(ExploreView view)
    {
        var (area, year, age, sex) = view.Selection.Other;
        return Joined(
            area is { } code ? view.OtherArea ?? code : "", year is { } of ? Words.Of(of) : "", age is { } band ? words.Of(band) : "", sex is { } known ? words.Of(known).ToLower(Words.Culture) : "");
    }

    /// <summary>The dimensions that all rows share, in words: <c>13–15 år, alla, 2025</c>.</summary>
    public string Shared(ExploreView view)
    {
        if (view.Rows.Count == 0)
        {
            return "";
        }

        var (first, other) = (view.Rows[0], view.Selection.Other);
        return Joined(
            view.Varying.Contains(Choice.Area) || other.Area is not null ? "" : first.Area.Name,
            view.Varying.Contains(Choice.Age) || other.Age is not null ? "" : text["Years", Words.AgeSpan(first.Address.AgeBand)],
            view.Varying.Contains(Choice.Sex) || other.Sex is not null ? "" : words.Of(first.Address.Sex).ToLower(Words.Culture),
            view.Varying.Contains(Choice.Year) || other.Year is not null ? "" : Words.Of(first.Address.Year));
    }

    /// <summary>What a screen reader hears after a change: <c>24 värden, 3 skyddade</c>.</summary>
    public string Summary(ExploreView view)
    {
        var hidden = view.Rows.Count(x => x.Reading.Reason == Reason.Suppressed);
        var others = view.Rows.Count - view.Values - hidden;
        return Joined(
            text[view.Values == 1 ? "OneValue" : "Values", Words.Count(view.Values)], hidden > 0 ? text[hidden == 1 ? "OneHidden" : "Hidden", Words.Count(hidden)] : "",
            others > 0 ? text["OtherGaps", Words.Count(others)] : "", view.Compared > 0 ? text["Certain", view.Different] : "");
    }

    static string Joined(params string[] parts) => string.Join(", ", parts.Where(x => x.Length > 0));

    string Title(ExploreView view)
    {
        var indicators = view.Selection.Indicators;
        var name = indicators.Count == 1 ? Words.Of(indicators[0]) : text["Indicators", indicators.Count].Value;
        return Joined(name, Shared(view), view.Selection.IsPair ? text["Against", NameA(view), NameB(view)] : "", Words.Of(view.Selection.County));
    }

    string Sentence(ExploreView view)
    {
        var pair = view.Selection.IsPair;
        if (view.Rows.Count == 0)
        {
            return text["NoPairs"];
        }

        if (view.Compared == 0)
        {
            return view.Values == 0 ? text["NothingKnown"] : text[pair ? "NoPairComparison" : "NoComparison", view.Values];
        }

        var against = pair ? "" : BenchmarkText.Of(view.Selection.Benchmark, Words.Culture);
        if (view.Rows.Where(x => x.Differs).MaxBy(x => x.Certainty) is not { } most)
        {
            return pair ? text["NoPairDiffers", view.Compared] : text["NoneDiffers", view.Compared, against];
        }

        return (pair ? text["PairsDiffer", view.Different, view.Compared] : text["Differ", view.Different, view.Compared, against])
            + " " + (pair ? PairSentence(view, most) : VerdictSentence.Of(most.Reading.Indicator, most.Label, most.Address.Year, most.Reading.Estimate!, most.Reading.Comparison, Words.Culture, named: true));
    }

    string PairSentence(ExploreView view, ExploredCell most) => text[
        most.Difference!.Value > 0 ? "PairAbove" : "PairBelow", Words.Of(most.Reading.Indicator), most.Label, NameA(view), most.Reading.Value, NameB(view), most.Other!.Value, DifferenceText.WithInterval(most)];

    ViewTable Table(ExploreView view)
    {
        var pair = view.Selection.IsPair;
        return new ViewTable(
            Title(view),
            [
                new("indicator", text["Indicator"]) { FilesOnly = true }, new("name", text["Indicator"]), new("area", text["Area"]) { FilesOnly = true }, new("area_name", text["Area"]),
                new("year", text["Year"], IsNumber: true), new("age", text["Age"]), new("sex", text["Sex"]), new("unit", text["UnitHeading"]), .. columns.All,
                .. pair ? PairColumns : [], new("source", text["SourceHeading"]) { FilesOnly = true },
            ],
            [.. view.Rows.Select(x => new ViewRow(
            [
                ViewField.Text(x.Address.Indicator), ViewField.Text(Words.Of(x.Reading.Indicator)), ViewField.Text(x.Address.Area), ViewField.Text(x.Area.Name),
                new(Words.Of(x.Address.Year), x.Address.Year), new(Words.AgeSpan(x.Address.AgeBand), x.Address.AgeBand), new(words.Of(x.Address.Sex), x.Address.Sex.ToString()),
                ViewField.Text(ValueFormat.UnitText(x.Reading.Indicator.Unit, Words.Culture)), .. ReadingColumns.Of(x.Reading), .. pair ? PairFields(x) : [], ViewField.Text(x.Reading.Indicator.Source),
            ]))]);
    }

    IReadOnlyList<ViewColumn> PairColumns =>
    [
        new("b_area", text["OtherArea"]), new("b_year", text["OtherYear"], IsNumber: true), new("b_age", text["OtherAge"]), new("b_sex", text["OtherSex"]), new("b_value", text["OtherValue"], IsNumber: true),
        new("b_lower", text["OtherLower"], IsNumber: true), new("b_upper", text["OtherUpper"], IsNumber: true), new("b_status", text["OtherStatus"]), new("difference", text["Difference"], IsNumber: true),
        new("difference_lower", text["DifferenceLower"], IsNumber: true), new("difference_upper", text["DifferenceUpper"], IsNumber: true), new("difference_verdict", text["DifferenceVerdict"]), new("not_tested", text["NotTested"]),
    ];

    IEnumerable<ViewField> PairFields(ExploredCell cell)
    {
        var (other, unit) = (cell.Other!, cell.Reading.Indicator.Unit);
        var at = other.Released.Address;
        return
        [
            ViewField.Text(at.Area), new(Words.Of(at.Year), at.Year), new(Words.AgeSpan(at.AgeBand), at.AgeBand), new(words.Of(at.Sex), at.Sex.ToString()), ViewField.Value(other),
            ViewField.Number(other.Bounds?.Lower, unit), ViewField.Number(other.Bounds?.Upper, unit), ViewField.Status(other), ViewField.Number(cell.Difference?.Value, unit),
            ViewField.Number(cell.Difference?.Interval.Lower, unit), ViewField.Number(cell.Difference?.Interval.Upper, unit),
            cell.Difference is { } known ? new(VerdictText.Of(known.Verdict, Words.Culture), Verdicts.Code(known.Verdict)) : ViewField.None,
            cell.Hindrance is { } hindrance ? ViewField.Text(text[$"Hindrance.{hindrance}"]) : ViewField.None,
        ];
    }
}
