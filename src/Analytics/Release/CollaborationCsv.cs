using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Collaboration;

namespace Analytics.Release;

/// <summary>The ties of a release as the exported file <c>collaboration.csv</c>.</summary>
public static class CollaborationCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "collaboration.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "area,from_actor,to_actor,answers,frequency,agreement,trust,status";

    /// <summary>Writes header and one line per tie, in the order of the release; UTF-8 without byte order mark, line feeds.</summary>
    public static void Write(Stream target, IEnumerable<Tie> ties)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var x in ties)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{x.Area},{x.From},{x.To},{x.Answers},{x.Frequency:R},{x.Agreement:R},{x.Trust:R},{(x.Status is { } reason ? ReasonCode.Of(reason) : "")}"));
        }
    }
}
