using Analytics.Catalogue;
using Analytics.Practice;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>Who works alike: the columns of <c>method_clusters.csv</c> and the files that say how far it may be trusted.</summary>
static class MethodClusterTables
{
    sealed record UnitRow(ClusterStudy Study, ClusterPartition Partition, int Unit);

    sealed record QualityRow(ClusterStudy Study, ClusterPartition Partition);

    sealed record MarkRow(ClusterStudy Study, ClusterPartition Partition, ClusterMark Mark);

    const string LevelText = "Who is grouped, and by methods or by the properties of methods.", ClustersText = "Number of groups.";

    static readonly string[] Levels = [ClusterLevel.Organisation, ClusterLevel.Municipality, ClusterLevel.OrganisationProperties, ClusterLevel.MunicipalityProperties];

    static readonly Filter Level = Filter.Of("level", LevelText, Levels);

    static readonly Filter Clusters = new("k", ClustersText, "2", x => x.Practice.Clusters.SelectMany(y => y.Partitions).Select(y => y.Clusters).Distinct().Order().Select(Filters.Text)) { Pattern = "^[1-9][0-9]*$" };

    static readonly Columns<UnitRow> UnitColumns = new Columns<UnitRow>()
        .Text("level", LevelText, x => x.Study.Level, allowed: Levels)
        .Text("unit", "Name of the organisation, or code of the municipality.", x => x.Study.Units[x.Unit])
        .Whole("k", ClustersText, x => x.Partition.Clusters)
        .Whole("cluster", "Number of its group, from 1.", x => x.Partition.Labels[x.Unit])
        .Number("silhouette", "How well it lies in its group, −1 to 1.", x => x.Partition.Silhouettes[x.Unit]);

    static readonly Columns<QualityRow> QualityColumns = new Columns<QualityRow>()
        .Text("level", LevelText, x => x.Study.Level, allowed: Levels)
        .Whole("k", ClustersText, x => x.Partition.Clusters)
        .Number("inertia", "Sum of squared distances to the group means.", x => x.Partition.Inertia)
        .Number("silhouette", "Mean silhouette width, −1 to 1.", x => x.Partition.Silhouette)
        .Number("calinski_harabasz", "Caliński–Harabasz index, higher is better; null where it is infinite.", x => x.Partition.CalinskiHarabasz, nullable: true)
        .Number("davies_bouldin", "Davies–Bouldin index, lower is better; null where it is infinite.", x => x.Partition.DaviesBouldin, nullable: true)
        .Number("gap", "Gap statistic, in natural logarithms; null where it is infinite.", x => x.Partition.Gap, nullable: true)
        .Number("stability_min", "How surely the least stable group is found again, 0 to 1.", x => x.Partition.Groups.Min(y => y.Jaccard), nullable: true)
        .Flag("chosen", "Whether this number of groups is proposed; never where the verdict is not to group.", x => x.Study.Verdict != ClusterVerdict.None && x.Partition.Clusters == x.Study.Chosen);

    static readonly Columns<ClusterStudy> VerdictColumns = new Columns<ClusterStudy>()
        .Text("level", LevelText, x => x.Level, allowed: Levels)
        .Text("verdict", "stable: groups that are found again; weak: groups for a description only; none: do not group.", x => Code.Of(x.Verdict), allowed: Code.All<ClusterVerdict>())
        .Number("p", "How often tables without groups are as structured; null where nothing was fitted.", x => x.PermutationP, nullable: true)
        .Whole("units", "Number of units.", x => x.Units.Count)
        .Whole("sampled", "Units that structure and stability were worked out on.", x => x.SampledRows)
        .Texts("dropped", "Features that tell no groups apart and were left out.", x => x.Dropped);

    static readonly Columns<MarkRow> MarkColumns = new Columns<MarkRow>()
        .Text("level", LevelText, x => x.Study.Level, allowed: Levels)
        .Whole("k", ClustersText, x => x.Partition.Clusters)
        .Whole("cluster", "Number of the group, from 1.", x => x.Mark.Cluster)
        .Text("feature", "The method or property.", x => x.Mark.Feature)
        .Number("share", "Share of the group's units that have it, a fraction; the mean of other values.", x => x.Mark.Share)
        .Number("share_elsewhere", "The same of all other units.", x => x.Mark.ShareElsewhere)
        .Number("lift", "share over share_elsewhere; null where that is 0.", x => x.Mark.Lift, nullable: true)
        .Number("p", "Two-sided p-value. It describes and does not prove: the groups were made from the same values.", x => x.Mark.P)
        .Number("q", "The p-value adjusted over all groups and features of the division.", x => x.Mark.Q);

    public static ApiTable Units { get; } = new ApiTable<UnitRow>(
        "method-clusters", "MethodCluster", "Methods", "Who works alike: the group of each unit, for each number of groups",
        "The rows of the exported method_clusters.csv. Read method-cluster-verdicts first: where its verdict is none, these groups are noise.",
        [Level, Clusters], UnitColumns, (release, query) => Find(release, query, UnitColumns, PartitionsOf(release).SelectMany(x => Enumerable.Range(0, x.Study.Units.Count).Select(unit => new UnitRow(x.Study, x.Partition, unit)))),
        new UnitRow(ExampleStudy, ExamplePartition, 0));

    public static ApiTable Qualities { get; } = new ApiTable<QualityRow>(
        "method-cluster-quality", "MethodClusterQuality", "Methods", "How good and stable each division into groups is", "The rows of the exported method_cluster_quality.csv.",
        [Level, Clusters], QualityColumns, (release, query) => Find(release, query, QualityColumns, PartitionsOf(release)), new QualityRow(ExampleStudy, ExamplePartition));

    public static ApiTable VerdictRows { get; } = new ApiTable<ClusterStudy>(
        "method-cluster-verdicts", "MethodClusterVerdict", "Methods", "Whether to speak of groups at all", "The rows of the exported method_cluster_verdicts.csv.",
        [Level], VerdictColumns, (release, query) => Rows.Of(release.Practice.Clusters, VerdictColumns.Condition(query)), ExampleStudy);

    public static ApiTable Marks { get; } = new ApiTable<MarkRow>(
        "method-cluster-marks", "MethodClusterMark", "Methods", "What marks each group", "The rows of the exported method_cluster_marks.csv.",
        [Level, Clusters], MarkColumns, (release, query) => Find(release, query, MarkColumns, PartitionsOf(release).SelectMany(x => x.Partition.Marks.Select(mark => new MarkRow(x.Study, x.Partition, mark)))),
        new MarkRow(ExampleStudy, ExamplePartition, new ClusterMark(1, "sdq", 0.9, 0.3, 3, 0.004, 0.03)));

    static ClusterPartition ExamplePartition => new(2, [1], [0.41], 25.5, 0.38, null, 12.25, 1.1, 0.32, 0.04, [new ClusterStability(1, 1, 0.41, 0.82, 0.6, 0.75)], [], []);

    static ClusterStudy ExampleStudy => new(ClusterLevel.Municipality, ["0680"], ["sdq"], ["mst"], ClusterVerdict.Weak, 2, 0.004, [], [], [], 13, 13);

    static IEnumerable<QualityRow> PartitionsOf(LoadedRelease release) => release.Practice.Clusters.SelectMany(study => study.Partitions.Select(partition => new QualityRow(study, partition)));

    static Rows<T> Find<T>(LoadedRelease release, ApiQuery query, Columns<T> columns, IEnumerable<T> rows) => Rows.Of([.. rows], columns.Condition(query));
}
