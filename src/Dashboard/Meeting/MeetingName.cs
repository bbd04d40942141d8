using System.Text.RegularExpressions;

namespace Dashboard.Meeting;

/// <summary>Names of meetings in the store: letters, digits and a few signs, a letter or digit first.</summary>
static partial class MeetingName
{
    /// <summary>Most characters.</summary>
    public const int MostLength = 60;

    /// <summary>What a browser checks before it sends a name.</summary>
    public const string Pattern = @"[\p{L}\p{N}][\p{L}\p{N} .,:\-–\(\)]*";

    /// <summary>A name as it is kept; null for what is none.</summary>
    public static string? Read(string? text)
    {
        var name = text?.Trim().Normalize() ?? "";
        return name.Length <= MostLength && Whole.IsMatch(name) ? name : null;
    }

    [GeneratedRegex($@"\A{Pattern}\z", RegexOptions.CultureInvariant)]
    static partial Regex Whole { get; }
}
