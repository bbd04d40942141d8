using Analytics.Catalogue;
using Analytics.Collaboration;

namespace Dashboard.Api;

/// <summary>What happens to children at the borders between age bands: the columns of <c>handovers.csv</c>.</summary>
static class HandOversTable
{
    static readonly Columns<HandOver> Columns = new Columns<HandOver>()
        .Text("area", "Code of the municipality, of the county or 00 for the nation.", x => x.Area)
        .Text("younger", "Id of the younger age band.", x => x.Younger)
        .Text("older", "Id of the older age band.", x => x.Older)
        .Text("status", "Whether the border is bridged, and by what: a method, a meeting, an actor that holds both sides; gap where nothing is; unknown where what would tell is withheld.", x => Code.Of(x.Status), allowed: Code.All<HandOverStatus>())
        .Texts("leaving", "Ids of the actor types that hold the younger band only.", x => x.Leaving)
        .Texts("receiving", "Ids of the actor types that hold the older band only.", x => x.Receiving)
        .Texts("both", "Ids of the actor types that hold both.", x => x.Both)
        .Texts("methods", "Methods in use for children on both sides, each as actor:method.", x => x.Methods.Select(y => $"{y.Actor}:{y.Method}"));

    public static ApiTable Table { get; } = new ApiTable<HandOver>(
        "hand-overs", "HandOver", "Collaboration", "Each border between neighbouring age bands", "The rows of the exported handovers.csv. How often pairs meet is in collaboration.",
        [Filters.Area, Filter.Of("status", "Whether the border is bridged, and by what.", Code.All<HandOverStatus>())], Columns,
        (release, query) => Rows.Of(release.Collaboration.HandOvers, Columns.Condition(query)),
        new HandOver("0680", "0-5", "6-9", ["child_health_centre"], ["school"], ["social_services"], HandOverStatus.Method, [new BridgingMethod("social_services", "bbic")], []));
}
