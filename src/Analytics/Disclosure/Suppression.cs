using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Decides what of one indicator and year is shown, so that nothing withheld follows from what is.</summary>
/// <remarks>
/// First the bases, which readers may know of several indicators: the same people give the same pattern, whatever they answered. Then the cases, with bases as
/// they stand. Where a base is withheld so are cases and complement.
/// </remarks>
sealed class Suppression
{
    const int DearTotal = 10, DearBothSexes = 3;

    readonly CountTable table;
    readonly ProtectionParameters parameters;
    readonly EarlierTable? earlier;
    readonly KnownPatterns known;
    readonly AdditiveSystem system;
    readonly SuppressionOptions options;
    readonly WithheldBy[] rules;

    Suppression(CountTable table, ProtectionParameters parameters, EarlierTable? earlier, KnownPatterns known)
    {
        (this.table, this.parameters, this.earlier, this.known) = (table, parameters, earlier, known);
        var everyCell = new AdditiveSystem(table.Layout, table.BySex, otherSex: true);
        var otherSex = everyCell.Cells.Where(AdditiveSystem.IsUnpublished).Any(cell => CountChecks.At(table, everyCell, cell) is not { Base: 0, Cases: 0 });
        system = table.BySex && !otherSex ? new AdditiveSystem(table.Layout, bySex: true, otherSex: false) : everyCell;
        CountChecks.Check(table, system);
        options = new(parameters.Threshold, parameters.Width, parameters.Insider, parameters.Weights);
        rules = new WithheldBy[everyCell.CellCount];
        foreach (var cell in system.Cells.Where(cell => !AdditiveSystem.IsUnpublished(cell)))
        {
            rules[cell] = PrimaryRules.Of(At(cell), table.Indicator.Measure, parameters);
        }
    }

    /// <summary>Protects a table. Safe to call for several tables at once.</summary>
    /// <param name="table">Counts with their margins.</param>
    /// <param name="parameters">How strictly.</param>
    /// <param name="earlier">What has been published of it before.</param>
    /// <param name="known">What was found for other tables, whose bases may be the same; null for none.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The table is not additive, or a count is impossible.</exception>
    public static ProtectedTable Protect(CountTable table, ProtectionParameters parameters, EarlierTable? earlier = null, KnownPatterns? known = null, CancellationToken cancellation = default) =>
        new Suppression(table, parameters, earlier, known ?? new()).Run(cancellation);

    ProtectedTable Run(CancellationToken cancellation)
    {
        var visibility = new Visibility[rules.Length];
        var protects = new int[rules.Length];
        Array.Fill(protects, -1);
        var bases = Bases(cancellation);
        for (var i = 0; i < system.Cells.Count; i++)
        {
            if (bases.Withheld[i])
            {
                visibility[system.Cells[i]] = Visibility.BaseWithheld;
                protects[system.Cells[i]] = bases.Protects[i] is >= 0 and var primary ? system.Cells[primary] : -1;
            }
        }

        var space = new CellSpace(
            system, table.Indicator.Measure, cell => visibility[cell] == Visibility.BaseWithheld ? null : At(cell).Base,
            cell => visibility[cell] == Visibility.Shown && table.Indicator.Measure != Measure.Mean && (rules[cell] == WithheldBy.Nothing || At(cell).Cases == 0) ? At(cell).Cases : null);
        var cases = Cases(space, visibility, cancellation);
        foreach (var cell in system.Cells)
        {
            var index = space.Index(Quantity.Cases, cell);
            if (cases.Withheld[index] && visibility[cell] == Visibility.Shown)
            {
                visibility[cell] = Visibility.CasesWithheld;
                protects[cell] = cases.Protects[index] is >= 0 and var primary ? space.At(primary).Cell : -1;
            }

            if (rules[cell] != WithheldBy.Nothing)
            {
                protects[cell] = -1;
            }
            else if (visibility[cell] != Visibility.Shown)
            {
                rules[cell] = WithheldBy.Secondary;
            }
        }

        // What is out already and small cannot be taken back, and is named; all else can be withheld with its table.
        if (bases.Unsafe.Count + cases.Unsafe.Count > 0
            && !bases.Unsafe.Any(i => RoleOf(Quantity.Base, system.Cells[i]) == CellRole.Shown)
            && !cases.Unsafe.Any(i => RoleOf(space.At(i).Quantity, space.At(i).Cell) == CellRole.Shown))
        {
            return Nothing();
        }

        return new ProtectedTable(table, parameters, visibility, rules)
        {
            ProtectedCells = protects,
            Cost = bases.Cost + cases.Cost,
            LowerBound = bases.LowerBound + cases.LowerBound,
            Narrow = [.. bases.Narrow.Select(i => (Quantity.Base, system.Cells[i])), .. cases.Narrow.Select(space.At)],
            Unsafe = [.. bases.Unsafe.Select(i => (Quantity.Base, system.Cells[i])), .. cases.Unsafe.Select(space.At)],
        };
    }

    /// <summary>Where counts are so few that what is shown beside them cannot be made safe, nothing of the table is shown.</summary>
    ProtectedTable Nothing()
    {
        var visibility = new Visibility[rules.Length];
        foreach (var cell in system.Cells.Where(cell => !AdditiveSystem.IsUnpublished(cell) && At(cell).Base > 0))
        {
            visibility[cell] = Visibility.BaseWithheld;
            rules[cell] = rules[cell] == WithheldBy.Nothing ? WithheldBy.Secondary : rules[cell];
        }

        return new ProtectedTable(table, parameters, visibility, rules)
        {
            Cost = system.Cells.Where(cell => rules[cell] == WithheldBy.Secondary).Sum(cell => Dear(cell, At(cell).Base)),
        };
    }

