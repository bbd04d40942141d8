using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Protects a table by rounding its small counts instead of withholding cells.</summary>
/// <remarks>
/// Proportions: cases and complement of the leaves are rounded and their base is the sum of both. Rates and numbers of things: first the base, then the events. Means: the
/// base is rounded, and the mean is withheld where suppression withholds it. See docs/methods/disclosure.md.
/// </remarks>
sealed class Rounding
{
    readonly CountTable table;
    readonly ProtectionParameters parameters;
    readonly AdditiveSystem system;
    readonly int[] leaves;
    readonly Dictionary<Quantity, long[]> rounded = [];

    Rounding(CountTable table, ProtectionParameters parameters)
    {
        (this.table, this.parameters) = (table, parameters);
        var everyCell = new AdditiveSystem(table.Layout, table.BySex, otherSex: true);
        var otherSex = everyCell.Cells.Where(AdditiveSystem.IsUnpublished).Any(cell => At(everyCell, cell) is not { Base: 0, Cases: 0 });
        system = new AdditiveSystem(table.Layout, table.BySex, otherSex);
        leaves = [.. system.Cells.Except(system.Relations.Select(x => x.Total))];
        switch (table.Indicator.Measure)
        {
            case Measure.Proportion:
                Round([Quantity.Cases, Quantity.Complement, Quantity.Base], null, null);
                break;
            case Measure.Mean:
                Round([Quantity.Base], null, null);
                break;
            default:
                Round([Quantity.Base], null, null);
                Round([Quantity.Cases], EventsOfNobody(), EventsOfFew());
                break;
        }
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

        return new(result, parameters, visibility, rules);
    }

    /// <summary>The rounded counts of a cell, without weights, as if they were counted.</summary>
    Counts CountsOf(int cell)
    {
        var counted = At(system, cell);
        var people = Rounded(Quantity.Base, cell);
        // Why there is no value must not tell of fewer people than the threshold.
        var asked = counted.Asked < parameters.Threshold ? 0 : counted.Asked;
        if (table.Indicator.Measure == Measure.Mean)
        {
            return RoundedMean.Of(counted, people) with { Asked = asked };
        }

        var cases = Rounded(Quantity.Cases, cell);
        return new Counts { Asked = asked, Base = people, Cases = cases, Contributors = cases, Value = cases, Square = cases }.WithoutWeights();
    }

    long Rounded(Quantity quantity, int cell) => rounded[quantity][system.Position(cell)];

    /// <summary>Rounds quantities that belong together, in the order of the areas' codes; of three, the first two are the parts of the third.</summary>
    /// <param name="quantities">What to round.</param>
    /// <param name="standing">Leaves whose count stands already.</param>
    /// <param name="few">Leaves that few people stand behind.</param>
    void Round(Quantity[] quantities, IEnumerable<KeyValuePair<int, long>>? standing, IEnumerable<int>? few)
    {
        var count = system.Cells.Count;
        int Index(int quantity, int cell) => (quantity * count) + system.Position(cell);
        var counts = quantities.SelectMany(_ => system.Cells, (quantity, cell) => CountOf(quantity, At(system, cell)));
        var roles = quantities.SelectMany(_ => system.Cells, (_, cell) => AdditiveSystem.IsUnpublished(cell) ? CellRole.Unpublished : CellRole.Open);
        var relations = Enumerable.Range(0, quantities.Length).SelectMany(_ => system.Relations, (quantity, relation) =>
            relation with { Total = Index(quantity, relation.Total), Parts = [.. relation.Parts.Select(part => Index(quantity, part))] });
        var answers = system.Cells.Where(_ => quantities.Length == 3).Select(cell => new Relation(Index(2, cell), [Index(0, cell), Index(1, cell)], Implied: false));
        var stands = new long?[quantities.Length * count];
        foreach (var (cell, value) in standing ?? [])
        {
            stands[Index(0, cell)] = value;
        }

        var result = CountRounding.Round(
            new([.. counts], [.. roles], [.. relations, .. answers]), parameters.Threshold, standing is null ? null : stands, few?.Select(cell => Index(0, cell)).ToHashSet());
        for (var quantity = 0; quantity < quantities.Length; quantity++)
        {
            rounded[quantities[quantity]] = [.. result.Skip(quantity * count).Take(count)];
        }
    }

    /// <summary>No events where the population is rounded to nobody; of sex X, which may have events and no population, only where nobody at all is left.</summary>
    IEnumerable<KeyValuePair<int, long>> EventsOfNobody() => leaves
        .Where(cell => Rounded(Quantity.Base, AdditiveSystem.IsUnpublished(cell) ? cell - (int)Sex.X + (int)Sex.T : cell) == 0)
        .Select(cell => KeyValuePair.Create(cell, 0L));

    /// <summary>Events that come from few people, however many they are.</summary>
    IEnumerable<int> EventsOfFew() => leaves.Where(cell => parameters.IsSmall(At(system, cell).Contributors));

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
}
