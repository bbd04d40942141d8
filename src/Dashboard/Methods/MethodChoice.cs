using System.Globalization;
using Analytics.Catalogue;
using Analytics.Practice;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Methods;

/// <summary>What the map of methods shows: the address's wishes where the release can fulfil them.</summary>
/// <param name="County">The county whose organisations or municipalities are shown.</param>
/// <param name="Municipalities">Whether municipalities are grouped, not organisations.</param>
/// <param name="Properties">Whether they are grouped by properties of methods, not by methods.</param>
/// <param name="Study">The search for groups.</param>
/// <param name="Partition">The division into groups that is shown; null where there is none.</param>
/// <param name="Purpose">The purpose that is shown; null for all.</param>
/// <param name="Age">The age band that is shown; null for all.</param>
/// <param name="Area">The municipality or county whose coverage is shown.</param>
/// <param name="Ignored">Parameters with values the release does not know.</param>
public sealed record MethodChoice(
    County County, bool Municipalities, bool Properties, ClusterStudy Study, ClusterPartition? Partition, Purpose? Purpose, AgeBand? Age, string Area, IReadOnlyList<(string Name, string Value)> Ignored)
{
    const string Organisation = "organisation", Municipality = "municipality", Methods = "methods", ByProperties = "properties";

    /// <summary>Who may be grouped, as addresses name them.</summary>
    public static IReadOnlyList<string> Units { get; } = [Organisation, Municipality];

    /// <summary>By what they may be grouped, as addresses name it.</summary>
    public static IReadOnlyList<string> Likenesses { get; } = [Methods, ByProperties];

    /// <summary>Reads an address; null where the release says nothing about methods.</summary>
    public static MethodChoice? Of(LoadedRelease release, ViewQuery query)
    {
        var practice = release.Practice;
        string[] places = [.. practice.Uses.Select(x => x.Municipality).Distinct()];
        var counties = release.Codebook.Counties.Where(x => places.Any(y => y.StartsWith(x.Code, StringComparison.Ordinal))).ToArray();
        if (counties.Length == 0)
        {
            return null;
        }

        var ignored = new List<(string, string)>();
        T? Known<T>(string? value, string name, Func<string, T?> find)
        {
            var found = value is null ? default : find(value);
            if (value is not null && found is null)
            {
                ignored.Add((name, value));
            }

            return found;
        }

        var county = Known(query.County, "county", x => counties.FirstOrDefault(y => y.Code == x)) ?? counties[0];
        var municipalities = Known(query.Unit, "unit", x => Units.FirstOrDefault(y => y == x)) == Municipality;
        var properties = Known(query.Likeness, "likeness", x => Likenesses.FirstOrDefault(y => y == x)) == ByProperties;
        var study = practice.Clusters.Single(x => x.Level == ClusterLevel.Of(municipalities, properties));
        var partition = Known(query.Groups, "k", x => int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var k) ? study.Partitions.FirstOrDefault(y => y.Clusters == k) : null)
            ?? (study.Verdict == ClusterVerdict.None ? null : study.Partitions.FirstOrDefault(x => x.Clusters == study.Chosen));
        return new MethodChoice(
            county, municipalities, properties, study, partition,
            Known(query.Purpose, "purpose", x => Code.TryParse<Purpose>(x, out var purpose) ? purpose : (Purpose?)null),
            Known(query.Age, "age", x => release.Codebook.AgeBands.All.FirstOrDefault(y => y.Id == x)) is { } band && band != release.Codebook.AgeBands.Total ? band : null,
            Known(query.Area, "area", x => x == county.Code || (x.StartsWith(county.Code, StringComparison.Ordinal) && places.Contains(x)) ? x : null) ?? county.Code, ignored);
    }

    /// <summary>Whether so many groups are proposed; none are where the verdict is not to group.</summary>
    public bool IsProposed(int clusters) => Study.Verdict != ClusterVerdict.None && clusters == Study.Chosen;

    /// <summary>Whether an answer is one that is shown.</summary>
    public bool Shows(MethodUse use) => (Purpose is null || use.Purpose == Purpose) && (Age is null || use.Meets(Age));
}
