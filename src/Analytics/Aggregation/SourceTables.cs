using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Aggregation;

/// <summary>Figures that sources publish, per indicator, year and source band: kept in the source's own band, never split.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Band">The source's own age band; may reach beyond the oldest age of the catalogue.</param>
/// <param name="Rows">Every row of the table, by area and sex.</param>
/// <param name="Counts">The figures that come as cases out of a base, in one band; null where none do. Of sexes that do not add up, only the total.</param>
/// <param name="Complete">Whether the counts of larger areas are the sums of their parts; otherwise the areas stand on their own.</param>
/// <param name="Overlapped">Whether a broader band with counts overlaps it: the difference of the two would be a table nobody protects, so its counts are withheld.</param>
sealed record SourceTable(
    Indicator Indicator, int Year, AgeBand Band, IReadOnlyDictionary<(string Area, Sex Sex), AggregateRow> Rows, CountTable? Counts, bool Complete, bool Overlapped);

/// <summary>Puts rows of published figures together as <see cref="SourceTable"/>s.</summary>
static class SourceTables
{
    /// <summary>The tables, by indicator in catalogue order, year and band.</summary>
    public static IEnumerable<SourceTable> Of(IReadOnlyList<AggregateRow> rows, Codebook codebook, Layout layout) =>
        from row in rows
        let counted = WithNumerator(row, codebook.Indicators[row.Indicator])
        group counted by (row.Indicator, row.Year) into year
        orderby year.Key.Indicator, year.Key.Year
        from table in Bands(
            from row in year
            group row by (row.AgeFrom, row.AgeTo) into band
            orderby band.Key.AgeFrom, band.Key.AgeTo
            select Table(
                codebook.Indicators[year.Key.Indicator], year.Key.Year, new AgeBand(AgeBand.IdOf(band.Key.AgeFrom, band.Key.AgeTo), band.Key.AgeFrom, band.Key.AgeTo),
                band.ToDictionary(x => (x.Area, x.Sex)), layout))
        select table;

    /// <summary>Whether the figure is cases or events out of a base. Shares above one (enrolled here, living elsewhere) are taken over as values.</summary>
    public static bool HasCounts(AggregateRow row, Indicator indicator) =>
        row is { Numerator: { } numerator, Denominator: > 0 and { } denominator } && (numerator <= denominator || indicator.Measure == Measure.Rate);

    /// <summary>A value beside its base is a count to anyone who multiplies, so it is one here.</summary>
    static AggregateRow WithNumerator(AggregateRow row, Indicator indicator) =>
        row is { Numerator: null, Denominator: > 0 and { } denominator, Value: { } value } && indicator.Measure is Measure.Proportion or Measure.Rate
            ? row with { Numerator = (long)Math.Round(value / indicator.Unit.Factor * denominator, MidpointRounding.AwayFromZero) }
            : row;

    /// <summary>Of bands that overlap, the broadest keeps its counts.</summary>
    static IEnumerable<SourceTable> Bands(IEnumerable<SourceTable> tables)
    {
        var all = tables.ToArray();
        var kept = new List<AgeBand>();
        foreach (var table in all.Where(x => x.Counts is not null).OrderByDescending(x => x.Band.To - x.Band.From).ThenBy(x => x.Band.From))
        {
            if (!kept.Any(x => x.Overlaps(table.Band.From, table.Band.To)))
            {
                kept.Add(table.Band);
            }
        }

        return all.Select(x => x.Counts is null || kept.Contains(x.Band) ? x : x with { Counts = null, Overlapped = true });
    }

    static SourceTable Table(Indicator indicator, int year, AgeBand band, Dictionary<(string, Sex), AggregateRow> rows, Layout layout)
    {
        // Means and counts of things say nothing about single children: their values are taken over as published.
        var (counts, complete) = indicator.Measure is not (Measure.Proportion or Measure.Rate) || !rows.Values.Any(x => HasCounts(x, indicator))
            ? (null, false)
            : BySex(indicator, year, band, rows, layout) ?? TotalOnly(indicator, year, band, rows, layout);
        return new SourceTable(indicator, year, band, rows, counts, complete, Overlapped: false);
    }

    /// <summary>All sexes with X = T − F − M; null where no area has them, one has only some, or they exceed the total: then nothing can be proved about them.</summary>
    static (CountTable Counts, bool Complete)? BySex(Indicator indicator, int year, AgeBand band, Dictionary<(string, Sex), AggregateRow> rows, Layout layout)
    {
        var complete = IsComplete(indicator, rows, layout, Sexes.Published);
        var table = new CountTable(indicator, year, OneBand(layout, band, complete));
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            var found = Sexes.Published.Select(sex => rows.GetValueOrDefault((layout.Areas[area], sex))).OfType<AggregateRow>().Where(x => HasCounts(x, indicator)).ToArray();
            if (found.Length == 0)
            {
                continue;
            }

            if (found is not [{ Sex: Sex.F } f, { Sex: Sex.M } m, { Sex: Sex.T } t])
            {
                return null;
            }

            var (girls, boys, all) = (CountsOf(f), CountsOf(m), CountsOf(t));
            var other = new Counts { Asked = all.Base - girls.Base - boys.Base, Base = all.Base - girls.Base - boys.Base, Cases = all.Cases - girls.Cases - boys.Cases };
            other.Contributors = other.Cases;
            if (other.Base < 0 || other.Cases < 0 || (indicator.Measure == Measure.Proportion && other.Complement < 0))
            {
                return null;
            }

            (table[area, 0, Sex.F], table[area, 0, Sex.M], table[area, 0, Sex.X], table[area, 0, Sex.T]) = (girls, boys, other, all);
        }

        return Finish(table, complete);
    }

    static (CountTable Counts, bool Complete) TotalOnly(Indicator indicator, int year, AgeBand band, Dictionary<(string, Sex), AggregateRow> rows, Layout layout)
    {
        var complete = IsComplete(indicator, rows, layout, [Sex.T]);
        var table = new CountTable(indicator, year, OneBand(layout, band, complete)) { BySex = false };
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            if (rows.GetValueOrDefault((layout.Areas[area], Sex.T)) is { } row && HasCounts(row, indicator))
            {
                table[area, 0, Sex.T] = CountsOf(row);
            }
        }

        return Finish(table, complete);
    }

    static (CountTable Counts, bool Complete) Finish(CountTable table, bool complete)
    {
        if (complete)
        {
            table.SumMargins();
        }

        return (table, complete);
    }

    /// <summary>Whether every municipality has counts and no larger area has figures of its own, so that larger areas are sums.</summary>
    static bool IsComplete(Indicator indicator, Dictionary<(string, Sex), AggregateRow> rows, Layout layout, IReadOnlyList<Sex> sexes) =>
        Enumerable.Range(0, layout.Areas.Count).All(area => sexes.All(sex =>
            layout.AreaChildren[area].Count == 0
                ? rows.GetValueOrDefault((layout.Areas[area], sex)) is { } row && HasCounts(row, indicator)
                : !rows.ContainsKey((layout.Areas[area], sex))));

    static Layout OneBand(Layout layout, AgeBand band, bool complete) =>
        new(layout.Areas, complete ? layout.AreaParent : [.. layout.AreaParent.Select(_ => -1)], [band], [[0]]);

    static Counts CountsOf(AggregateRow row)
    {
        var (cases, population) = (row.Numerator!.Value, row.Denominator!.Value);
        return new Counts
        {
            Asked = population,
            Base = population,
            Cases = cases,
            Contributors = cases,
            Weight = population,
            SquaredWeight = population,
            WeightedValue = cases,
            WeightedSquare = cases,
        };
    }
}
