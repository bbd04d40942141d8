using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Dashboard.Meeting;

/// <summary>A meeting that is kept in the address alone: <c>~1</c> and the deflated JSON in the letters of addresses.</summary>
/// <remarks>No name of a meeting begins with the mark, so the two are told apart by their first character.</remarks>
static class SessionLink
{
    /// <summary>Most characters: with the rest of an address it stays well within what servers and browsers take.</summary>
    public const int MostLength = 2400;

    const char Mark = '~';
    const string Version = "~1";

    // Compressed text could unfold to any size.
    const int MostUnfolded = 64 << 10;

    /// <summary>Whether a meeting's parameter holds the meeting itself and not its name.</summary>
    public static bool Is(string meeting) => meeting.StartsWith(Mark);

    /// <summary>Writes a meeting; null where it is too long for an address.</summary>
    public static string? Write(MeetingSession session)
    {
        using var folded = new MemoryStream();
        using (var deflate = new DeflateStream(folded, CompressionLevel.SmallestSize))
        {
            deflate.Write(Encoding.UTF8.GetBytes(SessionJson.Write(session)));
        }

        var link = Version + Base64Url.EncodeToString(folded.ToArray());
        return link.Length <= MostLength ? link : null;
    }

    /// <summary>Reads a meeting; what is wrong with it where it is none.</summary>
    public static (MeetingSession? Session, MeetingFault? Fault) Read(string link)
    {
        if (link.Length > MostLength)
        {
            return (null, MeetingFault.TooLong);
        }

        if (!link.StartsWith(Version, StringComparison.Ordinal))
        {
            return (null, link is [Mark, >= '2' and <= '9', ..] ? MeetingFault.Newer : MeetingFault.Damaged);
        }

        return Unfold(link[Version.Length..]) is { } json ? SessionJson.Read(json) : (null, MeetingFault.Damaged);
    }

    static string? Unfold(string letters)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(letters)), CompressionMode.Decompress);
            var bytes = new byte[MostUnfolded];
            var length = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length < MostUnfolded ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length) : null;
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }
}
