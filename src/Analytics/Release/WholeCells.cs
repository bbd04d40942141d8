using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>
/// Which cells are shown with all their parts. Only they may use weights: a weighted figure of a sum with a withheld part is one equation more about
/// that part for whoever knows the weights, and nothing is proved about it. The other cells are estimated without weights, which tells no more than their counts do.
/// </summary>
sealed class WholeCells
{
    readonly CountTable table;
    readonly HashSet<(int Area, int Band, Sex Sex)> broken = [];

    WholeCells(CountTable table) => this.table = table;

    /// <summary>Looks every cell's parts through.</summary>
    public static WholeCells Of(ProtectedTable source)
    {
        var cells = new WholeCells(source.Table);
        var layout = source.Table.Layout;
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                for (var sex = Sex.F; sex <= Sex.T; sex++)
                {
                    if (sex != Sex.X && source[area, band, sex] != Visibility.Shown)
                    {
                        cells.Break(area, band, sex);
                    }
                }
            }
        }

        return cells;
    }

    /// <summary>Whether the cell and all its parts are shown.</summary>
    public bool IsWhole(int area, int band, Sex sex) => !broken.Contains((area, band, sex));

    /// <summary>The counts of a cell, with weights where it is whole.</summary>
    public Counts Counts(int area, int band, Sex sex) => IsWhole(area, band, sex) ? table[area, band, sex] : table[area, band, sex].WithoutWeights();

    /// <summary>A withheld cell breaks every cell that it is a part of: larger areas, wider bands, all sexes.</summary>
    void Break(int area, int band, Sex sex)
    {
        var layout = table.Layout;
        for (var larger = area; larger >= 0; larger = layout.AreaParent[larger])
        {
            for (var wider = 0; wider < layout.Bands.Count; wider++)
            {
                if (layout.BandLeaves[band].All(layout.BandLeaves[wider].Contains))
                {
                    broken.Add((larger, wider, sex));
                    broken.Add((larger, wider, Sex.T));
                }
            }
        }
    }
}
