using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>One table of counts, additive and complete.</summary>
/// <param name="spec">What its columns mean.</param>
/// <param name="rows">The rows of the file.</param>
/// <param name="separate">The codes along the dimensions without a total.</param>
/// <param name="system">Its cells and sums.</param>
/// <param name="rowOf">Per cell, its row; −1 where it has none and is not published.</param>
sealed class CountedTable(TableSpec spec, TableRows rows, IReadOnlyList<string> separate, TableSystem system, int[] rowOf)
{
    /// <summary>Codes along the dimensions without a total.</summary>
    public IReadOnlyList<string> Separate => separate;

    /// <summary>Cells and sums.</summary>
    public TableSystem System => system;

    /// <summary>The rows of the file.</summary>
    public TableRows Rows => rows;

    /// <summary>The row of a cell; −1 where it is not published.</summary>
    public int RowOf(int cell) => rowOf[cell];

    /// <summary>Value in the file of a cell; null where withheld or without a row.</summary>
    public long? Value(int cell) => rowOf[cell] < 0 ? null : rows.Values[rowOf[cell]];

    /// <summary>A cell by its codes, as messages name it: <c>mun 0604, age 0-2, sex F</c>.</summary>
    public string Name(int cell)
    {
        var codes = new string[spec.Dimensions.Count];
        for (var i = 0; i < separate.Count; i++)
        {
            codes[spec.Separate[i]] = separate[i];
        }

        for (var axis = 0; axis < spec.Additive.Count; axis++)
        {
            codes[spec.Additive[axis]] = system.Code(cell, axis);
        }

        return string.Join(", ", spec.Dimensions.Select((dimension, i) => $"{dimension.Name} {Csv.Fault.Quoted(codes[i])[1..^1]}"));
    }

    /// <summary>Name of the dimension along which a relation adds up.</summary>
    public string DimensionOf(Relation relation) => spec.Dimensions[spec.Additive[system.AxisOf(relation)]].Name;

    /// <summary>Codes of the parts of a relation, the first few.</summary>
    public string PartsOf(Relation relation)
    {
        const int Shown = 6;
        var axis = system.AxisOf(relation);
        return string.Join(" + ", relation.Parts.Take(Shown).Select(part => Csv.Fault.Quoted(system.Code(part, axis))[1..^1])) + (relation.Parts.Count > Shown ? " + …" : "");
    }
}
