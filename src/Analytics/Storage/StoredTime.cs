using System.Globalization;

namespace Analytics.Storage;

/// <summary>Times as the store keeps them: UTC to the millisecond, as text that sorts by time.</summary>
static class StoredTime
{
    public static string Write(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
