using System.Globalization;
using System.Text;
using Analytics.Collaboration;

namespace Analytics.Release;

/// <summary>The actors of each network of a release as the exported file <c>network.csv</c>.</summary>
public static class NetworkCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "network.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "area,actor,in_degree,out_degree,betweenness,eigenvector,community";

    /// <summary>Writes header and one line per area and actor, in the order of the release; UTF-8 without byte order mark, line feeds.</summary>
    public static void Write(Stream target, IEnumerable<AreaNetwork> networks)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (var network in networks)
        {
            foreach (var x in network.Actors)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network.Area},{x.Actor},{x.InDegree:R},{x.OutDegree:R},{x.Betweenness:R},{x.Eigenvector:R},{x.Community}"));
            }
        }
    }
}
