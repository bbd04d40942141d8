using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Practice;

/// <summary>Areas by actor types, with all areas of the hierarchy and all actor types together.</summary>
/// <param name="layout">The areas.</param>
/// <param name="actors">Indices into <see cref="Codebook.Actors"/>.</param>
sealed class AreaActorSystem(Layout layout, IReadOnlyList<int> actors)
{
    readonly Dictionary<int, int> columns = actors.Select((actor, i) => (actor, i)).ToDictionary(x => x.actor, x => x.i);
    readonly Dictionary<string, int> areas = layout.Areas.Select((code, i) => (code, i)).ToDictionary(x => x.code, x => x.i, StringComparer.Ordinal);

    int Columns => actors.Count + 1;

    /// <summary>Number of cells: area by area, all actor types together last.</summary>
    public int Count => layout.Areas.Count * Columns;

    /// <summary>All sums that a reader knows: each area as the sum of its parts, and as the sum of its actor types.</summary>
    public IReadOnlyList<Relation> Relations { get; } =
    [
        .. from parent in Enumerable.Range(0, layout.Areas.Count)
           let parts = Enumerable.Range(0, layout.Areas.Count).Where(x => layout.AreaParent[x] == parent).ToArray()
           where parts.Length > 0
           from column in Enumerable.Range(0, actors.Count + 1)
           select new Relation((parent * (actors.Count + 1)) + column, [.. parts.Select(x => (x * (actors.Count + 1)) + column)], Implied: false),
        .. from area in Enumerable.Range(0, layout.Areas.Count)
           let first = area * (actors.Count + 1)
           select new Relation(first + actors.Count, [.. Enumerable.Range(first, actors.Count)], Implied: false),
    ];

    /// <summary>The cell of an area and an actor type.</summary>
    public int Cell(string area, int actor) => (areas[area] * Columns) + columns[actor];

    /// <summary>Area and actor type of a cell; null for all actor types together.</summary>
    public (string Area, string? Actor) Place(int cell, Codebook codebook) =>
        (layout.Areas[cell / Columns], cell % Columns == actors.Count ? null : codebook.Actors[actors[cell % Columns]].Id);

    /// <summary>The count of every cell from those of municipalities and single actor types.</summary>
    public IReadOnlyList<long> Sums(Func<int, int> count)
    {
        var sums = new long[Count];
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var column = 0; column < actors.Count; column++)
            {
                var own = AreaCode.LevelOf(layout.Areas[area]) == AreaLevel.Municipality ? count((area * Columns) + column) : 0;
                for (var above = area; own > 0 && above >= 0; above = layout.AreaParent[above])
                {
                    sums[(above * Columns) + column] += own;
                    sums[(above * Columns) + actors.Count] += own;
                }
            }
        }

        return sums;
    }
}
