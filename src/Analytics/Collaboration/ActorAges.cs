using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>The actor types of an area, and the age bands that each holds there.</summary>
/// <remarks>
/// An actor type holds the bands for which it uses a method in the area, and those of which the catalogue says that it meets every age: that it uses no method for small children does not
/// mean that it never sees them. Where the catalogue's ages cover only part of a band, the methods decide; where it uses none, the catalogue does.
/// </remarks>
sealed class ActorAges
{
    readonly Codebook codebook;
    readonly int[] actors;
    readonly ILookup<int, (int From, int To)> used;

    /// <summary>Gathers what is known of an area.</summary>
    /// <param name="actors">Places in the catalogue of the actor types that occur there, in any order, repeated at will.</param>
    /// <param name="used">Use of methods there, of an extent of at least 1.</param>
    /// <param name="codebook">The catalogue.</param>
    public ActorAges(IEnumerable<int> actors, IEnumerable<MethodUseRow> used, Codebook codebook)
    {
        this.codebook = codebook;
        this.actors = [.. actors.Distinct().Order()];
        this.used = used.ToLookup(x => x.Actor, x => (x.AgeFrom, x.AgeTo));
    }

    /// <summary>Ids of the actor types that hold one band, and the other or not; in catalogue order.</summary>
    public IEnumerable<string> Holding(AgeBand band, AgeBand other, bool both) => actors.Where(x => Holds(x, band) && Holds(x, other) == both).Select(x => codebook.Actors[x].Id);

    bool Holds(int actor, AgeBand band)
    {
        var (from, to) = (codebook.Actors[actor].AgeFrom, codebook.Actors[actor].AgeTo);
        return used[actor].Any(x => band.Overlaps(x.From, x.To)) || (from <= band.From && band.To <= to) || (!used.Contains(actor) && band.Overlaps(from, to));
    }
}
