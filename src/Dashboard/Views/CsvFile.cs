using System.Text;
using Analytics.Csv;

namespace Dashboard.Views;

/// <summary>A view's table as CSV that says what it is: comment lines that begin with #, a header of stable names, the rows.</summary>
static class CsvFile
{
    public static byte[] Of(ViewTable table, IReadOnlyList<(string Name, string Content)> facts)
    {
        var lines = new StringBuilder();
        foreach (var (name, content) in facts)
        {
            lines.Append("# ").Append(name).Append(": ").Append(content.ReplaceLineEndings(" ")).Append('\n');
        }

        lines.AppendJoin(',', table.Columns.Select(x => x.Id)).Append('\n');
        foreach (var row in table.Rows)
        {
            lines.AppendJoin(',', row.Fields.Select(x => CsvField.Of(x.Written))).Append('\n');
        }

        // With a byte order mark, or spreadsheets misread å, ä and ö.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(lines.ToString())];
    }
}
