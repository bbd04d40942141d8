using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Counting;

/// <summary>The counts that one worker makes; a cell is found by arithmetic. Memory grows with the places and years that have rows.</summary>
sealed class Tallies(Codebook codebook)
{
    readonly IndicatorSlots indicators = new(codebook.Indicators);
    readonly PlaceTallies?[] places = new PlaceTallies[(RowChecks.LastYear - RowChecks.FirstYear + 1) * codebook.Municipalities.Count];
    readonly int[] bandOfAge = [.. Enumerable.Range(0, codebook.AgeBands.Total.To + 1).Select(codebook.AgeBands.IndexOf)];

    /// <summary>The counts of a municipality and year.</summary>
    public PlaceTallies this[int municipality, int year] =>
        places[(year - RowChecks.FirstYear) * codebook.Municipalities.Count + municipality] ??= new PlaceTallies(indicators, codebook.AgeBands.Partition.Count);

    /// <summary>Index of age band and sex, as <see cref="PlaceTallies.Add"/> takes it.</summary>
    public int Group(int age, Sex sex) => bandOfAge[age] * PlaceTallies.Sexes + (int)sex;

    /// <summary>Adds everything to a counter.</summary>
    public void AddTo(ObservationCounter counter)
    {
        for (var i = 0; i < places.Length; i++)
        {
            places[i]?.AddTo(counter, i % codebook.Municipalities.Count, i / codebook.Municipalities.Count + RowChecks.FirstYear);
        }
    }
}
