using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Practice;
using Analytics.Statistics;

namespace Analytics.Tests.Releases;

/// <summary>A little of everything that a release says about methods, follow-up and collaboration.</summary>
static class MadeUpAnswers
{
    public static PracticePart Practice { get; } = new(
        [new("Elevhälsan, \"norr\"", "0604", "pupil_health", "sdq", Purpose.Identify, 6, 12, 3, true, null), new("Skolan", "0604", "school", "bbic", Purpose.FollowUp, 6, 18, 0, null, false)],
        [new(UseRemarkKind.NeverButFollowedUp, "Skolan", "0604", "bbic", Purpose.FollowUp, 1)],
        [new("0604", "6-9", Domain.School, 2, 1, 1, 1, 1, 1, 1, 0, 0)],
        [
            new(ClusterLevel.Organisation, ["Elevhälsan, \"norr\"", "Skolan"], ["sdq", "bbic"], [], ClusterVerdict.Weak, 2, 0.25,
                [new(2, [1, 2], [0.5, 0], 0.125, 0.25, null, 10.5, 0.75, -0.5, 0.1, [new(1, 1, 0.5, 1, 0.5, 0.75), new(2, 1, 0, 0.625, 0.5, 0.75)], [new(1, "sdq", 1, 0, null, 0.05, 0.1)], [1])], [1, 0], [0, 1], 2, 2),
        ],
        [
            new("06", null, FollowUpQuestion.JointPlan, 6, 8, 0.75, new Interval(0.25, 0.875), null),
            new("0604", "school", FollowUpQuestion.Routine, null, null, null, null, Reason.Suppressed),
        ],
        [new("06", null, 4.5, 8, null), new("0604", "school", null, null, Reason.Suppressed)]);

    public static CollaborationPart Collaboration { get; } = new(
        [new("06", "school", "police", 6, 2.5, 0.5, null, null), new("0604", "school", "police", null, null, null, null, Reason.Suppressed)],
        [new("06", 1, 1, 1, 0.5, null, [new("school", 0, 2.5, 0, 1, 1)], [new("school", "police", 2.5, 0)], [new("school", "police", 2.5, 0.25)])],
        [new("06", "0-5", "6-9", ["child_health_centre"], ["school"], [], HandOverStatus.Gap, [], [new("child_health_centre", "school", 0, null, null, Reason.Suppressed)])],
        [new("06", null, "samverkan", "sekretess", 4, 3, null)]);
}
