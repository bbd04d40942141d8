using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>The trends of a release: each series up to a year, made from cells that are shown.</summary>
public sealed class ReleaseTrends(ReleaseDocument release, CellIndex cells)
{
    /// <summary>The trend of the last five points up to and with an address's year. A new definition, another age band of the source, or a source instead of answers, begins a new series.</summary>
    public SeriesTrend Of(CellAddress address)
    {
        var points = new List<(int, Estimate)>();
        (string? Band, bool Counted) kind = default;
        foreach (var year in release.Manifest.Years.Where(x => x <= address.Year))
        {
            var cell = cells[address with { Year = year }];
            if (cell?.Cell is Cell.Missing { Reason: Reason.NewDefinition } || (cell?.Cell is Cell.Shown && (cell.SourceBand, cell.Source is null) != kind))
            {
                points.Clear();
            }

            if (cell?.Cell is Cell.Shown shown)
            {
                kind = (cell.SourceBand, cell.Source is null);
                points.Add((year, shown.Estimate));
            }
        }

        return SeriesTrend.Of(points, release.Codebook.FindIndicator(address.Indicator)!.Polarity);
    }
}
