using System.Runtime.CompilerServices;
using Analytics.Catalogue;
using Analytics.Intake;
using Analytics.Repeats;

namespace Analytics.Counting;

/// <summary>What one thread counts, and the row it is at.</summary>
sealed class CountingWorker(Codebook codebook, RepeatWriter repeats, PersonYearHash hash)
{
    PlaceTallies place = null!;
    int group;
    ulong personYear;

    /// <summary>Reads fields.</summary>
    public QuickFields Fields { get; } = new(codebook);

    /// <summary>The counts.</summary>
    public Tallies Tallies { get; } = new(codebook);

    /// <summary>Rows counted.</summary>
    public long Rows { get; private set; }

    /// <summary>Turns to a person in a year; false where a field is wrong.</summary>
    public bool Turn(ReadOnlySpan<byte> person, ReadOnlySpan<byte> municipality, ReadOnlySpan<byte> age, ReadOnlySpan<byte> sex, ReadOnlySpan<byte> year)
    {
        return Turn(person, Fields.Municipality(municipality), Fields.Age(age), QuickFields.Sex(sex), Fields.Year(year));
    }

    /// <summary>Turns to a person in a year; false where a field is wrong.</summary>
    public bool Turn(ReadOnlySpan<byte> person, int municipality, long age, int sex, long year)
    {
        if (municipality < 0 || sex < 0 || !Fields.IsAge(age) || year is < RowChecks.FirstYear or > RowChecks.LastYear || !Fields.Person(person))
        {
            return false;
        }

        (place, group, personYear) = (Tallies[municipality, (int)year], Tallies.Group((int)age, (Sex)sex), hash(person, (int)year));
        return Fields.AllGood;
    }

    /// <summary>Counts an answer of the person.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int indicator, double value, in Weight weight)
    {
        repeats.Add(personYear, indicator);
        place.Add(group, indicator, value, weight);
        Rows++;
    }
}
