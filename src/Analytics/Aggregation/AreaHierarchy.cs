using Analytics.Catalogue;

namespace Analytics.Aggregation;

/// <summary>Builds the <see cref="Layout"/> of a build from the catalogue and the municipalities that have data.</summary>
static class AreaHierarchy
{
    /// <summary>Municipalities of every county with data, those counties, and the nation where there is more than one.</summary>
    /// <param name="codebook">The catalogue.</param>
    /// <param name="municipalitiesWithData">Codes, in any order.</param>
    /// <param name="bands">The age bands of the tables.</param>
    public static Layout Of(Codebook codebook, IEnumerable<string> municipalitiesWithData, AgeBands bands)
    {
        string[] counties = [.. municipalitiesWithData.Select(x => x[..2]).Distinct().Order(StringComparer.Ordinal)];
        string[] municipalities = [.. codebook.Municipalities.Select(x => x.Code).Where(x => counties.Contains(x[..2])).Order(StringComparer.Ordinal)];
        string[] nation = counties.Length > 1 ? [AreaCode.Nation] : [];
        string[] areas = [.. municipalities, .. counties, .. nation];
        int[] parents =
        [
            .. municipalities.Select(x => municipalities.Length + Array.IndexOf(counties, x[..2])),
            .. counties.Select(_ => nation.Length > 0 ? areas.Length - 1 : -1),
            .. nation.Select(_ => -1),
        ];
        return new Layout(areas, parents, bands.All, LeavesOf(bands));
    }

    static IReadOnlyList<int>[] LeavesOf(AgeBands bands) =>
    [
        .. bands.All.Select(band => (IReadOnlyList<int>)[.. Enumerable.Range(0, bands.Partition.Count).Where(leaf => band.Contains(bands.Partition[leaf]))]),
    ];
}
