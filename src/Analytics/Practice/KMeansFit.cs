namespace Analytics.Practice;

/// <summary>The best partition that k-means found.</summary>
/// <param name="Labels">The cluster of each row, from 0: the largest first, of equal ones the one with the earlier first member.</param>
/// <param name="Centres">The mean of the rows of each cluster.</param>
/// <param name="Inertia">Sum of squared distances to the centres, at least 0, in double precision.</param>
/// <param name="Restarts">Starts that were made.</param>
/// <param name="FoundAgain">How many of them, at least 1, ended in this inertia.</param>
public sealed record KMeansFit(IReadOnlyList<int> Labels, IReadOnlyList<double[]> Centres, double Inertia, int Restarts, int FoundAgain);
