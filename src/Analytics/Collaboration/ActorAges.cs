using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>The actor types of an area, and the ages that each holds there.</summary>
/// <remarks>An actor type holds the ages of the methods it uses in the area; where it uses none, those that the catalogue says it meets.</remarks>
sealed class ActorAges
{
    readonly IReadOnlyDictionary<int, (int From, int To)[]> ages;

    /// <summary>Gathers what is known of an area.</summary>
    /// <param name="actors">Places in the catalogue of the actor types that occur there, in any order, repeated at will.</param>
    /// <param name="used">Use of methods there, of an extent of at least 1.</param>
    /// <param name="codebook">The catalogue.</param>
    public ActorAges(IEnumerable<int> actors, IReadOnlyList<MethodUseRow> used, Codebook codebook)
    {
        var byActor = used.ToLookup(x => x.Actor, x => (x.AgeFrom, x.AgeTo));
        ages = actors.Distinct().Order().ToDictionary(x => x, x => byActor.Contains(x) ? [.. byActor[x].Distinct()] : new[] { (codebook.Actors[x].AgeFrom, codebook.Actors[x].AgeTo) });
    }

    /// <summary>Places in the catalogue of the actor types that hold one band, and the other or not; in catalogue order.</summary>
    public IEnumerable<int> Holding(AgeBand band, AgeBand other, bool both) => ages.Keys.Order().Where(x => Holds(x, band) && Holds(x, other) == both);

    bool Holds(int actor, AgeBand band) => ages[actor].Any(x => band.Overlaps(x.From, x.To));
}
