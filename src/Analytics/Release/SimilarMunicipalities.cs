using Analytics.Catalogue;

namespace Analytics.Release;

/// <summary>Which municipalities of a release are alike in size: at most five, with from half to twice as many children, the nearest in proportion first.</summary>
/// <remarks>Numbers of children are those of the release's population file, or without one of the catalogue; a municipality without has no similar ones and is similar to none.</remarks>
public sealed class SimilarMunicipalities
{
    const int Most = 5;
    const int Fewest = 2;
    const double Reach = 2;

    readonly Dictionary<string, IReadOnlyList<string>> similar = new(StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    /// <param name="codebook">The catalogue.</param>
    /// <param name="manifest">The release's areas and numbers of children.</param>
    public SimilarMunicipalities(Codebook codebook, Manifest manifest)
    {
        var known = (from code in manifest.Areas
                     let children = manifest.Children.Count > 0 ? manifest.Children.GetValueOrDefault(code) : codebook.FindMunicipality(code)?.Children ?? 0
                     where children > 0
                     select (Code: code, Children: (double)children)).ToArray();
        foreach (var own in known)
        {
            var ratios = from other in known
                         where other != own
                         let ratio = Math.Max(other.Children / own.Children, own.Children / other.Children)
                         where ratio <= Reach
                         orderby ratio, other.Code
                         select other.Code;
            string[] nearest = [.. ratios.Take(Most)];
            if (nearest.Length >= Fewest)
            {
                similar[own.Code] = nearest;
            }
        }
    }

    /// <summary>Whether any municipality has similar ones.</summary>
    public bool Any => similar.Count > 0;

    /// <summary>Codes of those similar to a municipality: none, or two to five.</summary>
    public IReadOnlyList<string> this[string municipality] => similar.GetValueOrDefault(municipality, []);
}
