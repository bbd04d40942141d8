using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace Dashboard.Views;

/// <summary>A view's table as a spreadsheet: one sheet with the values as numbers, one that says what they are.</summary>
static partial class XlsxFile
{
    /// <summary>Writes the file; the same view gives the same bytes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="sheets">Names of the two sheets.</param>
    /// <param name="nameHeading">Heading over the names of facts.</param>
    /// <param name="contentHeading">Heading over their contents.</param>
    public static byte[] Of(ViewTable table, IReadOnlyList<(string Name, string Content)> facts, (string Values, string Facts) sheets, string nameHeading, string contentHeading)
    {
        using var written = new MemoryStream();
        MiniExcel.SaveAs(written, new Dictionary<string, object>
        {
            [sheets.Values] = table.Rows.Select(x => Cells(table.Columns, x)),
            [sheets.Facts] = facts.Select(x => new Dictionary<string, object?> { [nameHeading] = x.Name, [contentHeading] = x.Content }),
        });
        return Settled(written);
    }

    // Two columns may have one heading, and a spreadsheet needs names that differ.
    static Dictionary<string, object?> Cells(IReadOnlyList<ViewColumn> columns, ViewRow row)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            var heading = columns[i].FilesOnly ? columns[i].Id : columns[i].Heading;
            cells[cells.ContainsKey(heading) ? $"{heading} ({columns[i].Id})" : heading] = row.Fields[i].Raw;
        }

        return cells;
    }

    /// <summary>The same archive without what differs from one writing to the next: times of entries, and ids of sheets drawn at random.</summary>
    static byte[] Settled(MemoryStream written)
    {
        written.Position = 0;
        using var target = new MemoryStream();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var from = new ZipArchive(written, ZipArchiveMode.Read))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = new StreamReader(entry.Open(), Encoding.UTF8);
                using var sink = new StreamWriter(copy.Open(), new UTF8Encoding(false));
                sink.Write(RandomId.Replace(source.ReadToEnd(), x => ids.TryGetValue(x.Value, out var id) ? id : ids[x.Value] = $"\"rId{ids.Count + 1}\""));
            }
        }

        return target.ToArray();
    }

    [GeneratedRegex("\"R[0-9a-f]{32}\"")]
    static partial Regex RandomId { get; }
}
