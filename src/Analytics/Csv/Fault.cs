using System.Globalization;
using System.Text;

namespace Analytics.Csv;

/// <summary>One thing wrong in an input, with its place, what stood there and what was expected.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Line of the file, counted from 1; 0 when the fault concerns the file as a whole. In Parquet: the row.</param>
/// <param name="Column">Name of the column; empty when the fault concerns the whole line or file.</param>
/// <param name="Found">What was found, as <see cref="Quoted"/> or as a description when the field is personal.</param>
/// <param name="Expected">What was expected, with an example where one helps.</param>
public sealed record Fault(string File, long Line, string Column, string Found, string Expected)
{
    const int Longest = 40;

    /// <summary>The text of a field as an error may show it: in quotation marks, at most 40 characters, what does not show or turns the text round replaced.</summary>
    /// <remarks>Never for personal fields: those are described (<c>a text of 72 characters</c>).</remarks>
    public static string Quoted(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "an empty field";
        }

        var cut = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        var shown = new StringBuilder("'");
        foreach (var rune in text[..cut].EnumerateRunes())
        {
            shown.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? "·" : rune.ToString());
        }

        return shown.Append(cut < text.Length ? "…'" : "'").ToString();
    }

    /// <summary>The sentence shown to a person.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}, line {Line}" : File;
        return Column.Length > 0
            ? $"{place}, column '{Column}': found {Found}, expected {Expected}."
            : $"{place}: found {Found}, expected {Expected}.";
    }
}
