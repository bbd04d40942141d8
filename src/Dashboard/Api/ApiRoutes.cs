namespace Dashboard.Api;

/// <summary>The API for programs, <c>/api/v1</c>: one line per resource. It reads releases and nothing else.</summary>
static class ApiRoutes
{
    /// <summary>The tables of a release, in the order of the description.</summary>
    public static IReadOnlyList<ApiTable> Tables { get; } =
    [
        CellsTable.Table, ComparisonsTable.Table, TrendsTable.Table,
        MethodTables.Uses, MethodTables.Remarks, MethodTables.Coverage,
        MethodClusterTables.Units, MethodClusterTables.Qualities, MethodClusterTables.VerdictRows, MethodClusterTables.Marks,
        FollowUpTables.Shares, FollowUpTables.Intervals,
        CollaborationTables.Ties, CollaborationTables.Network, HandOversTable.Table, ThemesTable.Table,
        CatalogueTables.Indicators, CatalogueTables.Methods, CatalogueTables.Actors, CatalogueTables.Municipalities, CatalogueTables.AgeBands,
    ];

    /// <summary>Path of one release, as a route.</summary>
    public const string Release = $"{ApiAddress.Releases}/{{{ApiAddress.ReleaseParameter}}}";

    /// <summary>Maps every address.</summary>
    public static void MapApi(this IEndpointRouteBuilder application)
    {
        application.MapGet(ApiAddress.Description, ApiDescription.RespondAsync);
        application.MapGet(ApiAddress.Releases, ReleasesResource.RespondAsync);
        application.MapGet(Release, ReleaseResource.RespondAsync);
        foreach (var table in Tables)
        {
            application.MapGet($"{Release}/{table.Path}", context => TableAnswer.RespondAsync(context, table));
        }
    }
}
