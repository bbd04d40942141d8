using System.Globalization;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>A value and the line it was read from, for faults that show only when other rows are known.</summary>
readonly record struct Placed<T>(T Value, long Line);

/// <summary>The rows of one catalogue file.</summary>
/// <param name="Rows">Rows without a fault, in file order.</param>
/// <param name="Keys">Keys of all rows, also of those with another fault; null where a key could not be read, so that nobody reports as missing what may be there.</param>
sealed record CatalogueTable<T>(IReadOnlyList<Placed<T>> Rows, IReadOnlySet<string>? Keys)
{
    /// <summary>The values alone.</summary>
    public IReadOnlyList<T> Values => [.. Rows.Select(x => x.Value)];

    /// <summary>Whether a key is missing for certain.</summary>
    public bool Lacks(string key) => Keys?.Contains(key) == false;
}

/// <summary>Reads one catalogue file: a key in the first column, every column there, every field checked.</summary>
static class CatalogueTable
{
    /// <summary>Reads all rows and reports everything wrong with them.</summary>
    /// <param name="files">The catalogue's files.</param>
    /// <param name="name">Which of them.</param>
    /// <param name="columns">Its columns, the key first.</param>
    /// <param name="faults">Receives every fault.</param>
    /// <param name="parse">Makes the value of a row; its faults are reported through the row.</param>
    public static CatalogueTable<T> Read<T>(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string name, string[] columns, FaultList faults, Func<CatalogueRow, T> parse)
    {
        if (!files.TryGetValue(name, out var content))
        {
            faults.Add(new Fault(name, 0, "", "no such file", $"a file with the header '{string.Join(',', columns)}'"));
            return new CatalogueTable<T>([], null);
        }

        var before = faults.Count;
        using var rows = CsvRows.Open(name, new MemoryStream(content.ToArray()), columns, [], faults);
        var (values, keys) = (new List<Placed<T>>(), new Dictionary<string, long>(StringComparer.Ordinal));
        if (faults.Count > before)
        {
            return new CatalogueTable<T>([], null);
        }

        var (certain, counted) = (true, faults.Count);
        while (rows.Read())
        {
            certain &= faults.Count == counted;
            var row = new CatalogueRow(rows, columns, faults);
            var key = row.Key(columns[0]);
            if (!keys.TryAdd(key, rows.Line))
            {
                row.Refuse(columns[0], string.Create(CultureInfo.InvariantCulture, $"each {columns[0]} once; line {keys[key]} has it too"));
            }

            certain &= row.Sound;
            var value = parse(row);
            if (row.Sound)
            {
                values.Add(new Placed<T>(value, rows.Line));
            }

            counted = faults.Count;
        }

        if (keys.Count == 0 && faults.Count == before)
        {
            faults.Add(new Fault(name, 0, "", "no rows", "at least one row after the header"));
        }

        return new CatalogueTable<T>(values, certain && faults.Count == counted ? keys.Keys.ToHashSet(StringComparer.Ordinal) : null);
    }
}
