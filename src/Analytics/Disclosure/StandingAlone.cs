using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>Larger areas with figures of their own, because a source lacks some of their parts: they are not the sums of rounded parts, so one beside the others could undo the rounding.</summary>
static class StandingAlone
{
    /// <summary>The cells to withhold: of larger areas one of whose parts was rounded, or whose remainder without the known parts is small.</summary>
    /// <param name="counted">The counts.</param>
    /// <param name="rounded">The same, rounded.</param>
    /// <param name="system">Their cells.</param>
    /// <param name="parameters">What is small.</param>
    public static IEnumerable<int> Withheld(CountTable counted, CountTable rounded, AdditiveSystem system, ProtectionParameters parameters) =>
        from area in Enumerable.Range(0, counted.Layout.Areas.Count)
        where counted.Layout.AreaChildren[area].Count == 0 && AreaCode.LevelOf(counted.Layout.Areas[area]) != AreaLevel.Municipality
        where IsUndone(counted, rounded, system, parameters, area)
        from band in Enumerable.Range(0, counted.Layout.Bands.Count)
        from sex in system.Sexes
        select system.Index(area, band, sex);

    static bool IsUndone(CountTable counted, CountTable rounded, AdditiveSystem system, ProtectionParameters parameters, int area) =>
        Parts(counted.Layout, area).GroupBy(part => AreaCode.LevelOf(counted.Layout.Areas[part])).Any(parts =>
            Enumerable.Range(0, counted.Layout.Bands.Count).Any(band => system.Sexes.Any(sex =>
            {
                var known = parts.Where(part => counted[part, band, Sex.T].Base > 0).ToArray();
                var rest = known.Aggregate(counted[area, band, sex], (rest, part) => Less(rest, counted[part, band, sex]));
                return known.Any(part => counted[part, band, sex] is var x && rounded[part, band, sex] is var y && (x.Base, x.Cases) != (y.Base, y.Cases))
                    || (known.Length > 0 && (parameters.IsSmall(rest.Base) || parameters.IsSmall(rest.Cases) || parameters.IsSmall(rest.Complement)));
            })));

    static Counts Less(in Counts whole, in Counts part) => new() { Base = whole.Base - part.Base, Cases = whole.Cases - part.Cases };

    static IEnumerable<int> Parts(Layout layout, int area) => Enumerable.Range(0, layout.Areas.Count).Where(part =>
        part != area && (layout.Areas[area] == AreaCode.Nation || layout.Areas[part].StartsWith(layout.Areas[area], StringComparison.Ordinal)));
}
