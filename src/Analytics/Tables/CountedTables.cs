using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tables;

/// <summary>Divides the rows of a file into independent tables and checks that each is one.</summary>
sealed class CountedTables
{
    const double MostCells = 5_000_000;

    readonly TableSpec spec;
    readonly TableRows rows;
    readonly FaultList faults;
    readonly Dictionary<string, TableSystem> systems = new(StringComparer.Ordinal);
    double cells;

    CountedTables(TableSpec spec, TableRows rows, FaultList faults)
    {
        this.spec = spec;
        this.rows = rows;
        this.faults = faults;
    }

    /// <summary>The tables in the order of their codes; null after any fault.</summary>
    /// <param name="spec">What the columns mean.</param>
    /// <param name="specFile">Name of the file that says so.</param>
    /// <param name="rows">The rows; values may be withheld.</param>
    /// <param name="faults">Receives every fault: a cell twice, a total without rows, sums of values that are all there and do not add up.</param>
    public static IReadOnlyList<CountedTable>? Of(TableSpec spec, string specFile, TableRows rows, FaultList faults)
    {
        var before = faults.Count;
        var tables = new CountedTables(spec, rows, faults);
        tables.CheckTotals(specFile);
        return faults.Count > before ? null : tables.Divide();
    }

    void CheckTotals(string specFile)
    {
        foreach (var dimension in spec.Additive)
        {
            var (name, total) = (spec.Dimensions[dimension].Name, spec.Dimensions[dimension].Total!);
            if (!spec.Dimensions[dimension].GroupingsNameTotal && !rows.Codes[dimension].Contains(total))
            {
                faults.Add(new Fault(specFile, 0, "total", $"{Fault.Quoted(total)} for {Fault.Quoted(name)}, which is in no row of {rows.File} and in no hierarchy", "the code of the total as the rows or the hierarchy have it"));
            }
        }
    }

    List<CountedTable>? Divide()
    {
        var before = faults.Count;
        var tables = new List<CountedTable>();
        foreach (var (separate, members) in Groups())
        {
            Axis[] axes = [.. spec.Additive.Select(dimension => new Axis(spec.Dimensions[dimension], members.Select(row => rows.Position(row, dimension)).Distinct().Select(x => rows.Codes[dimension][x])))];
            cells += TableSystem.CountOf(axes);
            if (cells > MostCells)
            {
                faults.Add(new Fault(rows.File, 0, "", $"more than {Texts.Of((long)MostCells)} combinations of codes", "a smaller table, or several"));
                return null;
            }

            if (Table(separate, members, axes) is { } table)
            {
                tables.Add(table);
            }
        }

        return faults.Count == before ? tables : null;
    }

    CountedTable? Table(string[] separate, List<int> members, Axis[] axes)
    {
        var key = string.Join('\u001e', axes.Select(x => string.Join('\u001f', x.Codes)));
        if (!systems.TryGetValue(key, out var system))
        {
            systems[key] = system = new TableSystem(axes);
        }

        var before = faults.Count;
        var rowOf = new int[system.Count];
        Array.Fill(rowOf, -1);
        Span<int> codes = stackalloc int[axes.Length];
        int[][] positions = [.. spec.Additive.Select((dimension, axis) => rows.Codes[dimension].Select(axes[axis].IndexOf).ToArray())];
        foreach (var row in members)
        {
            for (var axis = 0; axis < codes.Length; axis++)
            {
                codes[axis] = positions[axis][rows.Position(row, spec.Additive[axis])];
            }

            var cell = system.Index(codes);
            if (rowOf[cell] >= 0)
            {
                faults.Add(new Fault(rows.File, rows.Lines[row], "", $"the same cell as line {Texts.Of(rows.Lines[rowOf[cell]])}", "one row for each cell"));
            }
            else
            {
                rowOf[cell] = row;
            }
        }

        var table = new CountedTable(spec, rows, separate, system, rowOf);
        if (faults.Count == before)
        {
            new Additivity(table, spec, faults).CheckShown();
        }

        return faults.Count == before ? table : null;
    }

    List<(string[] Separate, List<int> Members)> Groups()
    {
        var next = new Dictionary<(int, int), int>();
        var groups = new Dictionary<int, List<int>>();
        for (var row = 0; row < rows.Count; row++)
        {
            var group = 0;
            foreach (var dimension in spec.Separate)
            {
                var step = (group, rows.Position(row, dimension));
                group = next.TryGetValue(step, out var known) ? known : next[step] = next.Count + 1;
            }

            if (!groups.TryGetValue(group, out var members))
            {
                groups[group] = members = [];
            }

            members.Add(row);
        }

        return
        [
            .. groups.Values.Select(members => (Separate: spec.Separate.Select(dimension => rows.Code(members[0], dimension)).ToArray(), Members: members))
                .OrderBy(x => string.Join('\u001f', x.Separate), StringComparer.Ordinal),
        ];
    }
}
