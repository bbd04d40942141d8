using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Practice;

/// <summary>From answers about methods and follow-up to what a release says about them.</summary>
static class PracticeAnalysis
{
    /// <summary>Analyses an input; the order of its rows makes no difference.</summary>
    /// <param name="input">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="threshold">Fewest organisations whose answers about follow-up are shown.</param>
    /// <param name="smallestBase">Fewest organisations that may all answer the same and be shown.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static PracticePart Of(InputContent input, Codebook codebook, int threshold, int smallestBase, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (uses, remarks) = MethodAnswers.Of(input.MethodUse, codebook);
        var (shares, intervals) = FollowUpAnswers.Of(input.FollowUp, codebook, threshold, smallestBase, cancellation);
        if (uses.Count == 0)
        {
            return PracticePart.Empty with { Remarks = remarks, FollowUp = shares, Intervals = intervals };
        }

        var areas = AreaHierarchy.Of(codebook, uses.Select(x => x.Municipality), codebook.AgeBands).Areas;
        var (byMethod, byProperty) = (MethodFeatures.OrganisationsByMethod(uses, codebook), MethodFeatures.OrganisationsByProperty(uses, codebook));
        (string Level, FeatureTable Table)[] studies =
        [
            (ClusterLevel.Organisation, byMethod), (ClusterLevel.Municipality, MethodFeatures.ByMunicipality(byMethod, uses)),
            (ClusterLevel.OrganisationProperties, byProperty), (ClusterLevel.MunicipalityProperties, MethodFeatures.ByMunicipality(byProperty, uses)),
        ];
        var clusters = studies.Select((study, i) =>
        {
            progress?.Report((double)i / studies.Length);
            return ClusterAnalysis.Of(study.Level, study.Table, null, null, cancellation);
        }).ToArray();
        return new PracticePart(uses, remarks, DomainCoverage.Of(uses, codebook, areas), clusters, shares, intervals);
    }
}
