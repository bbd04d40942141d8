namespace Analytics.Collaboration;

/// <summary>What the sums over the rows and over the columns of a table tell together of its cells.</summary>
static class TwoDivisions
{
    /// <summary>Whether sums of rows less sums of columns leave a few interviews alone.</summary>
    /// <param name="cells">The cells that hold interviews, and how many; each row and column is a sum that is known.</param>
    /// <remarks>
    /// Seen as a graph, rows and columns are nodes and cells are edges. A combination of sums is 1 on some cells and 0 on all others only where these cells cut the graph
    /// between their ends. So every such cut by fewer interviews than the limit is looked for: one cell, or two of one interview each. Some are found that no combination could use.
    /// </remarks>
    public static bool TellFew(IReadOnlyList<(int Row, int Column, int Interviews)> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            for (var j = i; j < cells.Count; j++)
            {
                var together = cells[i].Interviews + (i == j ? 0 : cells[j].Interviews);
                if (Withholding.IsFew(together) && AreCut(cells, i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether, without these two cells, the ends of each lie in different parts.</summary>
    static bool AreCut(IReadOnlyList<(int Row, int Column, int Interviews)> cells, int one, int other)
    {
        var parts = new Dictionary<(bool IsRow, int Code), (bool, int)>();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i != one && i != other)
            {
                parts[Part((true, cells[i].Row))] = Part((false, cells[i].Column));
            }
        }

        return IsCut(one) && IsCut(other);

        bool IsCut(int cell) => Part((true, cells[cell].Row)) != Part((false, cells[cell].Column));

        (bool, int) Part((bool, int) node)
        {
            while (parts.TryGetValue(node, out var next) && next != node)
            {
                node = next;
            }

            return node;
        }
    }
}
