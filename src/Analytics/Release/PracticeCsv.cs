using System.Globalization;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Practice;

namespace Analytics.Release;

/// <summary>What a release says about methods and follow-up as exported files; UTF-8 without byte order mark, line feeds, rows in the order of the release.</summary>
static class PracticeCsv
{
    /// <summary>The files: name, header and rows.</summary>
    public static IReadOnlyList<CsvTable> Files(PracticePart practice) =>
    [
        new("methods.csv", "organisation,municipality,actor,method,purpose,age_from,age_to,extent,trained,follow_up", practice.Uses.Select(Line)),
        new("method_remarks.csv", "kind,organisation,municipality,method,purpose,answers", practice.Remarks.Select(Line)),
        new("method_coverage.csv", "area,age_band,domain,organisations,using,methods,structured,evidence,trained,trained_answers,followed_up,follow_up_answers", practice.Coverage.Select(Line)),
        new("method_clusters.csv", "level,unit,k,cluster,silhouette", practice.Clusters.SelectMany(Units)),
        new("method_cluster_quality.csv", "level,k,inertia,silhouette,calinski_harabasz,davies_bouldin,gap,stability_min,chosen", practice.Clusters.SelectMany(Qualities)),
        new("method_cluster_verdicts.csv", "level,verdict,p,units,sampled,dropped", practice.Clusters.Select(Line)),
        new("method_cluster_marks.csv", "level,k,cluster,feature,share,share_elsewhere,lift,p,q", practice.Clusters.SelectMany(Marks)),
        new("follow_up.csv", "area,actor,question,yes,answers,share,lower,upper,status", practice.FollowUp.Select(Line)),
        new("follow_up_intervals.csv", "area,actor,median_months,answers,status", practice.Intervals.Select(Line)),
    ];

    static string Line(MethodUse x) =>
        Invariant($"{CsvField.Of(x.Organisation)},{x.Municipality},{x.Actor},{x.Method},{Code.Of(x.Purpose)},{x.AgeFrom},{x.AgeTo},{x.Extent},{Flag(x.Trained)},{Flag(x.FollowUp)}");

    static string Line(UseRemark x) => Invariant($"{Code.Of(x.Kind)},{CsvField.Of(x.Organisation)},{x.Municipality},{x.Method},{Code.Of(x.Purpose)},{x.Answers}");

    static string Line(DomainCoverage x) => Invariant(
        $"{x.Area},{x.AgeBand},{Code.Of(x.Domain)},{x.Organisations},{x.Using},{x.Methods},{x.Structured},{x.Evidence},{x.Trained},{x.TrainedAnswers},{x.FollowedUp},{x.FollowUpAnswers}");

    static string Line(ClusterStudy x) => Invariant($"{x.Level},{Code.Of(x.Verdict)},{x.PermutationP:R},{x.Units.Count},{x.SampledRows},{CsvField.Of(string.Join(' ', x.Dropped))}");

    static string Line(FollowUpShare x) =>
        Invariant($"{x.Area},{x.Actor},{Code.Of(x.Question)},{x.Yes},{x.Answers},{x.Share:R},{x.Interval?.Lower:R},{x.Interval?.Upper:R},{Status(x.Status)}");

    static string Line(FollowUpInterval x) => Invariant($"{x.Area},{x.Actor},{x.Median:R},{x.Answers},{Status(x.Status)}");

    static IEnumerable<string> Units(ClusterStudy study) =>
        from partition in study.Partitions
        from unit in Enumerable.Range(0, study.Units.Count)
        select Invariant($"{study.Level},{CsvField.Of(study.Units[unit])},{partition.Clusters},{partition.Labels[unit]},{partition.Silhouettes[unit]:R}");

    static IEnumerable<string> Qualities(ClusterStudy study) =>
        from x in study.Partitions
        select Invariant($"{study.Level},{x.Clusters},{x.Inertia:R},{x.Silhouette:R},{x.CalinskiHarabasz:R},{x.DaviesBouldin:R},{x.Gap:R},{x.Groups.Min(y => y.Jaccard):R},{(study.Verdict != ClusterVerdict.None && x.Clusters == study.Chosen ? 1 : 0)}");

    static IEnumerable<string> Marks(ClusterStudy study) =>
        from partition in study.Partitions
        from x in partition.Marks
        select Invariant($"{study.Level},{partition.Clusters},{x.Cluster},{CsvField.Of(x.Feature)},{x.Share:R},{x.ShareElsewhere:R},{x.Lift:R},{x.P:R},{x.Q:R}");

    static string Flag(bool? answer) => answer switch { true => "1", false => "0", null => "" };

    static string Status(Reason? status) => status is { } reason ? ReasonCode.Of(reason) : "";

    static string Invariant(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
