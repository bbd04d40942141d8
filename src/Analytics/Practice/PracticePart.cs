namespace Analytics.Practice;

/// <summary>Who works how: the part of a release about methods and follow-up.</summary>
/// <param name="Uses">Answers about methods, by organisation.</param>
/// <param name="Remarks">Answers that could not be taken as they stand.</param>
/// <param name="Coverage">What is done per area, age band and domain.</param>
/// <param name="Clusters">Groups of organisations and of municipalities that work alike.</param>
/// <param name="FollowUp">How children at risk are followed up.</param>
/// <param name="Intervals">How often.</param>
public sealed record PracticePart(
    IReadOnlyList<MethodUse> Uses, IReadOnlyList<UseRemark> Remarks, IReadOnlyList<DomainCoverage> Coverage, IReadOnlyList<ClusterStudy> Clusters,
    IReadOnlyList<FollowUpShare> FollowUp, IReadOnlyList<FollowUpInterval> Intervals)
{
    /// <summary>Of a release that was asked nothing about methods and follow-up.</summary>
    public static PracticePart Empty { get; } = new([], [], [], [], [], []);
}
