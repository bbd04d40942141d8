namespace Analytics.Collaboration;

/// <summary>The network of actor types in an area, worked out from its shown ties alone.</summary>
/// <param name="Area">Municipality code, county code or <c>00</c>.</param>
/// <param name="ShownTies">Ties with figures: the base of <paramref name="Density"/>.</param>
/// <param name="Gaps">Ties without, withheld or not answered.</param>
/// <param name="Density">Edges as a share of the shown ties; null where none is shown.</param>
/// <param name="Reciprocity">Edges that go both ways as a share of the edges whose other direction is shown; null where there is none.</param>
/// <param name="Modularity">Of the best division into communities, −½ to 1; null without contact or with more actors than can be divided exactly.</param>
/// <param name="Actors">All actor types, in catalogue order.</param>
/// <param name="OneSided">Pairs where one is in regular contact by its own word and the other has practically none, strongest first.</param>
/// <param name="WithoutAgreement">Edges where less than half have a written agreement, strongest first.</param>
public sealed record AreaNetwork(
    string Area, int ShownTies, int Gaps, double? Density, double? Reciprocity, double? Modularity, IReadOnlyList<NetworkActor> Actors,
    IReadOnlyList<OneSidedTie> OneSided, IReadOnlyList<EdgeWithoutAgreement> WithoutAgreement);

/// <summary>The place of an actor type in the network.</summary>
/// <param name="Actor">Id of the actor type.</param>
/// <param name="InDegree">Sum of the mean frequencies that others state about it.</param>
/// <param name="OutDegree">Sum of the mean frequencies that it states about others.</param>
/// <param name="Betweenness">Shortest ways between two others that pass it, distance 1/frequency; a count, shared where there are several.</param>
/// <param name="Eigenvector">Eigenvector centrality, 0 to 1 with 1 for the most central; null where it is not determined.</param>
/// <param name="Community">Number of its community, from 1 in catalogue order; null with more actors than can be divided exactly.</param>
public sealed record NetworkActor(string Actor, double InDegree, double OutDegree, double Betweenness, double? Eigenvector, int? Community);

/// <summary>A tie that one side sees and the other does not.</summary>
/// <param name="From">Id of the actor type that is in regular contact by its own word.</param>
/// <param name="To">Id of the actor type that has practically none.</param>
/// <param name="Frequency">Mean frequency that <paramref name="From"/> states.</param>
/// <param name="Back">Mean frequency that <paramref name="To"/> states.</param>
public sealed record OneSidedTie(string From, string To, double Frequency, double Back);

/// <summary>A regular contact that rests on no written agreement.</summary>
/// <param name="From">Id of the actor type that answers.</param>
/// <param name="To">Id of the actor type that the answers are about.</param>
/// <param name="Frequency">Mean frequency.</param>
/// <param name="Agreement">Share with a written agreement.</param>
public sealed record EdgeWithoutAgreement(string From, string To, double Frequency, double Agreement);
