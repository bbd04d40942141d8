using System.Globalization;
using System.Text;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.Extensions.Localization;

namespace Dashboard.Protection;

/// <summary>The summary per rule as a file for the analyst: what it is and whom it is for stand above the rows. It names no cell.</summary>
static class ProtectionDownload
{
    /// <summary>Name of the file, with what it holds.</summary>
    public static string FileName(Selection selection) => string.Create(CultureInfo.InvariantCulture, $"lagesbild-skydd-{selection.Indicator!.Id}-{selection.Year}.csv");

    /// <summary>Answers a request for the file.</summary>
    public static async Task<IResult> RespondAsync(HttpRequest request, ViewedRelease viewed, ReleaseReader reader, IStringLocalizer<ProtectionPage> text, CancellationToken cancellation)
    {
        if (viewed.Release is not { } release || Selection.OfIndicator(release, ViewQuery.Read(request.QueryString.Value ?? "")) is not { Ignored.Count: 0 } selection
            || await reader.FindProtectionAsync(release.Manifest.Id, selection.Indicator!.Id, selection.Year!.Value, cancellation) is not { } record)
        {
            return Results.NotFound();
        }

        // With a byte order mark, or spreadsheets misread å, ä and ö.
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(release, selection, record, text))];
        return Results.File(bytes, "text/csv; charset=utf-8", FileName(selection));
    }

    /// <summary>The file's text: comment lines that begin with #, a header, one row per rule.</summary>
    public static string Write(LoadedRelease release, Selection selection, ProtectionRecord record, IStringLocalizer<ProtectionPage> text)
    {
        var lines = new StringBuilder();
        void Comment(string comment) => lines.Append("# ").Append(comment.ReplaceLineEndings(" ")).Append('\n');

        Comment($"{Words.Of(selection.Indicator!)}, {Words.Of(record.Year)}");
        Comment(text["OnlyHere"]);
        Comment($"{release.Manifest.Description.Title} · {release.Manifest.Id}");
        if (release.Manifest.Description.Demonstration)
        {
            Comment(text["DemonstrationLine"]);
        }

        lines.Append("indicator,year,rule,cells,counts\n");
        foreach (var hidden in record.Hidden)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{record.Indicator},{record.Year},{RuleSigns.Code(hidden.Rule)},{hidden.Cells},{hidden.Counts}\n");
        }

        return lines.ToString();
    }
}
