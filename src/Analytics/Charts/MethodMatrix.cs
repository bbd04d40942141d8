namespace Analytics.Charts;

/// <summary>Who uses which method, in the order in which groups are seen: what the matrix picture and its table show.</summary>
/// <param name="Columns">The methods, from left to right.</param>
/// <param name="Groups">The groups, from the top; one without a number where there are none.</param>
public sealed record MethodMatrix(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixGroup> Groups)
{
    /// <summary>The same with one row per group: the share of its rows that use each method.</summary>
    /// <param name="most">Most columns: those that mark a group first, then those most used.</param>
    /// <param name="groups">Most rows: those of the largest groups.</param>
    /// <param name="all">Name of the row where there are no groups.</param>
    internal MethodMatrix ByGroup(int most, int groups, string all)
    {
        double Share(MatrixGroup group, int column) => group.Rows.Count(x => x.Use[column] > 0) / (double)Math.Max(1, group.Rows.Count);
        int[] kept = [.. Enumerable.Range(0, Columns.Count).OrderByDescending(i => Groups.Any(x => x.Marks.Contains(i))).ThenByDescending(i => Groups.Sum(x => Share(x, i))).Take(most).Order()];
        var largest = Groups.OrderByDescending(x => x.Rows.Count).Take(groups).ToHashSet();
        return new MethodMatrix(
            [.. kept.Select(i => Columns[i])],
            [.. Groups.Where(largest.Contains).Select(group => new MatrixGroup(
                "", [.. Enumerable.Range(0, kept.Length).Where(i => group.Marks.Contains(kept[i]))],
                [new MatrixRow(group.Heading.Length > 0 ? group.Heading : all, [.. kept.Select(i => Share(group, i))])]))]);
    }
}

/// <summary>A method as a column.</summary>
/// <param name="Method">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">0 not assessed, 1 very low, 2 limited, 3 moderate, 4 strong.</param>
/// <param name="AgeFrom">Youngest age it is meant for, in years.</param>
/// <param name="AgeTo">Oldest age it is meant for, in years; may exceed 18.</param>
public sealed record MatrixColumn(string Method, string Name, int Evidence, int AgeFrom, int AgeTo);

/// <summary>Rows that belong together.</summary>
/// <param name="Heading">What stands above them; empty where there is only one group.</param>
/// <param name="Marks">Indices of the columns that mark the group.</param>
/// <param name="Rows">The rows, from the top.</param>
public sealed record MatrixGroup(string Heading, IReadOnlyList<int> Marks, IReadOnlyList<MatrixRow> Rows);

/// <summary>An organisation or a municipality as a row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Use">Per column how much the method is used: 0 not, 1 always or by all.</param>
public sealed record MatrixRow(string Name, IReadOnlyList<double> Use)
{
    /// <summary>The row in words; its name where nothing more is said.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Code of the municipality that a link from the row leads to; empty for none.</summary>
    public string Area { get; init; } = "";
}
