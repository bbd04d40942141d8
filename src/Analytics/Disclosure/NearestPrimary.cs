using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Which primary cell each secondary one protects: the nearest by sums that hold withheld cells, the first in order among equals.</summary>
static class NearestPrimary
{
    /// <summary>Per cell of a table, the primary cell; −1 where the cell is shown or withheld for its own sake, or no sum leads to one.</summary>
    /// <param name="table">The table.</param>
    public static int[] Of(ProtectedTable table)
    {
        var system = new AdditiveSystem(table.Table.Layout, table.Table.BySex, table.OtherSex);
        var nearest = new int[system.CellCount];
        Array.Fill(nearest, -1);
        var relationsOf = system.Relations.SelectMany(relation => relation.Parts.Append(relation.Total).Select(cell => (cell, relation))).ToLookup(x => x.cell, x => x.relation);
        var primary = system.Cells.Where(IsPrimary).ToHashSet();
        var queue = new Queue<int>(primary);
        foreach (var cell in primary)
        {
            nearest[cell] = cell;
        }

        while (queue.TryDequeue(out var cell))
        {
            foreach (var other in relationsOf[cell].SelectMany(x => x.Parts.Append(x.Total)).Where(other => IsHidden(other) && nearest[other] < 0))
            {
                nearest[other] = nearest[cell];
                queue.Enqueue(other);
            }
        }

        foreach (var cell in primary)
        {
            nearest[cell] = -1;
        }

        return nearest;

        bool IsHidden(int cell) => AdditiveSystem.IsUnpublished(cell) || At(cell).Visibility != Visibility.Shown;

        bool IsPrimary(int cell)
        {
            var (area, band, sex) = system.Place(cell);
            ref readonly var counts = ref table.Table[area, band, sex];
            return AdditiveSystem.IsUnpublished(cell)
                ? table.Parameters.IsSmall(counts.Base) || table.Parameters.IsSmall(counts.Cases) || (table.Table.Indicator.Measure == Measure.Proportion && table.Parameters.IsSmall(counts.Complement))
                : At(cell).Rule is not (WithheldBy.Nothing or WithheldBy.Secondary);
        }

        (Visibility Visibility, WithheldBy Rule) At(int cell)
        {
            var (area, band, sex) = system.Place(cell);
            return (table[area, band, sex], table.Rule(area, band, sex));
        }
    }
}
