using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Meeting;

/// <summary>What windows of one meeting know each other by: the same for the same meeting on the same release, whatever the language.</summary>
static class MeetingRoom
{
    /// <summary>Hexadecimal digest, so that no name of a meeting leaves the page.</summary>
    public static string Of(OpenMeeting open, MeetingShow show) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{show.Release.Manifest.Id}\n{open.Value}")).AsSpan(0, 8));
}
