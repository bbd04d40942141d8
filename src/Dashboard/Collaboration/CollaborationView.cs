using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Collaboration;
using Dashboard.Layout;
using Dashboard.Releases;

namespace Dashboard.Collaboration;

/// <summary>Who works with whom in an area: what pictures, tables and downloads all show.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Network">The area's network.</param>
/// <param name="Actors">Actor types in the order of the matrix: community by community, in each those with most contact first.</param>
/// <param name="Circle">The same in the order of the circle: by the communities of the county, so that each has its place in all its municipalities.</param>
/// <param name="Ties">Ties, in the order of the matrix.</param>
/// <param name="HandOvers">Borders between age bands, the youngest first.</param>
/// <param name="Themes">What all interviews of the area spoke of.</param>
public sealed record CollaborationView(
    CollaborationChoice Choice, AreaNetwork Network, IReadOnlyList<TieActor> Actors, IReadOnlyList<TieActor> Circle, IReadOnlyList<Tie> Ties, IReadOnlyList<HandOver> HandOvers,
    IReadOnlyList<InterviewTheme> Themes)
{
    /// <summary>Reads the release.</summary>
    public static CollaborationView Of(LoadedRelease release, CollaborationChoice choice)
    {
        var part = release.Collaboration;
        var network = part.Networks.Single(x => x.Area == choice.Area);
        TieActor[] actors = [.. network.Actors.Select(x => Of(release.Codebook.FindActor(x.Actor)!, x)).OrderBy(x => x.Community).ThenByDescending(x => x.Degree)];
        var place = actors.Select((x, i) => (x.Actor, i)).ToDictionary(x => x.Actor, x => x.i, StringComparer.Ordinal);
        var whole = choice.Area == AreaCode.Nation ? network : part.Networks.Single(x => x.Area == choice.County.Code);
        return new CollaborationView(
            choice, network, actors,
            [.. whole.Actors.OrderBy(x => x.Community).Select(x => actors[place[x.Actor]])],
            [.. part.Ties.Where(x => x.Area == choice.Area).OrderBy(x => place[x.From]).ThenBy(x => place[x.To])],
            [.. part.HandOvers.Where(x => x.Area == choice.Area)],
            [.. part.Themes.Where(x => x.Area == choice.Area && x.Actor is null)]);
    }

    /// <summary>Name of an actor type that has ties.</summary>
    public string Name(string actor) => Actors.First(x => x.Actor == actor).Name;

    /// <summary>Whether a tie is one-sided, whichever side says so.</summary>
    public bool IsOneSided(Tie tie) => Network.OneSided.Any(x => (x.From == tie.From && x.To == tie.To) || (x.From == tie.To && x.To == tie.From));

    /// <summary>Whether a regular tie rests on no written agreement.</summary>
    public bool LacksAgreement(Tie tie) => Network.WithoutAgreement.Any(x => x.From == tie.From && x.To == tie.To);

    /// <summary>Ids of the actor types that hold an age band; empty where nothing is known of its borders.</summary>
    public IReadOnlyList<string> Holding(string band) => (HandOvers.FirstOrDefault(x => x.Younger == band), HandOvers.FirstOrDefault(x => x.Older == band)) switch
    {
        ({ } border, _) => InOrder([.. border.Leaving, .. border.Both]),
        (_, { } border) => InOrder([.. border.Receiving, .. border.Both]),
        _ => [],
    };

    IReadOnlyList<string> InOrder(string[] actors) => [.. Network.Actors.Select(x => x.Actor).Where(actors.Contains), .. actors.Except(Network.Actors.Select(x => x.Actor))];

    static TieActor Of(Actor actor, NetworkActor place)
    {
        var name = Words.Of(actor);
        // What people say is the abbreviation, where the name brings one along.
        var brief = name.LastIndexOf('(') is var start and > 0 && name.EndsWith(')') ? name[(start + 1)..^1] : name;
        return new TieActor(actor.Id, name, brief, place.Community, place.InDegree + place.OutDegree);
    }
}