    SuppressionPattern Bases(CancellationToken cancellation)
    {
        var cells = system.Cells;
        Relation[] relations = [.. system.Relations.Select(x => new Relation(system.Position(x.Total), [.. x.Parts.Select(system.Position)], x.Implied))];
        var bases = new AdditiveTable([.. cells.Select(cell => At(cell).Base)], [.. cells.Select(cell => RoleOf(Quantity.Base, cell))], relations)
        {
            Floors = [.. cells.Select(cell => AdditiveSystem.IsUnpublished(cell) || (At(cell).Base == 0 && RoleOf(Quantity.Base, cell) == CellRole.Withheld) ? 0L : 1)],
            Costs = [.. cells.Select(cell => Dear(cell, At(cell).Base))],
        };
        bool[] primary = [.. cells.Select(cell => AdditiveSystem.IsUnpublished(cell)
            ? PrimaryRules.IsSmallUnpublished(At(cell).Base, parameters)
            : PrimaryRules.Leaves(rules[cell]) == Visibility.BaseWithheld || ChangedByFew(Quantity.Base, cell))];
        return known.Protect(bases, primary, options, cancellation);
    }

    SuppressionPattern Cases(CellSpace space, Visibility[] visibility, CancellationToken cancellation)
    {
        var count = Enumerable.Range(0, space.Count);
        var cases = new AdditiveTable([.. count.Select(i => Value(space, i))], [.. count.Select(i => RoleIn(space, visibility, i))], space.Relations)
        {
            Floors = [.. count.Select(i => RoleIn(space, visibility, i) == CellRole.Withheld ? Math.Min(space.Floors[i], Value(space, i)) : space.Floors[i])],
            Ceilings = space.Ceilings,
            Costs = [.. count.Select(i => Dear(space.At(i).Cell, table.Indicator.Measure == Measure.Mean ? At(space.At(i).Cell).Base : Value(space, i)))],
            Companions = [.. count.Select(i => Companions(space, i))],
        };
        return CellSuppression.Protect(cases, [.. count.Select(i => IsPrimary(space, visibility, i))], options, cancellation);
    }

    bool IsPrimary(CellSpace space, Visibility[] visibility, int index)
    {
        var (quantity, cell) = space.At(index);
        if (space.Certain(index) is not null)
        {
            return false;
        }

        if (!AdditiveSystem.IsUnpublished(cell))
        {
            return visibility[cell] == Visibility.BaseWithheld || (quantity == Quantity.Cases && (rules[cell] != WithheldBy.Nothing || ChangedByFew(Quantity.Cases, cell)));
        }

        return table.Indicator.Measure == Measure.Mean && quantity == Quantity.Cases
            ? PrimaryRules.IsSmallUnpublished(At(cell).Base, parameters)
            : PrimaryRules.IsSmallUnpublished(Value(space, index), parameters) || (quantity == Quantity.Cases && table.Indicator.Measure == Measure.Proportion && space.KnownBase(cell) is not null && PrimaryRules.IsSmallUnpublished(At(cell).Complement, parameters));
    }

    CellRole RoleIn(CellSpace space, Visibility[] visibility, int index)
    {
        var (quantity, cell) = space.At(index);
        return space.Certain(index) is not null ? CellRole.Shown
            : AdditiveSystem.IsUnpublished(cell) ? CellRole.Unpublished
            : visibility[cell] == Visibility.BaseWithheld ? CellRole.Withheld
            : RoleOf(quantity, cell);
    }

    CellRole RoleOf(Quantity quantity, int cell)
    {
        var (area, band, sex) = system.Place(cell);
        if (AdditiveSystem.IsUnpublished(cell))
        {
            return CellRole.Unpublished;
        }

        // The size of a mean is no count: that one was shown does not say that it is the same one.
        var role = earlier?.Role(table.Layout.Areas[area], table.Layout.Bands[band].Id, sex, quantity, Count(quantity, cell)) ?? CellRole.Open;
        return role == CellRole.Shown && quantity == Quantity.Cases && table.Indicator.Measure == Measure.Mean ? CellRole.Open : role;
    }

    bool ChangedByFew(Quantity quantity, int cell)
    {
        var (area, band, sex) = system.Place(cell);
        return earlier?.IsFewFrom(table.Layout.Areas[area], table.Layout.Bands[band].Id, sex, quantity, Count(quantity, cell), parameters) ?? false;
    }

    /// <summary>Who is alone in a base knows the answer as well.</summary>
    static IReadOnlyList<int>? Companions(CellSpace space, int index) =>
        space.At(index) is (Quantity.Base, var cell) ? [space.Index(Quantity.Cases, cell), space.Index(Quantity.Complement, cell)] : null;

    /// <summary>Nothing that a forum looks at first: totals of ages and areas cost ten times their count, totals of the sexes three times.</summary>
    long Dear(int cell, long count)
    {
        var (area, band, sex) = system.Place(cell);
        var isTotal = !system.IsPartition(band) || table.Layout.AreaChildren[area].Count > 0;
        return CellWeight.Of(count, options.Weights) * (isTotal ? DearTotal : 1) * (sex == Sex.T && system.Sexes.Count > 1 ? DearBothSexes : 1);
    }

    long Value(CellSpace space, int index) => space.Exists(index) ? Count(space.At(index).Quantity, space.At(index).Cell) : 0;

    long Count(Quantity quantity, int cell) => quantity switch
    {
        Quantity.Base => At(cell).Base,
        Quantity.Cases => table.Indicator.Measure == Measure.Mean ? 0 : At(cell).Cases,
        _ => At(cell).Complement,
    };

    ref Counts At(int cell) => ref CountChecks.At(table, system, cell);
}
