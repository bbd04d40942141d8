using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Analytics.Intake;

/// <summary>Is told of every row of microdata that names a person, a year and an indicator, however wrong the rest of it.</summary>
interface IPersonRows
{
    /// <summary>One row.</summary>
    /// <param name="person">The person; valid during the call only.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="indicator">Index of the indicator.</param>
    /// <param name="municipality">Index of the municipality; −1 when the row's code is wrong.</param>
    /// <param name="row">Place of the row.</param>
    void Add(ReadOnlySpan<char> person, int year, int indicator, int municipality, RowChecks row);
}

/// <summary>A hash of a person and a year.</summary>
delegate ulong PersonYearHash(ReadOnlySpan<char> person, int year);

/// <summary>A hash that stands for a person and a year, with an indicator of which a second row seems to exist.</summary>
readonly record struct SuspectedRepeat(ulong PersonYear, int Indicator);

/// <summary>The hash in use.</summary>
static class PersonYear
{
    /// <summary>XXH3 of the UTF-16 text, seeded by the year.</summary>
    public static ulong Hash(ReadOnlySpan<char> person, int year) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(person), year);
}
