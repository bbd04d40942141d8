using Analytics.Catalogue;

namespace Analytics.Collaboration;

/// <summary>The municipalities that have data, their counties, and the nation where there is more than one county.</summary>
sealed class AreaTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="municipalities">Codes of the municipalities with data, in any order, repeated at will.</param>
    public AreaTree(IEnumerable<string> municipalities)
    {
        string[] leaves = [.. municipalities.Distinct().Order(StringComparer.Ordinal)];
        string[] counties = [.. leaves.Select(x => x[..2]).Distinct().Order(StringComparer.Ordinal)];
        Codes = [.. leaves, .. counties, .. counties.Length > 1 ? (string[])[AreaCode.Nation] : []];
        Municipalities = leaves.Length;
        Counties = [.. Enumerable.Range(leaves.Length, counties.Length)];
        Nation = counties.Length > 1 ? Codes.Count - 1 : null;
        places = Enumerable.Range(0, Codes.Count).ToDictionary(x => Codes[x], StringComparer.Ordinal);
        children = Enumerable.Range(0, leaves.Length).ToLookup(x => places[leaves[x][..2]]);
    }

    readonly Dictionary<string, int> places;
    readonly ILookup<int, int> children;

    /// <summary>Codes of all areas: municipalities, then counties, then the nation, each level by code.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Number of municipalities; they come first.</summary>
    public int Municipalities { get; }

    /// <summary>Places of the counties in <see cref="Codes"/>.</summary>
    public IReadOnlyList<int> Counties { get; }

    /// <summary>Place of the nation in <see cref="Codes"/>, where there is one.</summary>
    public int? Nation { get; }

    /// <summary>Places of the municipalities of a county, by code.</summary>
    public IEnumerable<int> MunicipalitiesOf(int county) => children[county];

    /// <summary>Places of a municipality and of everything that holds it.</summary>
    public IEnumerable<int> Upwards(string municipality) =>
        Nation is { } nation ? [places[municipality], places[municipality[..2]], nation] : [places[municipality], places[municipality[..2]]];
}
