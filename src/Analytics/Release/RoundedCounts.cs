using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>The counts of a rounded table as a reader sees them, with those that follow: complements, the unpublished sex, what larger areas hold beyond their known parts.</summary>
sealed class RoundedCounts(PublishedTable table, ProtectionParameters parameters)
{
    readonly AdditiveSystem system = table.System;

    /// <summary>Number of counts and sums looked at so far.</summary>
    public long Looked { get; private set; }

    /// <summary>Where a count is small or a sum does not hold: place and what is wrong, never the count.</summary>
    public IEnumerable<string> Findings() => Quantities.SelectMany(quantity => Small(quantity).Concat(Contradictions(quantity)).Concat(Remainders(quantity)));

    IEnumerable<Quantity> Quantities => table.Measure switch
    {
        Measure.Mean => [Quantity.Base],
        Measure.Proportion => [Quantity.Base, Quantity.Cases, Quantity.Complement],
        _ => [Quantity.Base, Quantity.Cases],
    };

    IEnumerable<string> Small(Quantity quantity)
    {
        foreach (var cell in system.Cells)
        {
            var count = Count(quantity, cell);
            Looked += count is null ? 0 : 1;
            if (count < 0 || parameters.IsSmall(count ?? 0))
            {
                yield return $"{Name(cell)}: {quantity} follows and is small or negative";
            }
        }
    }

    IEnumerable<string> Contradictions(Quantity quantity)
    {
        foreach (var relation in system.Relations)
        {
            if (Count(quantity, relation.Total) is not { } total || relation.Parts.Select(part => Count(quantity, part)).ToArray() is not { } parts || parts.Contains(null))
            {
                continue;
            }

            Looked++;
            if (total != parts.Sum())
            {
                yield return $"{Name(relation.Total)}: {quantity} is not the sum of its parts";
            }
        }
    }

    /// <summary>What areas that stand on their own leave for the parts that are not known.</summary>
    IEnumerable<string> Remainders(Quantity quantity)
    {
        var areas = system.Layout.Areas;
        foreach (var cell in system.Cells)
        {
            var (area, band, sex) = system.Place(cell);
            if (system.Layout.AreaChildren[area].Count > 0 || AreaCode.LevelOf(areas[area]) == AreaLevel.Municipality || Count(quantity, cell) is not { } whole)
            {
                continue;
            }

            foreach (var level in Enumerable.Range(0, areas.Count).Where(part => part != area && IsWithin(areas[part], areas[area])).GroupBy(part => AreaCode.LevelOf(areas[part])))
            {
                var known = level.Sum(part => Count(quantity, system.Index(part, band, sex)) ?? 0);
                Looked++;
                if (known > 0 && parameters.IsSmall(whole - known))
                {
                    yield return $"{Name(cell)}: {quantity} without its parts is small";
                }
            }
        }
    }

    static bool IsWithin(string part, string area) => area == AreaCode.Nation || part.StartsWith(area, StringComparison.Ordinal);

    /// <summary>A count that is shown or follows from shown ones of the same cell or its sexes; null where it is withheld.</summary>
    long? Count(Quantity quantity, int cell) => AdditiveSystem.IsUnpublished(cell)
        ? Shown(quantity, Sibling(cell, Sex.T)) - Shown(quantity, Sibling(cell, Sex.F)) - Shown(quantity, Sibling(cell, Sex.M))
        : Shown(quantity, cell);

    long? Shown(Quantity quantity, int cell) => quantity switch
    {
        Quantity.Base => table.Base(cell),
        Quantity.Cases => table.Cases(cell),
        _ => table.Base(cell) - table.Cases(cell),
    };

    static int Sibling(int cell, Sex sex) => cell - (int)Sex.X + (int)sex;

    string Name(int cell)
    {
        var (area, band, sex) = system.Place(cell);
        return $"{system.Layout.Areas[area]}, {system.Layout.Bands[band].Id}, {sex}";
    }
}
