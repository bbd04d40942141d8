using Analytics.Catalogue;
using Analytics.Collaboration;

namespace Dashboard.Api;

/// <summary>Who works with whom: the columns of <c>collaboration.csv</c> and <c>network.csv</c>.</summary>
static class CollaborationTables
{
    sealed record ActorRow(string Area, NetworkActor Actor);

    const string AreaText = "Code of the municipality, of the county or 00 for the nation.";

    static readonly Columns<Tie> TieColumns = new Columns<Tie>()
        .Text("area", AreaText, x => x.Area)
        .Text("from_actor", "Id of the actor type that answers.", x => x.From)
        .Text("to_actor", "Id of the actor type that the answers are about.", x => x.To)
        .Whole("answers", "Number of answers, at least three; null without a value.", x => x.Answers, nullable: true)
        .Number("frequency", "Mean frequency: 0 never, 1 yearly, 2 quarterly, 3 monthly, 4 weekly. null without a value.", x => x.Frequency, nullable: true)
        .Number("agreement", "Share with a written agreement, a fraction from 0 to 1; null where too few answered.", x => x.Agreement, nullable: true)
        .Number("trust", "Mean trust, 1 to 4; null where too few answered.", x => x.Trust, nullable: true)
        .Text("status", "Why there is no value; null where there is one.", x => x.Status is { } reason ? ReasonCode.Of(reason) : null, nullable: true, allowed: ReasonCode.All);

    static readonly Columns<ActorRow> ActorColumns = new Columns<ActorRow>()
        .Text("area", AreaText, x => x.Area)
        .Text("actor", "Id of the actor type.", x => x.Actor.Actor)
        .Number("in_degree", "Sum of the mean frequencies that others state about it.", x => x.Actor.InDegree)
        .Number("out_degree", "Sum of the mean frequencies that it states about others.", x => x.Actor.OutDegree)
        .Number("betweenness", "Shortest ways between two others that pass it.", x => x.Actor.Betweenness)
        .Number("eigenvector", "Eigenvector centrality, 0 to 1; null where it is not determined.", x => x.Actor.Eigenvector, nullable: true)
        .Whole("community", "Number of its community, from 1; null where none could be made out.", x => x.Actor.Community, nullable: true);

    public static ApiTable Ties { get; } = new ApiTable<Tie>(
        "collaboration", "Tie", "Collaboration", "What each actor type says of its work with each other", "The rows of the exported collaboration.csv.",
        [Filters.Area, Filters.ActorNamed("from_actor", "Id of the actor type that answers."), Filters.ActorNamed("to_actor", "Id of the actor type that the answers are about.")], TieColumns,
        (release, query) => Rows.Of(release.Collaboration.Ties, TieColumns.Condition(query)), new Tie("06", "school", "social_services", 42, 2.5, 0.25, 3.1, null));

    public static ApiTable Network { get; } = new ApiTable<ActorRow>(
        "network", "NetworkActor", "Collaboration", "The place of each actor type in the network of its area", "The rows of the exported network.csv, worked out from the shown ties alone.",
        [Filters.Area, Filters.Actor], ActorColumns,
        (release, query) => Rows.Of([.. release.Collaboration.Networks.SelectMany(x => x.Actors.Select(actor => new ActorRow(x.Area, actor)))], ActorColumns.Condition(query)),
        new ActorRow("06", new NetworkActor("school", 14.5, 12.25, 3.5, 0.91, 1)));
}
