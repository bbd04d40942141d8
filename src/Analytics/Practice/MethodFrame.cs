using Analytics.Catalogue;
using Microsoft.Data.Analysis;

namespace Analytics.Practice;

/// <summary>Organisations × methods as a data frame, which feeds ML.NET as it is.</summary>
public static class MethodFrame
{
    /// <summary>Columns that say whose row it is; all others are methods.</summary>
    public const string Organisation = "organisation", Municipality = "municipality", Actor = "actor";

    /// <summary>One row per organisation that answered, by name in ordinal order; one column of single precision per method of the catalogue, in its order.</summary>
    /// <param name="uses">The answers.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="purpose">Only what is used for this; null for any purpose.</param>
    /// <param name="ages">Only what is used for children of some age in this band; null for any age.</param>
    /// <param name="extent">Whether a method column holds the greatest extent, 0 to 3, instead of 1 for a method in use and 0 for one that is not.</param>
    public static DataFrame Of(IReadOnlyList<MethodUse> uses, Codebook codebook, Purpose? purpose = null, AgeBand? ages = null, bool extent = false)
    {
        var organisations = uses.GroupBy(x => x.Organisation, StringComparer.Ordinal).OrderBy(x => x.Key, StringComparer.Ordinal).ToArray();
        var extents = organisations
            .Select(all => all.Where(x => (purpose is null || x.Purpose == purpose) && (ages is null || x.Meets(ages))).GroupBy(x => x.Method, StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.Max(y => y.Extent), StringComparer.Ordinal))
            .ToArray();
        return new DataFrame(
        [
            new StringDataFrameColumn(Organisation, organisations.Select(x => x.Key)),
            new StringDataFrameColumn(Municipality, organisations.Select(x => x.First().Municipality)),
            new StringDataFrameColumn(Actor, organisations.Select(x => x.First().Actor)),
            .. codebook.Methods.Select(method => new SingleDataFrameColumn(
                method.Id, extents.Select(x => (float)Math.Min(x.GetValueOrDefault(method.Id), extent ? 3 : 1)))),
        ]);
    }

    /// <summary>The method columns of a frame as features of its organisations.</summary>
    /// <param name="frame">A frame of <see cref="Of"/>.</param>
    public static FeatureTable Features(DataFrame frame)
    {
        SingleDataFrameColumn[] methods = [.. frame.Columns.OfType<SingleDataFrameColumn>()];
        return new FeatureTable(
            [.. ((StringDataFrameColumn)frame[Organisation]).Select(x => x!)], [.. methods.Select(x => x.Name)],
            [.. Enumerable.Range(0, (int)frame.Rows.Count).Select(row => methods.Select(x => (double)x[row]!.Value).ToArray())]);
    }
}
