using System.Globalization;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads <c>counties.csv</c> and <c>municipalities.csv</c>.</summary>
static class AreaFiles
{
    static readonly string[] CountyColumns = ["code", "name_sv", "name_en"];
    static readonly string[] MunicipalityColumns = ["code", "name", "population", "children", "tile_row", "tile_column", "neighbours"];

    /// <summary>The counties, by code.</summary>
    public static CatalogueTable<County> Counties(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, FaultList faults)
    {
        var table = CatalogueTable.Read(files, CatalogueFiles.Counties, CountyColumns, faults, row =>
        {
            var county = new County(Digits(row, 2, "06"), row.Required("name_sv"), row.Required("name_en"));
            if (county.Code == AreaCode.Nation)
            {
                row.Refuse("code", $"another code: '{AreaCode.Nation}' is the nation");
            }

            return county;
        });
        return table with { Rows = [.. table.Rows.OrderBy(x => x.Value.Code, StringComparer.Ordinal)] };
    }

    /// <summary>The municipalities, by code.</summary>
    public static CatalogueTable<Municipality> Municipalities(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CatalogueTable<County> counties, FaultList faults)
    {
        var table = CatalogueTable.Read(files, CatalogueFiles.Municipalities, MunicipalityColumns, faults, row => Parse(row, counties));
        foreach (var (municipality, line) in table.Rows)
        {
            foreach (var neighbour in municipality.Neighbours.Where(table.Lacks))
            {
                faults.Add(new Fault(CatalogueFiles.Municipalities, line, "neighbours", Fault.Quoted(neighbour), "codes of municipalities in this file"));
            }
        }

        CheckMutual(table, faults);
        CheckTiles(table, faults);
        return table with { Rows = [.. table.Rows.OrderBy(x => x.Value.Code, StringComparer.Ordinal)] };
    }

    static Municipality Parse(CatalogueRow row, CatalogueTable<County> counties)
    {
        var code = Digits(row, 4, "0680");
        if (code.Length == 4 && counties.Lacks(code[..2]))
        {
            row.Refuse("code", $"a code whose first two digits are a county in {CatalogueFiles.Counties}");
        }

        var (population, children) = (row.WholeOrNone("population", 0, int.MaxValue), row.WholeOrNone("children", 0, int.MaxValue));
        if (children > population)
        {
            row.Refuse("children", "no more children than inhabitants");
        }

        var (tileRow, tileColumn) = (row.WholeOrNone("tile_row", 0, 999), row.WholeOrNone("tile_column", 0, 999));
        if (tileRow is null != tileColumn is null)
        {
            row.Refuse(tileRow is null ? "tile_row" : "tile_column", "both tile_row and tile_column, or neither");
        }

        var neighbours = row.List("neighbours", ' ');
        if (neighbours.Contains(code))
        {
            row.Refuse("neighbours", "other municipalities than this one");
        }

        return new Municipality(code, row.Required("name"), population, children, tileRow is { } r && tileColumn is { } c ? new Tile(r, c) : null, neighbours);
    }

    static void CheckMutual(CatalogueTable<Municipality> table, FaultList faults)
    {
        var byCode = table.Rows.Select(x => x.Value).DistinctBy(x => x.Code).ToDictionary(x => x.Code, StringComparer.Ordinal);
        foreach (var (municipality, line) in table.Rows)
        {
            foreach (var neighbour in municipality.Neighbours.Where(x => byCode.TryGetValue(x, out var other) && !other.Neighbours.Contains(municipality.Code)))
            {
                faults.Add(new Fault(CatalogueFiles.Municipalities, line, "neighbours", Fault.Quoted(neighbour), $"neighbours on both sides: {neighbour} does not name {municipality.Code}"));
            }
        }
    }

    static void CheckTiles(CatalogueTable<Municipality> table, FaultList faults)
    {
        var taken = new Dictionary<(string County, Tile Tile), Placed<Municipality>>();
        foreach (var placed in table.Rows.Where(x => x.Value.Tile is not null))
        {
            var key = (placed.Value.County, placed.Value.Tile!.Value);
            if (!taken.TryAdd(key, placed))
            {
                faults.Add(new Fault(CatalogueFiles.Municipalities, placed.Line, "tile_row", string.Create(CultureInfo.InvariantCulture, $"row {key.Value.Row}, column {key.Value.Column}"),
                    $"a tile of its own in the county; {taken[key].Value.Code} has this one"));
            }
        }
    }

    static string Digits(CatalogueRow row, int count, string example)
    {
        var code = row.Text("code");
        if (code.Length != count || !code.All(char.IsAsciiDigit))
        {
            row.Refuse("code", string.Create(CultureInfo.InvariantCulture, $"{count} digits, for example '{example}'"));
        }

        return code;
    }
}
