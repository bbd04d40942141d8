namespace Analytics.Tables;

/// <summary>A column of codes by which a table is divided.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Total">Code of the total; null where there is none, so that each code has a table of its own.</param>
/// <param name="Groupings">Alternative groupings of the same codes, each from a code to the code it is part of; empty where the total is the sum of all other codes.</param>
sealed record Dimension(string Name, string? Total, IReadOnlyList<IReadOnlyDictionary<string, string>> Groupings)
{
    /// <summary>Codes that the groupings name, in ordinal order, the total among them.</summary>
    public IReadOnlyList<string> NamedCodes { get; } =
        [.. Groupings.SelectMany(x => x.Keys.Concat(x.Values)).Concat(Total is null ? [] : [Total]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the groupings say which codes there are.</summary>
    public bool IsGrouped => Groupings.Count > 0;

    /// <summary>Whether a grouping names the total.</summary>
    public bool GroupingsNameTotal => Groupings.Any(x => x.Values.Contains(Total));
}
