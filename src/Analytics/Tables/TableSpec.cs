namespace Analytics.Tables;

/// <summary>What the columns of a table mean: which add up, and how.</summary>
/// <param name="Dimensions">All dimensions in the order of the specification.</param>
sealed record TableSpec(IReadOnlyList<Dimension> Dimensions)
{
    /// <summary>Names of columns that say something else than a code.</summary>
    public static readonly string[] OtherColumns = ["value", "cost", "publish", "status"];

    /// <summary>Longest code and longest name of a column.</summary>
    public const int LongestCode = 200;

    /// <summary>Positions in <see cref="Dimensions"/> of those with a total.</summary>
    public IReadOnlyList<int> Additive { get; } = [.. Enumerable.Range(0, Dimensions.Count).Where(x => Dimensions[x].Total is not null)];

    /// <summary>Positions of those without a total: each combination of their codes is a table of its own.</summary>
    public IReadOnlyList<int> Separate { get; } = [.. Enumerable.Range(0, Dimensions.Count).Where(x => Dimensions[x].Total is null)];
}
