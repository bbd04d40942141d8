using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>What a reader knows of every count without solving anything: shown values, what withholding itself tells, and what follows relation by relation.</summary>
sealed class Bounds
{
    const int MostPasses = 100;

    readonly PublishedTable table;
    readonly double[][] lower;
    readonly double[][] upper;

    public Bounds(PublishedTable table)
    {
        this.table = table;
        var count = table.System.CellCount;
        lower = [new double[count], new double[count], new double[count]];
        upper = [new double[count], new double[count], new double[count]];
        foreach (var cell in table.System.Cells)
        {
            Start(cell);
        }

        for (var pass = 0; pass < MostPasses && Pass(); pass++)
        {
        }
    }

    /// <summary>Whether the complement counts people.</summary>
    bool HasComplement => table.Measure == Measure.Proportion;

    /// <summary>Least value.</summary>
    public double Lower(Quantity quantity, int cell) => lower[(int)quantity][cell];

    /// <summary>Largest value; infinite where nothing limits it.</summary>
    public double Upper(Quantity quantity, int cell) => upper[(int)quantity][cell];

    /// <summary>Whether a value is known.</summary>
    public bool IsKnown(Quantity quantity, int cell) => Lower(quantity, cell) == Upper(quantity, cell);

    void Start(int cell)
    {
        var unpublished = AdditiveSystem.IsUnpublished(cell);
        Set(Quantity.Base, cell, table.Base(cell), unpublished ? 0 : 1);
        Set(Quantity.Cases, cell, table.Cases(cell), unpublished || table.Base(cell) is null ? 0 : 1);
        Set(Quantity.Complement, cell, null, 0);
        if (table.Measure == Measure.Mean && table.Cases(cell) is null)
        {
            (lower[(int)Quantity.Cases][cell], upper[(int)Quantity.Cases][cell]) = (double.NegativeInfinity, double.PositiveInfinity);
        }
    }

    void Set(Quantity quantity, int cell, long? known, double least)
    {
        lower[(int)quantity][cell] = known ?? least;
        upper[(int)quantity][cell] = known ?? double.PositiveInfinity;
    }

    bool Pass()
    {
        var changed = false;
        foreach (var relation in table.System.Relations)
        {
            foreach (var quantity in (ReadOnlySpan<Quantity>)[Quantity.Base, Quantity.Cases, Quantity.Complement])
            {
                if (quantity != Quantity.Complement || HasComplement)
                {
                    changed |= Tighten((quantity, relation.Total), [.. relation.Parts.Select(part => (quantity, part))]);
                }
            }
        }

        foreach (var cell in table.System.Cells)
        {
            if (HasComplement)
            {
                changed |= Tighten((Quantity.Base, cell), [(Quantity.Cases, cell), (Quantity.Complement, cell)]);
            }
            else if (table.Measure == Measure.Mean && upper[(int)Quantity.Base][cell] == 0)
            {
                changed |= Narrow((Quantity.Cases, cell), 0, 0);
            }
        }

        return changed;
    }

    bool Tighten((Quantity Quantity, int Cell) total, ReadOnlySpan<(Quantity Quantity, int Cell)> parts)
    {
        var (least, unboundedBelow) = Sum(lower, parts);
        var (most, unboundedAbove) = Sum(upper, parts);
        var changed = Narrow(total, unboundedBelow > 0 ? double.NegativeInfinity : least, unboundedAbove > 0 ? double.PositiveInfinity : most);
        var (totalLower, totalUpper) = (lower[(int)total.Quantity][total.Cell], upper[(int)total.Quantity][total.Cell]);
        foreach (var part in parts)
        {
            var (partLower, partUpper) = (lower[(int)part.Quantity][part.Cell], upper[(int)part.Quantity][part.Cell]);
            var othersLeast = double.IsInfinity(partLower) ? (unboundedBelow > 1 ? double.NegativeInfinity : least)
                : unboundedBelow > 0 ? double.NegativeInfinity : least - partLower;
            var othersMost = double.IsInfinity(partUpper) ? (unboundedAbove > 1 ? double.PositiveInfinity : most)
                : unboundedAbove > 0 ? double.PositiveInfinity : most - partUpper;
            changed |= Narrow(part, totalLower - othersMost, totalUpper - othersLeast);
        }

        return changed;
    }

    static (double Finite, int Infinite) Sum(double[][] bounds, ReadOnlySpan<(Quantity Quantity, int Cell)> parts)
    {
        var finite = 0.0;
        var infinite = 0;
        foreach (var (quantity, cell) in parts)
        {
            var bound = bounds[(int)quantity][cell];
            if (double.IsInfinity(bound))
            {
                infinite++;
            }
            else
            {
                finite += bound;
            }
        }

        return (finite, infinite);
    }

    bool Narrow((Quantity Quantity, int Cell) of, double least, double most)
    {
        ref var low = ref lower[(int)of.Quantity][of.Cell];
        ref var high = ref upper[(int)of.Quantity][of.Cell];
        var changed = false;
        if (least > low)
        {
            (low, changed) = (least, true);
        }

        if (most < high)
        {
            (high, changed) = (most, true);
        }

        if (low > high)
        {
            var (area, band, sex) = table.System.Place(of.Cell);
            throw new InvalidDataException(
                $"Area {table.System.Layout.Areas[area]}, ages {table.System.Layout.Bands[band].Id}, sex {sex}: the published figures contradict each other.");
        }

        return changed;
    }
}
