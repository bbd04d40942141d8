namespace Analytics.Practice;

/// <summary>The table of a study: units in ordinal order, features that tell units apart.</summary>
sealed class StudyRows
{
    StudyRows(string[] units, string[] features, string[] dropped, double[][] values)
    {
        (Units, Features, Dropped, Values) = (units, features, dropped, values);
        IsBinary = Array.TrueForAll(values, row => Array.TrueForAll(row, value => value is 0 or 1));
    }

    public string[] Units { get; }

    public string[] Features { get; }

    public string[] Dropped { get; }

    /// <summary>One row for each unit.</summary>
    public double[][] Values { get; }

    /// <summary>Whether all values are 0 or 1.</summary>
    public bool IsBinary { get; }

    /// <exception cref="ArgumentException">Names repeat, or rows do not fit the names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static StudyRows Of(FeatureTable table)
    {
        Check(table);
        var order = Enumerable.Range(0, table.Units.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(table.Units[a], table.Units[b]));
        var kept = Enumerable.Range(0, table.Features.Count).Where(feature => TellsApart([.. table.Values.Select(row => row[feature])])).ToArray();
        return new StudyRows(
            [.. order.Select(unit => table.Units[unit])],
            [.. kept.Select(feature => table.Features[feature])],
            [.. table.Features.Where((_, feature) => Array.BinarySearch(kept, feature) < 0)],
            [.. order.Select(unit => kept.Select(feature => table.Values[unit][feature]).ToArray())]);
    }

    // A feature that one unit alone has makes that unit a group of its own, and says nothing of the others.
    static bool TellsApart(double[] values)
    {
        var isScale = Array.Exists(values, value => value < 0);
        return values.Distinct().Take(2).Count() == 2 && (isScale || values.Count(value => value != 0) >= 2);
    }

    static void Check(FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Units.Distinct(StringComparer.Ordinal).Count() != table.Units.Count || table.Features.Distinct(StringComparer.Ordinal).Count() != table.Features.Count)
        {
            throw new ArgumentException("Expected each unit and each feature once.", nameof(table));
        }

        if (table.Values.Count != table.Units.Count || table.Values.Any(row => row.Length != table.Features.Count))
        {
            throw new ArgumentException($"Expected a row of {table.Features.Count} values for each of {table.Units.Count} units.", nameof(table));
        }

        if (table.Values.Any(row => row.Any(value => !double.IsFinite(value))))
        {
            throw new ArgumentOutOfRangeException(nameof(table), "Expected finite values.");
        }
    }
}
