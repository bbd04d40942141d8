namespace Analytics.Disclosure;

/// <summary>Cells unknown to a reader that hang together by sums: no sum outside tells anything of them.</summary>
/// <param name="Cells">The cells, ascending.</param>
/// <param name="Relations">The sums that hold at least one of them, implied ones left out.</param>
sealed record UnknownPart(int[] Cells, Relation[] Relations)
{
    /// <summary>All parts of a table.</summary>
    /// <param name="relations">Its sums.</param>
    /// <param name="unknown">Per cell, whether it is unknown.</param>
    public static IReadOnlyList<UnknownPart> Of(IReadOnlyList<Relation> relations, IReadOnlyList<bool> unknown)
    {
        var root = Enumerable.Range(0, unknown.Count).ToArray();
        var explicitOnes = relations.Where(relation => !relation.Implied).ToArray();
        var first = new int[explicitOnes.Length];
        for (var i = 0; i < explicitOnes.Length; i++)
        {
            first[i] = unknown[explicitOnes[i].Total] ? explicitOnes[i].Total : -1;
            foreach (var part in explicitOnes[i].Parts)
            {
                if (unknown[part])
                {
                    first[i] = first[i] < 0 ? part : first[i];
                    root[Root(part)] = Root(first[i]);
                }
            }
        }

        var cells = Enumerable.Range(0, unknown.Count).Where(cell => unknown[cell]).ToLookup(Root);
        var sums = Enumerable.Range(0, explicitOnes.Length).Where(i => first[i] >= 0).ToLookup(i => Root(first[i]), i => explicitOnes[i]);
        return [.. cells.Select(part => new UnknownPart([.. part], [.. sums[part.Key]]))];

        int Root(int cell)
        {
            while (root[cell] != cell)
            {
                cell = root[cell] = root[root[cell]];
            }

            return cell;
        }
    }
}
