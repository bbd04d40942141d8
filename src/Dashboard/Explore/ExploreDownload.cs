using Dashboard.Access;
using Dashboard.Releases;
using Dashboard.Serving;
using Dashboard.Views;

namespace Dashboard.Explore;

/// <summary>What is explored as a file: CSV, spreadsheet, PNG, SVG. For the analyst, as the page is.</summary>
static class ExploreDownload
{
    /// <summary>Adds the addresses of the files: the page's route and an extension.</summary>
    public static void Map(WebApplication application)
    {
        foreach (var format in ViewDownload.Formats)
        {
            application.MapGet($"{ExploreState.Route}.{format}", (HttpRequest request, ViewedRelease viewed, ExploreScreen screen, ViewDownload files) =>
                    viewed.Release is { } release && screen.View(release, ExploreState.Read(request.QueryString.Value ?? "")) is { Ignored.Count: 0 } view
                    && files.Write(release, view, format) is { } bytes
                        ? Results.File(bytes, ViewDownload.TypeOf(format), $"{view.FileName}.{format}")
                        : Results.NotFound())
                .WithMetadata(new ReleaseViewAttribute(), new AnalystOnlyAttribute());
        }
    }
}
