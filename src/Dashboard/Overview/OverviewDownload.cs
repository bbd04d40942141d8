using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.Extensions.Localization;

namespace Dashboard.Overview;

/// <summary>The overview's table as a file that says what it is: title, unit, source and release stand above the rows.</summary>
static class OverviewDownload
{
    /// <summary>Name of the file, with what it holds.</summary>
    public static string FileName(CountyView view) => string.Create(
        CultureInfo.InvariantCulture, $"lagesbild-{view.Selection.County.Code}-{view.Indicator.Id}-{view.Selection.Age.Id}-{view.Selection.Sex}-{view.Year}.csv");

    /// <summary>Answers a request for the file.</summary>
    public static IResult Respond(HttpRequest request, ViewedRelease viewed, Words words, IStringLocalizer<OverviewPage> text)
    {
        var query = ViewQuery.Read(request.QueryString.Value ?? "");
        if (viewed.Release is not { } release || Selection.OfIndicator(release, query) is not { Ignored.Count: 0 } selection)
        {
            return Results.NotFound();
        }

        var view = CountyView.Of(release, selection);
        // With a byte order mark, or spreadsheets misread å, ä and ö.
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(release, view, words, text))];
        return Results.File(bytes, "text/csv; charset=utf-8", FileName(view));
    }

    /// <summary>The file's text: comment lines that begin with #, a header, one row per municipality and one for the county.</summary>
    public static string Write(LoadedRelease release, CountyView view, Words words, IStringLocalizer<OverviewPage> text)
    {
        var description = release.Manifest.Description;
        var lines = new StringBuilder();
        void Comment(string comment) => lines.Append("# ").Append(comment.ReplaceLineEndings(" ")).Append('\n');

        Comment($"{Words.Of(view.Indicator)}, {words.Of(view.Selection.Age)}, {words.Of(view.Selection.Sex)}, {Words.Of(view.Year)}, {Words.Of(view.Selection.County)}");
        Comment($"{text["UnitLead"]} {view.UnitText}");
        Comment($"{text["SourceLine"]} {view.Indicator.Source} {view.Indicator.SourceId}".TrimEnd());
        Comment($"{description.Title} · {description.Source} · {description.Licence} · {description.Collected}");
        Comment($"{text["ReleaseHeading"]} {release.Manifest.Id} · {Words.Of(release.Manifest.Created)}");
        if (release.Manifest.Parameters.IsRounded)
        {
            Comment(RoundingText.Of(release.Manifest.Parameters, Words.Culture));
        }

        if (description.Demonstration)
        {
            Comment(text["DemonstrationLine"]);
        }

        lines.Append("code,area,value,lower,upper,numerator,denominator,benchmark,verdict,status,source_band\n");
        foreach (var place in view.Places)
        {
            Row(lines, place.Municipality.Code, place.Municipality.Name, place.Reading);
        }

        Row(lines, view.Selection.County.Code, Words.Of(view.Selection.County), view.County);
        return lines.ToString();
    }

    static void Row(StringBuilder lines, string code, string name, CellReading reading)
    {
        var (estimate, factor) = (reading.Estimate, reading.Indicator.Unit.Factor);
        string?[] fields =
        [
            code, name, Number(estimate?.Value * factor), Number(estimate?.Interval?.Lower * factor), Number(estimate?.Interval?.Upper * factor),
            Count(estimate?.Numerator), Count(estimate?.Denominator ?? (reading.Released.Cell as Analytics.Release.Cell.Missing)?.Denominator),
            Number(reading.BenchmarkValue?.Value * factor), reading.Comparison?.Verdict.ToString().ToLowerInvariant(),
            reading.Reason is { } reason ? ReasonCode.Of(reason) : "", reading.Released.SourceBand,
        ];
        lines.AppendJoin(',', fields.Select(x => CsvField.Of(x ?? ""))).Append('\n');
    }

    static string? Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    static string? Count(long? count) => count?.ToString(CultureInfo.InvariantCulture);
}
