using System.Globalization;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads <c>age_bands.csv</c>: a partition of all ages, coarser bands over it, and the total.</summary>
static class AgeBandFile
{
    enum BandKind
    {
        Partition,
        Coarser,
        Total,
    }

    static readonly string[] Columns = ["id", "from", "to", "kind"];

    /// <summary>The bands, or null with the reason among the faults; the table gives the ids to check references against.</summary>
    public static (AgeBands? Bands, CatalogueTable<AgeBand> Table) Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, FaultList faults)
    {
        var before = faults.Count;
        var rows = CatalogueTable.Read(files, CatalogueFiles.AgeBands, Columns, faults, row =>
        {
            var band = new AgeBand(row.Text("id"), row.Whole("from", 0, 120), row.Whole("to", 0, 120));
            if (row.Sound && band.From > band.To)
            {
                row.Refuse("to", string.Create(CultureInfo.InvariantCulture, $"an age from {band.From}, where the band starts"));
            }
            else if (row.Sound && band.Id != AgeBand.IdOf(band.From, band.To))
            {
                row.Refuse("id", $"the ends of the band, '{AgeBand.IdOf(band.From, band.To)}'");
            }

            return (Band: band, Kind: row.Member<BandKind>("kind"));
        });
        var table = new CatalogueTable<AgeBand>([.. rows.Rows.Select(x => new Placed<AgeBand>(x.Value.Band, x.Line))], rows.Keys);
        if (faults.Count > before)
        {
            return (null, table);
        }

        var byKind = rows.Rows.ToLookup(x => x.Value.Kind, x => new Placed<AgeBand>(x.Value.Band, x.Line));
        Placed<AgeBand>[] partition = [.. byKind[BandKind.Partition].OrderBy(x => x.Value.From).ThenBy(x => x.Line)];
        Placed<AgeBand>[] coarser = [.. byKind[BandKind.Coarser].OrderBy(x => x.Value.From).ThenBy(x => x.Value.To)];
        Placed<AgeBand>[] total = [.. byKind[BandKind.Total]];
        CheckPartition(partition, faults);
        if (faults.Count == before)
        {
            CheckCoarser(partition, coarser, faults);
            CheckTotal(partition, total, faults);
        }

        return faults.Count > before
            ? (null, table)
            : (new AgeBands([.. partition.Select(x => x.Value)], [.. coarser.Select(x => x.Value)], total.Length == 1 ? total[0].Value : partition[0].Value), table);
    }

    static void CheckPartition(Placed<AgeBand>[] partition, FaultList faults)
    {
        if (partition.Length == 0)
        {
            faults.Add(new Fault(CatalogueFiles.AgeBands, 0, "kind", "no band of the kind 'partition'", "bands that divide all ages"));
        }

        for (var i = 1; i < partition.Length; i++)
        {
            var (previous, band) = (partition[i - 1].Value, partition[i].Value);
            if (band.From != previous.To + 1)
            {
                faults.Add(new Fault(CatalogueFiles.AgeBands, partition[i].Line, "from", $"{(band.From <= previous.To ? "an overlap" : "a gap")} between {previous.Id} and {band.Id}",
                    string.Create(CultureInfo.InvariantCulture, $"bands of the partition that follow each other, here from {previous.To + 1}")));
            }
        }
    }

    static void CheckCoarser(Placed<AgeBand>[] partition, Placed<AgeBand>[] coarser, FaultList faults)
    {
        foreach (var (band, line) in coarser)
        {
            if (!partition.Any(x => x.Value.From == band.From) || !partition.Any(x => x.Value.To == band.To))
            {
                faults.Add(new Fault(CatalogueFiles.AgeBands, line, "id", $"'{band.Id}'", "a coarser band that starts and ends where bands of the partition do"));
            }
        }
    }

    static void CheckTotal(Placed<AgeBand>[] partition, Placed<AgeBand>[] total, FaultList faults)
    {
        var all = AgeBand.IdOf(partition[0].Value.From, partition[^1].Value.To);
        if (total.Length == 0 && partition.Length > 1)
        {
            faults.Add(new Fault(CatalogueFiles.AgeBands, 0, "kind", "no band of the kind 'total'", $"one that holds all ages, '{all}'"));
        }

        foreach (var (band, line) in total.Skip(1))
        {
            faults.Add(new Fault(CatalogueFiles.AgeBands, line, "kind", $"a second total, '{band.Id}'", "one total"));
        }

        if (total.Length > 0 && total[0].Value.Id != all)
        {
            faults.Add(new Fault(CatalogueFiles.AgeBands, total[0].Line, "id", $"'{total[0].Value.Id}'", $"a total that holds all ages of the partition and no other, '{all}'"));
        }
    }
}
