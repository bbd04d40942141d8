using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Protects a table by rounding its small counts instead of withholding cells.</summary>
/// <remarks>
/// Proportions: cases and complement of the leaves are rounded and their base is the sum of both. Rates and numbers of things: events and base are rounded each by itself. Means: the
/// base is rounded, and the mean is withheld where suppression withholds it. See docs/methods/disclosure.md.
/// </remarks>
sealed class Rounding
{
    readonly CountTable table;
    readonly ProtectionParameters parameters;
    readonly AdditiveSystem system;
    readonly Quantity[] quantities;
    readonly long[] rounded;

    Rounding(CountTable table, ProtectionParameters parameters)
    {
        (this.table, this.parameters) = (table, parameters);
        var everyCell = new AdditiveSystem(table.Layout, table.BySex, otherSex: true);
        var otherSex = everyCell.Cells.Where(AdditiveSystem.IsUnpublished).Any(cell => At(everyCell, cell) is not { Base: 0, Cases: 0 });
        system = new AdditiveSystem(table.Layout, table.BySex, otherSex);
        quantities = table.Indicator.Measure switch
        {
            Measure.Proportion => [Quantity.Cases, Quantity.Complement, Quantity.Base],
            Measure.Mean => [Quantity.Base],
            _ => [Quantity.Cases, Quantity.Base],
        };
        rounded = [.. CountRounding.Round(Additive(), parameters.Threshold, Standing(), Few())];
    }

    /// <summary>Protects a table.</summary>
    /// <param name="table">Counts with their margins.</param>
    /// <param name="parameters">How strictly; the smallest base matters for means only.</param>
    /// <returns>The rounded table, all of it shown but means that suppression withholds and larger areas that do not add up with their rounded parts.</returns>
    /// <exception cref="ArgumentException">The table is not additive, or a count is impossible.</exception>
    public static ProtectedTable Protect(CountTable table, ProtectionParameters parameters)
    {
        var rounding = new Rounding(table, parameters);
        var means = table.Indicator.Measure == Measure.Mean ? Suppression.Protect(table, parameters) : null;
        var result = new CountTable(table.Indicator, table.Year, table.Layout) { BySex = table.BySex };
        var visibility = new Visibility[rounding.system.CellCount];
        var rules = new WithheldBy[rounding.system.CellCount];
        foreach (var cell in rounding.system.Cells)
        {
            var (area, band, sex) = rounding.system.Place(cell);
            result[area, band, sex] = rounding.CountsOf(cell);
            if (means is not null && means[area, band, sex] != Visibility.Shown)
            {
                (visibility[cell], rules[cell]) = (Visibility.CasesWithheld, means.Rule(area, band, sex));
            }
        }

        foreach (var cell in StandingAlone.Withheld(table, result, rounding.system, parameters))
        {
            (visibility[cell], rules[cell]) = (Visibility.BaseWithheld, WithheldBy.Secondary);
        }

        return new(result, parameters, rounding.system.Sexes.Contains(Sex.X), visibility, rules);
    }

    /// <summary>The rounded counts of a cell, without weights, as if they were counted.</summary>
    Counts CountsOf(int cell)
    {
        var counted = At(system, cell);
        var people = Rounded(Quantity.Base, cell);
        // Why there is no value must not tell of fewer people than the threshold.
        var asked = counted.Asked < parameters.Threshold ? 0 : counted.Asked;
        return table.Indicator.Measure == Measure.Mean
            ? RoundedMean.Of(counted, people) with { Asked = asked }
            : Unweighted(people, Rounded(Quantity.Cases, cell)) with { Asked = asked };
    }

    static Counts Unweighted(long people, long cases) => new Counts { Base = people, Cases = cases, Contributors = cases, Value = cases, Square = cases }.WithoutWeights();

    long Rounded(Quantity quantity, int cell) => rounded[Index(quantity, cell)];

    int Index(Quantity quantity, int cell) => (Array.IndexOf(quantities, quantity) * system.Cells.Count) + system.Position(cell);

    static long CountOf(Quantity quantity, in Counts counts) => quantity switch
    {
        Quantity.Base => counts.Base,
        Quantity.Cases => counts.Cases,
        _ => counts.Complement,
    };

    ref Counts At(AdditiveSystem places, int cell)
    {
        var (area, band, sex) = places.Place(cell);
        return ref table[area, band, sex];
    }

    /// <summary>The cells of each quantity in the order of the areas' codes; for proportions cases and complement are the parts of the base.</summary>
    AdditiveTable Additive()
    {
        var counts = quantities.SelectMany(_ => system.Cells, (quantity, cell) => CountOf(quantity, At(system, cell)));
        var roles = quantities.SelectMany(_ => system.Cells, (_, cell) => AdditiveSystem.IsUnpublished(cell) ? CellRole.Unpublished : CellRole.Open);
        var relations = quantities.SelectMany(_ => system.Relations, (quantity, relation) =>
            relation with { Total = Index(quantity, relation.Total), Parts = [.. relation.Parts.Select(part => Index(quantity, part))] });
        var answers = quantities.Contains(Quantity.Complement)
            ? system.Cells.Select(cell => new Relation(Index(Quantity.Base, cell), [Index(Quantity.Cases, cell), Index(Quantity.Complement, cell)], Implied: false))
            : [];
        return new([.. counts], [.. roles], [.. relations, .. answers]);
    }

    /// <summary>Small populations of rates are always raised: rounded to 0 they would leave events of nobody, and raised only where there are events they would tell of them.</summary>
    long?[]? Standing()
    {
        if (table.Indicator.Measure is Measure.Proportion or Measure.Mean)
        {
            return null;
        }

        var standing = new long?[quantities.Length * system.Cells.Count];
        foreach (var cell in Leaves().Where(cell => !AdditiveSystem.IsUnpublished(cell) && parameters.IsSmall(At(system, cell).Base)))
        {
            standing[Index(Quantity.Base, cell)] = parameters.Threshold;
        }

        return standing;
    }

    /// <summary>Events that come from few people, however many they are.</summary>
    HashSet<int> Few() => quantities.Contains(Quantity.Cases)
        ? [.. Leaves().Where(cell => parameters.IsSmall(At(system, cell).Contributors)).Select(cell => Index(Quantity.Cases, cell))]
        : [];

    IEnumerable<int> Leaves() => system.Cells.Except(system.Relations.Select(x => x.Total));
}
