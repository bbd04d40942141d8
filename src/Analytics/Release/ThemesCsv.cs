using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Csv;

namespace Analytics.Release;

/// <summary>What group interviews of a release spoke of, as the exported file <c>themes.csv</c>.</summary>
public static class ThemesCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "themes.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "area,actor,theme,code,mentions,interviews,status";

    /// <summary>Writes header and one line per area, actor type (empty for all), theme and code, in the order of the release; UTF-8 without byte order mark, line feeds.</summary>
    public static void Write(Stream target, IEnumerable<InterviewTheme> themes)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var x in themes)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{x.Area},{x.Actor},{CsvField.Of(x.Theme)},{CsvField.Of(x.Code)},{x.Mentions},{x.Interviews},{(x.Status is { } reason ? ReasonCode.Of(reason) : "")}"));
        }
    }
}
