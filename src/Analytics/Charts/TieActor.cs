namespace Analytics.Charts;

/// <summary>An actor type in a picture of ties.</summary>
/// <param name="Actor">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Short">Its name where room is scarce; may be the same.</param>
/// <param name="Community">Number of its community; null where there are none.</param>
/// <param name="Degree">Sum of the mean frequencies that it states and that others state about it.</param>
public sealed record TieActor(string Actor, string Name, string Short, int? Community, double Degree);
