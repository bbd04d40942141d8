using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>What may be shown of one table, with the proof; or the cells that nothing makes safe.</summary>
sealed class ProtectedCells
{
    readonly IReadOnlyList<long?> shown;

    ProtectedCells(PreparedTable table, IReadOnlyList<long?> shown)
    {
        Table = table;
        this.shown = shown;
    }

    /// <summary>The table.</summary>
    public PreparedTable Table { get; }

    /// <summary>The proof; null where counts are rounded.</summary>
    public Certificate? Certificate { get; private init; }

    /// <summary>Cells that cannot be made safe; empty where all is well.</summary>
    public IReadOnlyList<int> Unsafe { get; private init; } = [];

    /// <summary>Cells that cannot have the width asked for, because of what is shown whatever follows; none is exact.</summary>
    public IReadOnlyList<int> Narrow { get; private init; } = [];

    /// <summary>Number of cells withheld to protect others.</summary>
    public int Secondary { get; private init; }

    /// <summary>What hiding them costs together.</summary>
    public long Cost { get; private init; }

    /// <summary>What it must at least cost.</summary>
    public double LowerBound { get; private init; }

    /// <summary>Withholds what it takes, proves the result and checks the proof.</summary>
    public static ProtectedCells Suppressed(PreparedTable table, TableProtectionOptions options, CancellationToken cancellation)
    {
        if (table.Conflicts.ToArray() is { Length: > 0 } conflicts)
        {
            return new ProtectedCells(table, []) { Unsafe = conflicts };
        }

        var weights = options.Weights switch
        {
            HidingCost.Cells => SuppressionWeights.Cells,
            HidingCost.Log => SuppressionWeights.Log,
            _ => SuppressionWeights.Counts,
        };
        var pattern = CellSuppression.Protect(table.Table, table.Primary, new SuppressionOptions(options.Threshold, options.Width, options.Insider, weights), cancellation);
        if (pattern.Unsafe.Count > 0)
        {
            return new ProtectedCells(table, []) { Unsafe = pattern.Unsafe };
        }

        var view = table.Seen(pattern.Withheld);
        var cells = Enumerable.Range(0, table.Source.System.Count);
        if (Certificate.Of(view, options.Width, cancellation) is not { } certificate)
        {
            return new ProtectedCells(table, []) { Unsafe = [.. Enumerable.Range(0, view.Count).Where(cell => table.Primary[cell])] };
        }

        return new ProtectedCells(table, [.. cells.Select(cell => view[cell])])
        {
            Certificate = certificate,
            Unsafe = [.. CertificateVerifier.Check(view, certificate, options.Width, options.Threshold, cell => table.Source.RowOf(cell) < 0).Where(x => x.Fault != CertificateFault.Narrow || !pattern.Narrow.Contains(x.Cell)).Select(x => table.Named(x.Cell)).Distinct()],
            Narrow = pattern.Narrow,
            Secondary = cells.Count(cell => table.Source.RowOf(cell) >= 0 && pattern.Withheld[cell] && table.Rules[cell] == TableRule.Nothing),
            Cost = pattern.Cost,
            LowerBound = pattern.LowerBound,
        };
    }

    /// <summary>Rounds, keeping what was published before where the counts can still be the same.</summary>
    public static ProtectedCells Rounded(PreparedTable table, TableProtectionOptions options)
    {
        try
        {
            return new(table, [.. CountRounding.Round(table.Table, options.Threshold, table.RoundedBefore(options.Threshold)).Select(x => (long?)x)]);
        }
        catch (ReleasedCountsException e)
        {
            return new(table, []) { Unsafe = e.Cells };
        }
    }

    /// <summary>Writes what is shown into a list of values per row.</summary>
    public void Show(long?[] values)
    {
        for (var cell = 0; cell < shown.Count; cell++)
        {
            if (Table.Source.RowOf(cell) is >= 0 and var row)
            {
                values[row] = shown[cell];
            }
        }
    }
}
