using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Collaboration;

namespace Analytics.Release;

/// <summary>The borders between age bands of a release as the exported file <c>handovers.csv</c>.</summary>
public static class HandOversCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "handovers.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "area,younger,older,status,leaving,receiving,both,methods";

    /// <summary>
    /// Writes header and one line per area and border, in the order of the release; UTF-8 without byte order mark, line feeds. Lists are separated by spaces; a bridging method
    /// is <c>actor:method</c>. How often pairs meet is in <c>collaboration.csv</c>.
    /// </summary>
    public static void Write(Stream target, IEnumerable<HandOver> handOvers)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var x in handOvers)
        {
            var methods = string.Join(' ', x.Methods.Select(method => $"{method.Actor}:{method.Method}"));
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{x.Area},{x.Younger},{x.Older},{Code.Of(x.Status)},{string.Join(' ', x.Leaving)},{string.Join(' ', x.Receiving)},{string.Join(' ', x.Both)},{methods}"));
        }
    }
}
