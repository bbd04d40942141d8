using System.Globalization;

namespace Dashboard.Layout;

/// <summary>Times of day as clocks in Sweden show them, whatever the server's is set to.</summary>
static class SwedishTime
{
    static readonly TimeZoneInfo? Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Stockholm", out var zone) ? zone : null;

    /// <summary>When something began: <c>14:05</c>, with the date before it where that is not today's. On a machine that does not know the time zone it is UTC, and says so.</summary>
    /// <param name="since">When it began.</param>
    /// <param name="now">Now.</param>
    public static string Since(DateTimeOffset since, DateTimeOffset now)
    {
        var (began, today) = (At(since), At(now).Date);
        return began.ToString(began.Date == today ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (Zone is null ? " UTC" : "");
    }

    static DateTimeOffset At(DateTimeOffset time) => Zone is null ? time.ToUniversalTime() : TimeZoneInfo.ConvertTime(time, Zone);
}
