using System.Text;
using Analytics.Charts;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Serving;
using Microsoft.Extensions.Localization;

namespace Dashboard.Views;

/// <summary>Every screen's view as a file: CSV, spreadsheet, PNG, SVG.</summary>
sealed class ViewDownload(Provenance provenance, IStringLocalizer<Provenance> text)
{
    /// <summary>Formats, as extensions, in the order they are offered.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx", "png", "svg"];

    /// <summary>Adds the address of each screen's files: its route and an extension.</summary>
    public static void Map(WebApplication application)
    {
        foreach (var screen in application.Services.GetRequiredService<Screens>().All)
        {
            foreach (var format in Formats)
            {
                application.MapGet($"{screen.FileRoute}.{format}", (HttpRequest request, ViewedRelease viewed, ViewDownload download) => download.Respond(request, viewed, screen, format))
                    .WithMetadata(new ReleaseViewAttribute())
                    .CacheOutput(x => x.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
            }
        }
    }

    /// <summary>The view as a file; null where it has no picture and one is asked for.</summary>
    public byte[]? Write(LoadedRelease release, ScreenView view, string format) => format switch
    {
        "csv" => CsvFile.Of(view.Table, provenance.Of(release, view)),
        "xlsx" => XlsxFile.Of(view.Table, provenance.Of(release, view), (text["ValuesSheet"], text["FactsSheet"]), text["FactName"], text["FactContent"]),
        "png" => Picture(release, view) is { } picture ? PngImage.Of(picture) : null,
        _ => Picture(release, view) is { } picture ? Encoding.UTF8.GetBytes(picture.Svg) : null,
    };

    ChartPicture? Picture(LoadedRelease release, ScreenView view) => view.Draw?.Invoke(new ChartFrame(ChartFrame.FileWidth, $"{view.Title}. {view.Sentence}")
    {
        Title = view.Title,
        Subtitle = view.Unit,
        Note = provenance.Line(release, view),
    });

    IResult Respond(HttpRequest request, ViewedRelease viewed, IScreen screen, string format)
    {
        var path = request.Path.Value![..^(format.Length + 1)];
        // The start page has no name of its own, so its files have another.
        var link = new ViewLink(screen.Route.Contains('{', StringComparison.Ordinal) ? path : screen.Route, ViewQuery.Read(request.QueryString.Value ?? ""));
        return viewed.Release is { } release && screen.View(release, link) is { Ignored.Count: 0 } view && Write(release, view, format) is { } bytes
            ? Results.File(bytes, TypeOf(format), $"{view.FileName}.{format}")
            : Results.NotFound();
    }

    /// <summary>Media type of a format.</summary>
    public static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "png" => "image/png",
        _ => "image/svg+xml",
    };
}
