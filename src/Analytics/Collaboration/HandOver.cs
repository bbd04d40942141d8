using Analytics.Catalogue;

namespace Analytics.Collaboration;

/// <summary>What happens to children at the border between two neighbouring age bands, in an area.</summary>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="Younger">Id of the younger band.</param>
/// <param name="Older">Id of the older band.</param>
/// <param name="Leaving">Ids of the actor types that hold the younger band and not the older, in catalogue order.</param>
/// <param name="Receiving">Ids of the actor types that hold the older band and not the younger.</param>
/// <param name="Both">Ids of the actor types that hold both.</param>
/// <param name="Status">Whether the border is bridged, and by what.</param>
/// <param name="Methods">Methods in use for children on both sides, by actor and method in catalogue order.</param>
/// <param name="Meetings">Every pair of a leaving and a receiving actor type, and how often they meet.</param>
public sealed record HandOver(
    string Area, string Younger, string Older, IReadOnlyList<string> Leaving, IReadOnlyList<string> Receiving, IReadOnlyList<string> Both, HandOverStatus Status,
    IReadOnlyList<BridgingMethod> Methods, IReadOnlyList<Meeting> Meetings);

/// <summary>Whether a border between age bands is bridged.</summary>
public enum HandOverStatus
{
    /// <summary>A method is in use whose ages cover both sides.</summary>
    Method,
    /// <summary>No such method, but a leaving and a receiving actor meet at least yearly, by the word of both.</summary>
    Meeting,
    /// <summary>Nobody leaves, or nobody else receives, and some actor holds both sides: continuity, not a hand-over.</summary>
    Continuity,
    /// <summary>Actors leave, and neither a method nor a meeting leads to one that takes over.</summary>
    Gap,
    /// <summary>No method is known, and ties that would tell are withheld or not answered.</summary>
    Unknown,
    /// <summary>No actor holds the younger band, so that nothing is handed over.</summary>
    NoneNeeded,
}

/// <summary>A method in use for children on both sides of a border.</summary>
/// <param name="Actor">Id of the actor type that uses it.</param>
/// <param name="Method">Id of the method.</param>
public sealed record BridgingMethod(string Actor, string Method);

/// <summary>How often a leaving and a receiving actor type meet.</summary>
/// <param name="Leaving">Id of the actor type that holds the younger band.</param>
/// <param name="Receiving">Id of the actor type that holds the older band.</param>
/// <param name="There">Mean frequency that the leaving one states, 0 to 4; null with a status.</param>
/// <param name="ThereStatus">Why there is none.</param>
/// <param name="Back">Mean frequency that the receiving one states; null with a status.</param>
/// <param name="BackStatus">Why there is none.</param>
public sealed record Meeting(string Leaving, string Receiving, double? There, Reason? ThereStatus, double? Back, Reason? BackStatus);
