using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Api;

/// <summary>What is wrong with a cursor.</summary>
enum CursorFault
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>It is not one that was given out, or not whole.</summary>
    Spoilt,
    /// <summary>It was given out for another release.</summary>
    OtherRelease,
    /// <summary>It was given out for another table or other filters.</summary>
    OtherRows,
}

/// <summary>A place among the rows of a request, as text that says nothing to its reader.</summary>
/// <remarks>
/// A release never changes, so a place is a number of rows. With it go digests of the release and of what was asked for, so that a cursor cannot be used elsewhere by mistake, and
/// one of all that, so that a spoilt one is seen. Nothing is secret: who makes a cursor gets rows that could be asked for anyway.
/// </remarks>
static class Cursor
{
    const int DigestLength = 6, ScopeAt = DigestLength, PlaceAt = 2 * DigestLength, CheckAt = PlaceAt + sizeof(long), Length = CheckAt + 4;

    /// <summary>The cursor of a place.</summary>
    /// <param name="release">Id of the release.</param>
    /// <param name="scope">What was asked for: table and filters.</param>
    /// <param name="place">Number of rows before it, at least 0.</param>
    public static string Write(string release, string scope, long place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Digest(release).CopyTo(bytes);
        Digest(scope).CopyTo(bytes[ScopeAt..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[PlaceAt..], place);
        Check(bytes).CopyTo(bytes[CheckAt..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">The cursor.</param>
    /// <param name="release">Id of the release asked for.</param>
    /// <param name="scope">What is asked for: table and filters.</param>
    /// <param name="place">Number of rows before it; 0 with a fault.</param>
    public static CursorFault Read(string text, string release, string scope, out long place)
    {
        place = 0;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != Length
            || !Check(bytes).SequenceEqual(bytes[CheckAt..]) || BinaryPrimitives.ReadInt64BigEndian(bytes[PlaceAt..]) < 0)
        {
            return CursorFault.Spoilt;
        }

        if (!Digest(release).SequenceEqual(bytes[..DigestLength]))
        {
            return CursorFault.OtherRelease;
        }

        if (!Digest(scope).SequenceEqual(bytes[ScopeAt..PlaceAt]))
        {
            return CursorFault.OtherRows;
        }

        place = BinaryPrimitives.ReadInt64BigEndian(bytes[PlaceAt..]);
        return CursorFault.None;
    }

    static ReadOnlySpan<byte> Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestLength);

    static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[..CheckAt]).AsSpan(0, Length - CheckAt);
}
