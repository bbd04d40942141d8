using Analytics.Catalogue;

namespace Analytics.Practice;

/// <summary>Describes organisations and municipalities by numbers from 0 to 1: by the methods that they use, or by what kind of methods these are.</summary>
/// <remarks>A form of work may have another name elsewhere; the properties of methods find those who work alike under other names.</remarks>
public static class MethodFeatures
{
    /// <summary>Whether each organisation uses each method: 0 or 1.</summary>
    /// <param name="uses">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    public static FeatureTable OrganisationsByMethod(IReadOnlyList<MethodUse> uses, Codebook codebook) => MethodFrame.Features(MethodFrame.Of(uses, codebook));

    /// <summary>Mean of the features of a municipality's organisations: first of those of the same actor type, then over actor types.</summary>
    /// <param name="organisations">Features of organisations.</param>
    /// <param name="uses">The answers.</param>
    public static FeatureTable ByMunicipality(FeatureTable organisations, IReadOnlyList<MethodUse> uses)
    {
        var rows = organisations.Units.Zip(organisations.Values).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        var municipalities = Organisations(uses).Where(x => rows.ContainsKey(x.Key)).Select(x => (x.First().Municipality, x.First().Actor, Row: rows[x.Key]))
            .GroupBy(x => x.Municipality, StringComparer.Ordinal).OrderBy(x => x.Key, StringComparer.Ordinal).ToArray();
        return new FeatureTable(
            [.. municipalities.Select(x => x.Key)], organisations.Features,
            [.. municipalities.Select(x => Mean(organisations.Features.Count, [.. x.GroupBy(y => y.Actor, StringComparer.Ordinal).OrderBy(y => y.Key, StringComparer.Ordinal).Select(y => Mean(organisations.Features.Count, [.. y.Select(z => z.Row)]))]))]);
    }

    /// <summary>
    /// Of the methods that each organisation uses: the part of each kind, for each age band, in each domain (a part counts half), mean structure and mean evidence (grade ÷ 4), each from 0 to 1.
    /// An organisation that uses none is left out.
    /// </summary>
    /// <param name="uses">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    public static FeatureTable OrganisationsByProperty(IReadOnlyList<MethodUse> uses, Codebook codebook)
    {
        (string Name, Func<Method, double> Of)[] properties =
        [
            .. Enum.GetValues<MethodKind>().Select(kind => ($"kind:{Code.Of(kind)}", (Func<Method, double>)(x => x.Kind == kind ? 1 : 0))),
            .. codebook.AgeBands.Partition.Select(band => ($"age:{band.Id}", (Func<Method, double>)(x => band.Overlaps(x.AgeFrom, x.AgeTo) ? 1 : 0))),
            ("structured", x => x.Structured),
            ("evidence", x => x.Evidence / 4.0),
            .. Enum.GetValues<Domain>().Select(domain => ($"domain:{Code.Of(domain)}", (Func<Method, double>)(x => x.Coverage[domain] / 2.0))),
        ];
        var units = Organisations(uses).Where(unit => unit.Any(x => x.InUse)).ToArray();
        return new FeatureTable(
            [.. units.Select(x => x.Key)], [.. properties.Select(x => x.Name)],
            [
                .. from unit in units
                   let used = unit.Where(x => x.InUse).Select(x => x.Method).Distinct().Order(StringComparer.Ordinal).Select(x => codebook.FindMethod(x)!).ToArray()
                   select properties.Select(property => used.Sum(property.Of) / used.Length).ToArray(),
            ]);
    }

    static IGrouping<string, MethodUse>[] Organisations(IReadOnlyList<MethodUse> uses) =>
        [.. uses.GroupBy(x => x.Organisation, StringComparer.Ordinal).OrderBy(x => x.Key, StringComparer.Ordinal)];

    static double[] Mean(int length, IReadOnlyList<double[]> rows) => [.. Enumerable.Range(0, length).Select(i => rows.Sum(x => x[i]) / rows.Count)];
}
