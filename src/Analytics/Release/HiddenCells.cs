using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>The withheld cells of one indicator and year with sums of the counts behind them; what may be kept of it is a <see cref="ProtectionRecord"/>.</summary>
sealed class HiddenCells
{
    readonly List<WithheldCell> cells = [];
    readonly SortedDictionary<ProtectionRule, (int Cells, long Counts)> sums = [];
    readonly (string Indicator, int Year) place;
    readonly Dictionary<string, ProtectedTable> tables;
    readonly HashSet<(string Area, string Band, Sex Sex)> bySource;
    readonly ProtectionParameters parameters;

    HiddenCells(IReadOnlyList<ReleasedCell> released, Dictionary<string, ProtectedTable> tables, HashSet<(string Area, string Band, Sex Sex)> bySource, ProtectionParameters parameters)
    {
        (this.tables, this.bySource, this.parameters) = (tables, bySource, parameters);
        place = (released[0].Address.Indicator, released[0].Address.Year);
        var counted = new HashSet<(string Area, string Band, Sex Sex)>();
        foreach (var cell in released.Where(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed }))
        {
            var (area, band, sex) = (cell.Address.Area, cell.SourceBand ?? cell.Address.AgeBand, cell.Address.Sex);
            var (rule, counts, protects) = At(cell.Address, area, band, sex);
            cells.Add(new WithheldCell(cell.Address, rule, protects));
            // A figure of a broader band stands in several cells.
            if (counted.Add((area, band, sex)))
            {
                var sum = sums.GetValueOrDefault(rule);
                sums[rule] = (sum.Cells + 1, sum.Counts + counts);
            }
        }
    }

    /// <summary>The cells of an indicator counted from observations.</summary>
    /// <param name="released">Its cells of one year.</param>
    /// <param name="table">Its table of that year.</param>
    public static HiddenCells Of(IReadOnlyList<ReleasedCell> released, ProtectedTable table) =>
        new(released, table.Table.Layout.Bands.ToDictionary(x => x.Id, _ => table, StringComparer.Ordinal), [], table.Parameters);

    /// <summary>The cells of an indicator whose figures sources publish.</summary>
    /// <param name="released">Its cells of one year.</param>
    /// <param name="published">Its tables of that year, those without counts too.</param>
    /// <param name="protection">The protection of each table with counts.</param>
    /// <param name="parameters">What they are protected with.</param>
    public static HiddenCells Of(IReadOnlyList<ReleasedCell> released, IEnumerable<SourceTable> published, IReadOnlyDictionary<CountTable, ProtectedTable> protection, ProtectionParameters parameters)
    {
        var tables = published.ToArray();
        return new(
            released, tables.Where(x => x.Counts is not null).ToDictionary(x => x.Band.Id, x => protection[x.Counts!], StringComparer.Ordinal),
            [.. tables.SelectMany(table => table.Rows.Where(x => x.Value.Status == Reason.Suppressed).Select(x => (x.Key.Area, table.Band.Id, x.Key.Sex)))], parameters);
    }

    /// <summary>Number of cells that a rule hides.</summary>
    public int CellsOf(ProtectionRule rule) => sums.GetValueOrDefault(rule).Cells;

    /// <summary>Number of cells that any rule hides.</summary>
    public int Cells => sums.Values.Sum(x => x.Cells);

    /// <summary>The people that withheld cells do not show.</summary>
    public long Counts => sums.Values.Sum(x => x.Counts);

    /// <summary>What the secondary cells cost.</summary>
    public long Cost => tables.Values.Distinct().Sum(x => x.Cost);

    /// <summary>What they cost at least.</summary>
    public double LowerBound => tables.Values.Distinct().Sum(x => x.LowerBound);

    /// <summary>What may be kept: no count of a single cell, nor one of few.</summary>
    public ProtectionRecord Record()
    {
        var few = CellsOf(ProtectionRule.Secondary) < parameters.Threshold;
        return new(
            place.Indicator, place.Year, parameters.Width,
            [.. sums.Select(x => new HiddenByRule(x.Key, x.Value.Cells, x.Value.Cells < parameters.Threshold || !IsCounted(x.Key) ? null : x.Value.Counts))],
            few ? null : Cost, few ? null : LowerBound, ProtectionRecord.GapOf(Cost, LowerBound), cells);
    }

    (ProtectionRule Rule, long Counts, CellAddress? Protects) At(CellAddress address, string area, string band, Sex sex)
    {
        if (bySource.Contains((area, band, sex)))
        {
            return (ProtectionRule.BySource, 0, null);
        }

        if (!tables.TryGetValue(band, out var table))
        {
            return (ProtectionRule.Unproven, 0, null);
        }

        var layout = table.Table.Layout;
        var (i, j) = (IndexOf(layout.Areas, area), Math.Max(0, IndexOf([.. layout.Bands.Select(x => x.Id)], band)));
        var rule = ProtectionRules.Of(table.Rule(i, j, sex));
        var protects = rule == ProtectionRule.Secondary && PrimaryOf(table, i, j, sex) is { } other
            ? address with { Area = layout.Areas[other.Area], AgeBand = layout.Bands.Count == 1 ? address.AgeBand : layout.Bands[other.Band].Id, Sex = other.Sex }
            : (CellAddress?)null;
        return (rule, IsCounted(rule) ? CountsAt(table, i, j, sex, rule) : 0, protects);
    }

    /// <summary>The cell for which all others in the chain were withheld: cases may protect those of a cell whose base protects another.</summary>
    static (int Area, int Band, Sex Sex)? PrimaryOf(ProtectedTable table, int area, int band, Sex sex)
    {
        var seen = new HashSet<(int, int, Sex)>();
        (int Area, int Band, Sex Sex)? found = null;
        for (var next = table.Protects(area, band, sex); next is { } cell && seen.Add(cell); next = table.Rule(cell.Area, cell.Band, cell.Sex) == WithheldBy.Secondary ? table.Protects(cell.Area, cell.Band, cell.Sex) : null)
        {
            found = cell;
        }

        return found;
    }

    static bool IsCounted(ProtectionRule rule) => rule < ProtectionRule.Unproven;

    static int IndexOf(IReadOnlyList<string> codes, string code) => codes.TakeWhile(x => x != code).Count() is var index && index < codes.Count ? index : -1;

    static long CountsAt(ProtectedTable table, int area, int band, Sex sex, ProtectionRule rule)
    {
        ref readonly var counts = ref table.Table[area, band, sex];
        return table[area, band, sex] == Visibility.BaseWithheld || table.Table.Indicator.Measure == Measure.Mean ? counts.Base
            : rule == ProtectionRule.SmallComplement ? counts.Complement
            : counts.Cases;
    }
}
