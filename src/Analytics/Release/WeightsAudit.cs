using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Release;

/// <summary>Looks for weighted figures of sums with a withheld part: one equation more for whoever knows the weights.</summary>
static class WeightsAudit
{
    /// <summary>The cells, by their places.</summary>
    public static IEnumerable<string> Findings(ReleaseDocument release)
    {
        var layout = AreaHierarchy.Of(release.Codebook, release.Manifest.Areas.Where(x => AreaCode.LevelOf(x) == AreaLevel.Municipality), release.Codebook.AgeBands);
        var areas = layout.Areas.Select((code, i) => (code, i)).ToDictionary(x => x.code, x => x.i);
        var bands = layout.Bands.Select((band, i) => (band.Id, i)).ToDictionary(x => x.Id, x => x.i);
        foreach (var cells in release.Cells.Where(x => x.Source is null).GroupBy(x => (x.Address.Indicator, x.Address.Year)))
        {
            var broken = cells.Where(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed }).Select(x => x.Address).ToArray();
            foreach (var cell in cells.Where(x => x.Cell is Cell.Shown { Estimate: { Denominator: { } people, Weighted: { } sums } } && (sums.Weight != people || sums.SquaredWeight != people)))
            {
                if (broken.Any(part => IsPart(part, cell.Address)))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{cell.Address.Indicator}, {cell.Address.Year}, {cell.Address.Area}, {cell.Address.AgeBand}, {cell.Address.Sex}");
                }
            }
        }

        bool IsPart(CellAddress part, CellAddress whole) =>
            (whole.Sex == Sex.T || part.Sex == whole.Sex) && IsWithin(areas[part.Area], areas[whole.Area]) && layout.BandLeaves[bands[part.AgeBand]].All(layout.BandLeaves[bands[whole.AgeBand]].Contains);

        bool IsWithin(int area, int whole) => area == whole || (layout.AreaParent[area] >= 0 && IsWithin(layout.AreaParent[area], whole));
    }
}
