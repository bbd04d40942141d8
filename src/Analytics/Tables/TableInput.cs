using Analytics.Csv;

namespace Analytics.Tables;

/// <summary>A table with everything known about it, ready to be protected.</summary>
/// <param name="Spec">What its columns mean.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Tables">The independent tables in the order of their codes.</param>
sealed record TableInput(TableSpec Spec, TableRows Rows, IReadOnlyList<PreparedTable> Tables)
{
    /// <summary>Codes that no hierarchy names: <c>age 6-9</c>.</summary>
    public IReadOnlyList<string> HangingCodes =>
    [
        .. Spec.Additive.Where(x => Spec.Dimensions[x].IsGrouped)
            .SelectMany(x => Rows.Codes[x].Except(Spec.Dimensions[x].NamedCodes, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => $"{Spec.Dimensions[x].Name} {Fault.Quoted(code)[1..^1]}")),
    ];

    /// <summary>Reads specification, table and earlier outputs; null after any fault.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TableInput? Read(TableProtectionOptions options, FaultList faults, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (TableSpecFile.Read(options.Spec, faults) is not { } spec)
        {
            return null;
        }

        var before = faults.Count;
        var rows = TableFile.Read(options.Table, spec, faults, cancellation);
        progress?.Report(0.5);
        if (faults.Count > before || CountedTables.Of(spec, Path.GetFileName(options.Spec), rows, faults) is not { } counted)
        {
            return null;
        }

        var earlier = options.Released.Count == 0 ? null : EarlierOutputs.Read(options.Released, spec, counted, options.Mode == TableProtectionMode.Rounding, faults, cancellation);
        if (faults.Count > before)
        {
            return null;
        }

        var prepared = Prepare(counted, earlier, options, spec, faults, cancellation);
        progress?.Report(1);
        return faults.Count > before ? null : new TableInput(spec, rows, prepared);
    }

    static PreparedTable[] Prepare(IReadOnlyList<CountedTable> counted, IReadOnlyList<EarlierCells>? earlier, TableProtectionOptions options, TableSpec spec, FaultList faults, CancellationToken cancellation)
    {
        var isRounded = options.Mode == TableProtectionMode.Rounding;
        var prepared = new PreparedTable?[counted.Count];
        var contradictions = new Disclosure.Relation?[counted.Count];
        Parallel.For(0, counted.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            prepared[i] = PreparedTable.Of(counted[i], isRounded ? null : earlier?[i], isRounded ? earlier?[i] : null, options.Threshold, out contradictions[i]));
        foreach (var i in Enumerable.Range(0, counted.Count).Where(i => prepared[i] is null))
        {
            new Additivity(counted[i], spec, faults).RefuseContradiction(contradictions[i]);
        }

        return [.. prepared.OfType<PreparedTable>()];
    }
}
