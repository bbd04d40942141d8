using System.Runtime.CompilerServices;
using Analytics.Catalogue;
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
        var (m, a, s, y) = (Fields.Municipality(municipality), Fields.Age(age), QuickFields.Sex(sex), Fields.Year(year));
        return m >= 0 && s >= 0 && Fields.Person(person) && Fields.AllGood && Turn(hash(person, y), m, a, (Sex)s, y);
    }

    /// <summary>Turns to a person in a year.</summary>
    public bool Turn(ulong hashed, int municipality, int age, Sex sex, int year)
    {
        (place, group, personYear) = (Tallies[municipality, year], Tallies.Group(age, sex), hashed);
        return true;
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
