using Analytics.Catalogue;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Collaboration;

/// <summary>Whose collaboration is shown: the address's wishes where the release can fulfil them.</summary>
/// <param name="Counties">Counties that have ties, by code.</param>
/// <param name="County">The county that is shown, or that holds the municipality that is.</param>
/// <param name="Area">Code of a municipality, of the county, or <see cref="AreaCode.Nation"/>.</param>
/// <param name="Ignored">Parameters with values the release does not know.</param>
public sealed record CollaborationChoice(IReadOnlyList<County> Counties, County County, string Area, IReadOnlyList<(string Name, string Value)> Ignored)
{
    /// <summary>Whether a county is shown, which also compares its municipalities.</summary>
    public bool IsCounty => Area == County.Code;

    /// <summary>Reads an address; null where the release has no ties.</summary>
    /// <remarks>A municipality brings its county along; another county beside it is passed over.</remarks>
    public static CollaborationChoice? Of(LoadedRelease release, ViewQuery query)
    {
        var areas = release.Collaboration.Networks.Select(x => x.Area).ToHashSet(StringComparer.Ordinal);
        County[] counties = [.. release.Codebook.Counties.Where(x => areas.Contains(x.Code))];
        if (counties.Length == 0)
        {
            return null;
        }

        var ignored = new List<(string, string)>();
        var area = query.Area is { } wanted && areas.Contains(wanted) ? wanted : null;
        if (query.Area is { } unknown && area is null)
        {
            ignored.Add(("area", unknown));
        }

        var code = area is null or AreaCode.Nation ? query.County : area[..2];
        var county = counties.FirstOrDefault(x => x.Code == code);
        if (query.County is { } other && county?.Code != other)
        {
            ignored.Add(("county", other));
        }

        county ??= counties[0];
        return new CollaborationChoice(counties, county, area ?? county.Code, ignored);
    }
}
