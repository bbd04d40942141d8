using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tables;

/// <summary>What earlier outputs say of the cells of one table.</summary>
/// <param name="Values">Per cell, the values published for it, in the order of the files.</param>
/// <param name="Withheld">Per cell, whether one of them withholds it.</param>
/// <param name="Outputs">Per output that shows something of the table, in the order of the files: per cell the value, null where withheld or without a row.</param>
sealed record EarlierCells(IReadOnlyList<IReadOnlyList<long>> Values, IReadOnlyList<bool> Withheld, IReadOnlyList<IReadOnlyList<long?>> Outputs);

/// <summary>Reads earlier outputs of the same population.</summary>
static class EarlierOutputs
{
    /// <summary>What the files say of each table, in its order; null after any fault.</summary>
    /// <param name="paths">The files, with <c>value</c> and <c>status</c>.</param>
    /// <param name="spec">What their columns mean.</param>
    /// <param name="tables">The tables of today.</param>
    /// <param name="rounded">Whether values of today are rounded: earlier ones must then be, and otherwise not.</param>
    /// <param name="faults">Receives every fault, a cell twice or one that the hierarchies do not know among them. Codes along dimensions without a total that the table no longer has concern nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IReadOnlyList<EarlierCells>? Read(
        IReadOnlyList<string> paths, TableSpec spec, IReadOnlyList<CountedTable> tables, bool rounded, FaultList faults, CancellationToken cancellation)
    {
        var before = faults.Count;
        var tableOf = Enumerable.Range(0, tables.Count).ToDictionary(x => string.Join('\u001f', tables[x].Separate), StringComparer.Ordinal);
        var values = tables.Select(x => new List<long>?[x.System.Count]).ToArray();
        var withheld = tables.Select(x => new bool[x.System.Count]).ToArray();
        var outputs = tables.Select(_ => new List<long?[]>()).ToArray();
        foreach (var path in paths)
        {
            var rows = TableFile.ReadProtected(path, spec, faults, cancellation);
            if (rows.Count > 0 && rows.IsRounded != rounded)
            {
                faults.Add(new Fault(rows.File, 0, "status", rounded ? "an output of suppression" : "an output of rounding", "earlier outputs of the same kind of protection"));
                continue;
            }

            var seen = new Dictionary<(int, int), int>();
            var published = new long?[]?[tables.Count];
            for (var row = 0; row < rows.Count; row++)
            {
                if (!tableOf.TryGetValue(string.Join('\u001f', spec.Separate.Select(x => rows.Code(row, x))), out var table))
                {
                    continue;
                }

                var cell = CellOf(tables[table].System, spec, rows, row, faults);
                if (cell < 0)
                {
                    continue;
                }

                if (!seen.TryAdd((table, cell), row))
                {
                    faults.Add(new Fault(rows.File, rows.Lines[row], "", $"the same cell as line {Texts.Of(rows.Lines[seen[(table, cell)]])}", "one row for each cell"));
                }
                else if (rows.Values[row] is { } value)
                {
                    (values[table][cell] ??= []).Add(value);
                    (published[table] ??= new long?[tables[table].System.Count])[cell] = value;
                }
                else
                {
                    withheld[table][cell] = true;
                }
            }

            foreach (var table in Enumerable.Range(0, tables.Count).Where(table => published[table] is not null))
            {
                outputs[table].Add(published[table]!);
            }
        }

        return faults.Count > before ? null : [.. tables.Select((_, table) => new EarlierCells([.. values[table].Select(x => x ?? [])], withheld[table], outputs[table]))];
    }

    static int CellOf(TableSystem system, TableSpec spec, TableRows rows, int row, FaultList faults)
    {
        var codes = new int[spec.Additive.Count];
        for (var axis = 0; axis < codes.Length; axis++)
        {
            codes[axis] = system.Axes[axis].IndexOf(rows.Code(row, spec.Additive[axis]));
            if (codes[axis] < 0)
            {
                faults.Add(new Fault(rows.File, rows.Lines[row], spec.Dimensions[spec.Additive[axis]].Name, Fault.Quoted(rows.Code(row, spec.Additive[axis])), "a code that the table or its hierarchy knows"));
                return -1;
            }
        }

        return system.Index(codes);
    }
}
