using System.Runtime.InteropServices;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>The cells of a release by their place. Each indicator and year is one dense block, so that a neighbour is found by counting, not by searching.</summary>
public sealed class CellIndex
{
    const int Sexes = 4;

    readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> bands = new(StringComparer.Ordinal);
    readonly Dictionary<(string Indicator, int Year), int> blocks = [];
    readonly ReleasedCell?[][] cellsByBlock;
    readonly Series[][] seriesByBlock;
    readonly int[] years;
    readonly int[] before;

    /// <summary>Indexes cells.</summary>
    /// <param name="cells">The cells, each address once, in any order.</param>
    public CellIndex(IReadOnlyList<ReleasedCell> cells)
    {
        foreach (var (indicator, year, area, band, _) in cells.Select(x => x.Address))
        {
            areas.TryAdd(area, areas.Count);
            bands.TryAdd(band, bands.Count);
            blocks.TryAdd((indicator, year), blocks.Count);
        }

        cellsByBlock = [.. blocks.Select(_ => new ReleasedCell?[areas.Count * bands.Count * Sexes])];
        seriesByBlock = [.. blocks.Select(_ => new Series[areas.Count * bands.Count * Sexes])];
        var kinds = new Dictionary<(string? Band, bool Counted), int>();
        foreach (var cell in cells)
        {
            var place = PlaceOf(cell.Address)!.Value;
            cellsByBlock[place.Block][Offset(place)] = cell;
            seriesByBlock[place.Block][Offset(place)] = cell.Cell switch
            {
                Cell.Shown shown => new Series(shown.Estimate, KindOf((cell.SourceBand, cell.Source is null))),
                Cell.Missing { Reason: Reason.NewDefinition } => new Series(null, Series.Break),
                _ => default,
            };
        }

        int KindOf((string?, bool) kind)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(kinds, kind, out var exists);
            return exists ? known : known = kinds.Count;
        }

        years = [.. blocks.Keys.Select(x => x.Year)];
        before = [.. blocks.Select(_ => -1)];
        foreach (var indicator in blocks.GroupBy(x => x.Key.Indicator, StringComparer.Ordinal))
        {
            var ascending = indicator.OrderBy(x => x.Key.Year).ToArray();
            for (var i = 1; i < ascending.Length; i++)
            {
                before[ascending[i].Value] = ascending[i - 1].Value;
            }
        }
    }

    /// <summary>The cell at an address; null where the release holds none.</summary>
    public ReleasedCell? this[CellAddress address] => PlaceOf(address) is { } place ? this[place] : null;

    /// <summary>The cell at a place; null where the release holds none.</summary>
    internal ReleasedCell? this[CellPlace place] => cellsByBlock[place.Block][Offset(place)];

    /// <summary>What comparisons need of a cell, without the rest of it.</summary>
    internal ref readonly Series SeriesAt(CellPlace place) => ref seriesByBlock[place.Block][Offset(place)];

    /// <summary>The place of an address; null where no cell shares its area, age band, or indicator and year.</summary>
    internal CellPlace? PlaceOf(CellAddress address) =>
        blocks.TryGetValue((address.Indicator, address.Year), out var block) && areas.TryGetValue(address.Area, out var area) && bands.TryGetValue(address.AgeBand, out var band)
            ? new CellPlace(block, area, band, address.Sex)
            : null;

    /// <summary>The index of an area; null where the release holds no cell of it.</summary>
    internal int? AreaOf(string code) => areas.TryGetValue(code, out var area) ? area : null;

    /// <summary>The year of a place.</summary>
    internal int YearOf(CellPlace place) => years[place.Block];

    /// <summary>The same place in the indicator's year before, which need not be the year before; null where there is none.</summary>
    internal CellPlace? Before(CellPlace place) => before[place.Block] is >= 0 and var block ? place with { Block = block } : null;

    int Offset(CellPlace place) => (((place.Area * bands.Count) + place.Band) * Sexes) + (int)place.Sex;
}

/// <summary>Where a cell stands in a <see cref="CellIndex"/>.</summary>
/// <param name="Block">Index of its indicator and year.</param>
/// <param name="Area">Index of its area.</param>
/// <param name="Band">Index of its age band.</param>
/// <param name="Sex">F, M or T.</param>
readonly record struct CellPlace(int Block, int Area, int Band, Sex Sex);

/// <summary>A shown estimate and what it measures; only estimates of the same kind may be compared.</summary>
/// <param name="Estimate">The estimate; null where none is shown.</param>
/// <param name="Kind">Equal for cells of the same band of a source, or counted alike.</param>
readonly record struct Series(Estimate? Estimate, int Kind)
{
    /// <summary>The kind of a cell that a new definition makes incomparable.</summary>
    public const int Break = -1;
}
