namespace Analytics.Practice;

/// <summary>What random numbers of a study are for.</summary>
enum StudyPurpose
{
    /// <summary>Units that stand for all.</summary>
    Sampling,

    /// <summary>Units that silhouettes are measured against.</summary>
    Silhouettes,

    /// <summary>The observed table, searched as the tables without structure are.</summary>
    Observed,

    /// <summary>Tables with permuted columns.</summary>
    Permutation,

    /// <summary>Tables of the gap statistic.</summary>
    Gap,

    /// <summary>Bootstrap samples of units.</summary>
    Bootstrap,

    /// <summary>Bootstrap samples of permuted tables.</summary>
    NullBootstrap,

    /// <summary>Units left out.</summary>
    LeftOut,
}
