using System.Text;

namespace Analytics.Release;

/// <summary>An exported file of rows.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Header">Its first line.</param>
/// <param name="Rows">Its other lines.</param>
sealed record CsvTable(string FileName, string Header, IEnumerable<string> Rows)
{
    /// <summary>Writes header and rows; UTF-8 without byte order mark, line feeds.</summary>
    public void Write(Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var row in Rows)
        {
            writer.WriteLine(row);
        }
    }
}
