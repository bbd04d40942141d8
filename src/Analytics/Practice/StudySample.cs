namespace Analytics.Practice;

/// <summary>The units that the costly comparisons of a study are worked out on: all, or a seeded sample.</summary>
sealed class StudySample
{
    /// <summary>Most units.</summary>
    public const int Most = 400;

    public StudySample(StudyRows rows, StudyRandom random, ClusterOptions options)
    {
        Units = random.Sample(StudyPurpose.Sampling, rows.Units.Length, Most);
        Rows = [.. Units.Select(unit => rows.Values[unit])];
        IsBinary = rows.IsBinary;
        var large = rows.Units.Length > 200;
        Starts = large ? 2 : 3;
        Permutations = large ? options.Permutations / 2 : options.Permutations;
    }

    /// <summary>Indices of the units, ascending.</summary>
    public int[] Units { get; }

    /// <summary>Their rows.</summary>
    public double[][] Rows { get; }

    /// <summary>Whether all values are 0 or 1.</summary>
    public bool IsBinary { get; }

    /// <summary>Starts of each search: the same for the observed table and those without structure.</summary>
    public int Starts { get; }

    /// <summary>Number of permuted tables.</summary>
    public int Permutations { get; }
}
