using System.IO.Hashing;
using System.Text;

namespace Analytics.Repeats;

/// <summary>A hash of a person, as UTF-8, and a year.</summary>
delegate ulong PersonYearHash(ReadOnlySpan<byte> person, int year);

/// <summary>The hash in use.</summary>
static class PersonYear
{
    const int StackBytes = 512;

    /// <summary>XXH3 of the UTF-8 text, seeded by the year.</summary>
    public static ulong Hash(ReadOnlySpan<byte> person, int year) => XxHash3.HashToUInt64(person, year);

    /// <summary>The hash of a person given as text.</summary>
    public static ulong Of(this PersonYearHash hash, ReadOnlySpan<char> person, int year)
    {
        var most = Encoding.UTF8.GetMaxByteCount(person.Length);
        var bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        return hash(bytes[..Encoding.UTF8.GetBytes(person, bytes)], year);
    }
}
