using Analytics.Csv;
using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Says which sums of a table are none, without saying a count.</summary>
sealed class Additivity(CountedTable table, TableSpec spec, FaultList faults)
{
    /// <summary>Checks every sum whose cells all have values. Codes that no hierarchy names are reported where something does not add up, or where nobody is counted: they may be misspelt.</summary>
    public void CheckShown()
    {
        var before = faults.Count;
        foreach (var relation in table.System.Relations)
        {
            if (table.Value(relation.Total) is { } total && relation.Parts.All(part => table.Value(part) is not null) && relation.Parts.Sum(part => table.Value(part)!.Value) != total)
            {
                Refuse(relation);
            }
        }

        RefuseUnknownCodes(onlyEmpty: faults.Count == before);
    }

    /// <summary>Reports that the values there leave no counts of 0 or more for the cells without.</summary>
    /// <param name="contradiction">The sum where that shows; null where it is several together.</param>
    public void RefuseContradiction(Relation? contradiction)
    {
        if (contradiction is not null)
        {
            Refuse(contradiction);
        }
        else
        {
            faults.Add(new Fault(table.Rows.File, table.Rows.Lines[Members().First()], "value", "a table in which no whole counts of 0 or more of the cells without a row make all sums add up", "an additive table"));
        }

        RefuseUnknownCodes(onlyEmpty: false);
    }

    void Refuse(Relation relation)
    {
        var line = table.RowOf(relation.Total) >= 0 ? table.RowOf(relation.Total) : relation.Parts.Select(table.RowOf).FirstOrDefault(row => row >= 0, -1);
        faults.Add(new Fault(
            table.Rows.File, line < 0 ? 0 : table.Rows.Lines[line], "value",
            $"a count of ({table.Name(relation.Total)}) that is not the sum of its parts along '{table.DimensionOf(relation)}'",
            $"the sum of {table.PartsOf(relation)}"));
    }

    void RefuseUnknownCodes(bool onlyEmpty)
    {
        int[] members = [.. Members()];
        foreach (var dimension in spec.Additive.Where(x => spec.Dimensions[x].IsGrouped))
        {
            var known = spec.Dimensions[dimension].NamedCodes.ToHashSet(StringComparer.Ordinal);
            var unknown = members.GroupBy(row => table.Rows.Position(row, dimension)).Where(x => !known.Contains(table.Rows.Codes[dimension][x.Key]));
            foreach (var code in unknown.Where(x => !onlyEmpty || x.All(row => table.Rows.Values[row] == 0)))
            {
                faults.Add(new Fault(table.Rows.File, table.Rows.Lines[code.First()], spec.Dimensions[dimension].Name, Fault.Quoted(table.Rows.Codes[dimension][code.Key]), $"a code of the hierarchy of '{spec.Dimensions[dimension].Name}'"));
            }
        }
    }

    IEnumerable<int> Members() => Enumerable.Range(0, table.System.Count).Select(table.RowOf).Where(row => row >= 0).Order();
}
