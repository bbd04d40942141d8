using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Decides which actor types of a county may be shown beside its municipalities: two divisions of the same interviews.</summary>
sealed class ActorDetail
{
    readonly HashSet<int> withheld = [];

    /// <summary>Weighs the interviews of one county, whose total is shown.</summary>
    /// <param name="rows">Its coded interviews.</param>
    /// <param name="withheldMunicipalities">Codes of its municipalities that are withheld.</param>
    /// <param name="codebook">The catalogue that the rows point into.</param>
    public ActorDetail(IEnumerable<InterviewRow> rows, IEnumerable<string> withheldMunicipalities, Codebook codebook)
    {
        (int Municipality, string Interview, int Actor)[] held = [.. rows.Select(x => (x.Municipality, x.Interview, x.Actor)).Distinct()];
        var counts = held.CountBy(x => x.Actor).OrderBy(x => x.Value).ThenBy(x => x.Key).ToArray();
        withheld.UnionWith(counts.Where(x => Withholding.IsFew(x.Value)).Select(x => x.Key));
        if (Withholding.IsFew(held.Count(x => withheld.Contains(x.Actor))))
        {
            withheld.UnionWith(counts.Where(x => !withheld.Contains(x.Key)).Take(1).Select(x => x.Key));
        }

        var hidden = withheldMunicipalities.ToHashSet(StringComparer.Ordinal);
        var cells = held
            .CountBy(x => (hidden.Contains(codebook.Municipalities[x.Municipality].Code) ? -1 : x.Municipality, withheld.Contains(x.Actor) ? -1 : x.Actor))
            .Select(x => (Row: x.Key.Item1, Column: x.Key.Item2, x.Value)).ToArray();

        // An interview with several actor types would count several times in the division by actor type.
        if (held.Length > held.DistinctBy(x => (x.Municipality, x.Interview)).Count() || TwoDivisions.TellFew(cells))
        {
            withheld.UnionWith(counts.Select(x => x.Key));
        }
    }

    /// <summary>Whether an actor type is withheld.</summary>
    public bool IsWithheld(int actor) => withheld.Contains(actor);
}
