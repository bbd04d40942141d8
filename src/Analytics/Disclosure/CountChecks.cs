using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Refuses tables that no people can have given: the protection would be of something else.</summary>
static class CountChecks
{
    /// <summary>Looks every cell and every sum through.</summary>
    /// <exception cref="ArgumentException">The table is not additive, or a count is impossible.</exception>
    public static void Check(CountTable table, AdditiveSystem system)
    {
        foreach (var cell in system.Cells)
        {
            ref readonly var counts = ref At(table, system, cell);
            if (counts.Base < 0 || counts.Cases < 0 || (table.Indicator.Measure == Measure.Proportion && counts.Cases > counts.Base))
            {
                throw new ArgumentException($"{Name(system, cell)}: a count is negative or there are more cases than people.");
            }

            if (counts.Base == 0 && counts.Cases > 0 && !AdditiveSystem.IsUnpublished(cell))
            {
                throw new ArgumentException($"{Name(system, cell)}: there are events but no population.");
            }
        }

        foreach (var relation in system.Relations)
        {
            if (At(table, system, relation.Total).Base != relation.Parts.Sum(part => At(table, system, part).Base) || At(table, system, relation.Total).Cases != relation.Parts.Sum(part => At(table, system, part).Cases))
            {
                throw new ArgumentException($"{Name(system, relation.Total)}: the count is not the sum of its parts.");
            }
        }
    }

    /// <summary>The counts of a cell.</summary>
    public static ref Counts At(CountTable table, AdditiveSystem system, int cell)
    {
        var (area, band, sex) = system.Place(cell);
        return ref table[area, band, sex];
    }

    static string Name(AdditiveSystem system, int cell)
    {
        var (area, band, sex) = system.Place(cell);
        return $"Area {system.Layout.Areas[area]}, ages {system.Layout.Bands[band].Id}, sex {sex}";
    }
}
