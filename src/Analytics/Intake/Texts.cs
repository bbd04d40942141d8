using System.Globalization;

namespace Analytics.Intake;

/// <summary>What may be said of a field without showing it.</summary>
static class Texts
{
    /// <summary>A number, the same in every culture.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The length of a text: <c>a text of 72 characters</c>.</summary>
    public static string Described(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "an empty field"
        : text.IsWhiteSpace() ? "only spaces"
        : $"a text of {Of(text.Length)} characters";

    /// <summary>Whether a text is a number but for a comma in the place of the point.</summary>
    public static bool HasDecimalComma(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return comma >= 0 && IsDigits(text[..comma].TrimStart("+-")) && IsDigits(text[(comma + 1)..]);
    }

    /// <summary>Whether a text is one or more digits.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>A finite number with a point as decimal mark.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text.Length == 1 && char.IsAsciiDigit(text[0]))
        {
            number = text[0] - '0';
            return true;
        }

        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }
}
