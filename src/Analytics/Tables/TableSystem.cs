using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>All combinations of the codes of some axes, and how they add up. Built in time linear in the cells.</summary>
sealed class TableSystem
{
    readonly int[] strides;

    /// <param name="axes">The dimensions with a total; without any there is one cell.</param>
    public TableSystem(IReadOnlyList<Axis> axes)
    {
        Axes = axes;
        strides = new int[axes.Count];
        Count = 1;
        for (var axis = axes.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = Count;
            Count = checked(Count * axes[axis].Codes.Count);
        }

        Relations = [.. Enumerable.Range(0, axes.Count).SelectMany(RelationsAlong)];
    }

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>Number of cells.</summary>
    public int Count { get; }

    /// <summary>All sums, implied ones too: along the first axis first.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>Number of cells that axes make together, without making them.</summary>
    public static double CountOf(IEnumerable<Axis> axes) => axes.Aggregate(1.0, (product, axis) => product * axis.Codes.Count);

    /// <summary>Index of the cell of these codes.</summary>
    public int Index(ReadOnlySpan<int> codes)
    {
        var cell = 0;
        for (var axis = 0; axis < strides.Length; axis++)
        {
            cell += codes[axis] * strides[axis];
        }

        return cell;
    }

    /// <summary>The code of a cell along an axis.</summary>
    public string Code(int cell, int axis) => Axes[axis].Codes[Position(cell, axis)];

    /// <summary>Whether a cell is the sum of no others.</summary>
    public bool IsLeaf(int cell)
    {
        var leaf = true;
        for (var axis = 0; axis < strides.Length && leaf; axis++)
        {
            leaf = Axes[axis].IsLeaf[Position(cell, axis)];
        }

        return leaf;
    }

    /// <summary>The axis along which a relation adds up.</summary>
    public int AxisOf(Relation relation)
    {
        var axis = 0;
        while (Position(relation.Total, axis) == Position(relation.Parts[0], axis))
        {
            axis++;
        }

        return axis;
    }

    int Position(int cell, int axis) => cell / strides[axis] % Axes[axis].Codes.Count;

    // A sum along one axis follows from the sums of its parts along a later axis wherever the later code is itself a sum: what is left spans everything.
    IEnumerable<Relation> RelationsAlong(int axis)
    {
        var (stride, codes) = (strides[axis], Axes[axis].Codes.Count);
        var block = stride * codes;
        foreach (var family in Axes[axis].Families)
        {
            int[] offsets = [.. family.Parts.Select(part => part * stride)];
            for (var first = 0; first < Count; first += block)
            {
                for (var rest = first; rest < first + stride; rest++)
                {
                    var parts = new int[offsets.Length];
                    for (var i = 0; i < parts.Length; i++)
                    {
                        parts[i] = rest + offsets[i];
                    }

                    yield return new Relation(rest + (family.Total * stride), parts, family.Implied || !LaterAreLeaves(rest, axis));
                }
            }
        }
    }

    bool LaterAreLeaves(int cell, int axis)
    {
        var leaves = true;
        for (var later = axis + 1; later < strides.Length && leaves; later++)
        {
            leaves = Axes[later].IsLeaf[Position(cell, later)];
        }

        return leaves;
    }
}
