using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Aggregation;

/// <summary>Inhabitants per municipality, age band of the partition, sex and year: the denominators of rates.</summary>
sealed class Population
{
    readonly Dictionary<(int Municipality, int Band, Sex Sex, int Year), long> counts = [];

    public Population(IEnumerable<PopulationRow> rows, AgeBands bands)
    {
        foreach (var row in rows)
        {
            var key = (row.Municipality, bands.IndexOf(row.Age), row.Sex, row.Year);
            counts[key] = counts.GetValueOrDefault(key) + row.Count;
        }
    }

    /// <summary>Inhabitants; 0 where the population file has none.</summary>
    public long this[int municipality, int band, Sex sex, int year] => counts.GetValueOrDefault((municipality, band, sex, year));
}
