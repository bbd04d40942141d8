using Analytics.Catalogue;

namespace Analytics.Aggregation;

/// <summary>The areas and age bands of a table and how they add up; shared by all tables of a build.</summary>
/// <remarks>
/// Every area that is no municipality is the sum of its <see cref="AreaChildren"/>; every band that is not in the partition is the sum of
/// the partition bands in <see cref="BandLeaves"/>; the total of the sexes is F + M + X.
/// </remarks>
sealed class Layout
{
    public Layout(IReadOnlyList<string> areas, IReadOnlyList<int> areaParent, IReadOnlyList<AgeBand> bands, IReadOnlyList<IReadOnlyList<int>> bandLeaves)
    {
        Areas = areas;
        AreaParent = areaParent;
        Bands = bands;
        BandLeaves = bandLeaves;
        AreaChildren = [.. Enumerable.Range(0, areas.Count).Select(a => (IReadOnlyList<int>)[.. Enumerable.Range(0, areas.Count).Where(x => areaParent[x] == a)])];
    }

    /// <summary>Codes: municipalities by code, then counties by code, then the nation where there is more than one county.</summary>
    public IReadOnlyList<string> Areas { get; }

    /// <summary>Per area the index of the area it is part of; −1 at the top.</summary>
    public IReadOnlyList<int> AreaParent { get; }

    /// <summary>Per area the indices of the areas it is the sum of; empty for municipalities.</summary>
    public IReadOnlyList<IReadOnlyList<int>> AreaChildren { get; }

    /// <summary>The partition's bands first, then coarser ones and the total.</summary>
    public IReadOnlyList<AgeBand> Bands { get; }

    /// <summary>Per band the indices of the partition bands it is the sum of; a band of the partition holds itself.</summary>
    public IReadOnlyList<IReadOnlyList<int>> BandLeaves { get; }
}
