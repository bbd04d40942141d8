using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Turns answers, interviews and use of methods into what a release says of collaboration.</summary>
static class CollaborationAnalysis
{
    /// <summary>Works out the part; the same for any order of the rows.</summary>
    /// <param name="input">The whole input, checked.</param>
    /// <param name="codebook">The catalogue that the rows point into.</param>
    public static CollaborationPart Of(InputContent input, Codebook codebook)
    {
        var municipalities = input.Collaboration.Select(x => x.Municipality).Concat(input.Interviews.Select(x => x.Municipality)).Concat(input.MethodUse.Select(x => x.Municipality));
        var areas = new AreaTree(municipalities.Distinct().Select(x => codebook.Municipalities[x].Code));
        var ties = Ties.Of(input.Collaboration, areas, codebook);
        return new CollaborationPart(ties, AreaNetworks.Of(ties), HandOvers.Of(input, ties, areas, codebook), InterviewThemes.Of(input.Interviews, areas, codebook));
    }
}
