using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Estimation;
using Analytics.Intake;
using Analytics.Release;

namespace Benchmarks;

/// <summary>A made-up release of the whole nation: 290 municipalities, 21 counties and the nation, the same every time.</summary>
static class NationalRelease
{
    /// <summary>Cells of indicators × years × bands × sexes over all areas; every third indicator is a rate, every tenth cell is suppressed.</summary>
    public static ReleaseDocument Create(int indicators, int years, int bands)
    {
        var codebook = CodebookReader.Read(CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList()), new FaultList())!;
        var shares = codebook.Indicators.Where(x => x.Measure == Measure.Proportion).Take(indicators - (indicators / 3));
        var rates = codebook.Indicators.Where(x => x.Measure == Measure.Rate);
        var municipalities = codebook.Municipalities.Select((x, i) => x with { Children = 1000 + (i * 37 % 9000) }).ToArray();
        Indicator[] chosen = [.. shares, .. rates];
        chosen = [.. chosen, .. chosen.Where(x => x.Measure == Measure.Rate).SelectMany(x => Enumerable.Range(0, 10).Select(i => x with { Id = $"{x.Id}_{i}" })).Take(indicators - chosen.Length)];
        var extended = new Codebook(codebook.Version, chosen, [], [], codebook.Counties, municipalities, codebook.AgeBands, []);
        var cells = new List<ReleasedCell>();
        foreach (var indicator in chosen)
        {
            for (var year = 2026 - years; year < 2026; year++)
            {
                cells.AddRange(Block(extended, indicator, year, bands));
            }
        }

        var manifest = new Manifest(
            "national", DateTimeOffset.UnixEpoch, new InputDescription("Made up", "None", "CC0", "2026", null, true), [], codebook.Version,
            new ReleaseParameters(5, 20, "suppression"), new Dictionary<string, string>(), [.. Enumerable.Range(2026 - years, years)],
            [.. municipalities.Select(x => x.Code), .. codebook.Counties.Select(x => x.Code), AreaCode.Nation]);
        return new ReleaseDocument(manifest, extended, cells);
    }

    static IEnumerable<ReleasedCell> Block(Codebook codebook, Indicator indicator, int year, int bands)
    {
        var sums = new Dictionary<(string Area, int Band, Sex Sex), (long Cases, long People)>();
        foreach (var municipality in codebook.Municipalities)
        {
            for (var band = 0; band < bands; band++)
            {
                foreach (var sex in (Sex[])[Sex.F, Sex.M])
                {
                    var hash = (uint)HashCode(municipality.Code, indicator.Id, year, band, (int)sex);
                    var people = 60 + (hash % 900);
                    var cases = indicator.Measure == Measure.Rate ? hash / 997 % 40 : people * (5 + (hash / 7919 % 30)) / 100;
                    foreach (var area in (string[])[municipality.Code, municipality.County, AreaCode.Nation])
                    {
                        foreach (var margin in (Sex[])[sex, Sex.T])
                        {
                            var (c, p) = sums.GetValueOrDefault((area, band, margin));
                            sums[(area, band, margin)] = (c + cases, p + people);
                        }
                    }
                }
            }
        }

        return from entry in sums
               let address = new CellAddress(indicator.Id, year, entry.Key.Area, codebook.AgeBands.All[entry.Key.Band].Id, entry.Key.Sex)
               let withheld = entry.Key.Area.Length == 4 && entry.Value.People % 10 == 0
               select new ReleasedCell(
                   address, withheld ? new Cell.Missing(Reason.Suppressed, null) : new Cell.Shown(Estimate.Of(Totals.OfCounts(entry.Value.Cases, entry.Value.People), indicator.Measure)), null, null);
    }

    // Not string.GetHashCode, which differs from run to run.
    static int HashCode(string area, string indicator, int year, int band, int sex)
    {
        var hash = 2166136261u;
        foreach (var letter in $"{area}{indicator}{year}{band}{sex}")
        {
            hash = (hash ^ letter) * 16777619u;
        }

        hash ^= hash >> 15;
        hash *= 2246822519u;
        return (int)((hash ^ (hash >> 13)) & 0x7fffffff);
    }
}
