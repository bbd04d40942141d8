using Analytics.Estimation;
using Dashboard.Layout;
using Microsoft.Extensions.Localization;

namespace Dashboard.Overview;

/// <summary>Three sentences on what stands out in a county: which municipalities differ, the most certain difference, and what is not known.</summary>
sealed class Standouts(IStringLocalizer<OverviewPage> text, Words words)
{
    const int MostNames = 7;

    static readonly bool[] Sides = [true, false];

    public IReadOnlyList<string> Of(CountyView view) => [Differing(view), MostCertain(view), Unknown(view)];

    string Differing(CountyView view)
    {
        var differing = view.Places.Where(x => x.Reading.Differs).ToArray();
        var compared = view.Places.Count(x => x.Reading.Comparison is not null);
        if (compared == 0)
        {
            return text["NoComparison"];
        }

        if (differing.Length == 0)
        {
            return text["NoDifference", compared];
        }

        var parts = Sides
            .Select(above => (Above: above, Names: differing.Where(x => IsAbove(x.Reading) == above).Select(x => x.Municipality.Name).ToArray()))
            .Where(x => x.Names.Length > 0)
            .Select(x => (string)text[x.Above ? "Above" : "Below", Named(x.Names)]);
        return text["Differing", differing.Length, compared, string.Join(text["Between"], parts)];
    }

    string MostCertain(CountyView view)
    {
        if (view.Places.All(x => x.Reading.Comparison is null))
        {
            return text[view.Places.Any(x => x.Reading.Estimate is not null) ? "NoUncertainty" : "NoValues"];
        }

        var most = view.Places.Where(x => x.Reading.Differs).MaxBy(x => x.Reading.Certainty);
        return most is null
            ? text["NoMostCertain"]
            : text["MostCertain"] + " " + VerdictSentence.Of(view.Indicator, most.Municipality.Name, view.Year, most.Reading.Estimate!, most.Reading.Comparison, Words.Culture);
    }

    string Unknown(CountyView view)
    {
        var missing = view.Places.Where(x => x.Reading.Reason is not null).GroupBy(x => x.Reading.Word, StringComparer.Ordinal).Select(x => $"{x.Key} ({x.Count()})").ToArray();
        var compared = view.Places.Count(x => x.Reading.Comparison is not null);
        var first = missing.Length == 0 ? text["AllKnown"] : text["Missing", view.Places.Count(x => x.Reading.Reason is not null), view.Places.Count, words.List(missing)];
        return compared == 0 ? first : first + " " + text["FalseAlarms", compared, Words.FalseFlags(view.Selection.Level, [.. view.Places.Select(x => x.Reading)])];
    }

    // A county can have 49 municipalities; a sentence cannot.
    string Named(IReadOnlyList<string> names) =>
        words.List(names, MostNames);

    static bool IsAbove(CellReading reading) => reading.Estimate!.Value > reading.Comparison!.Value;
}
