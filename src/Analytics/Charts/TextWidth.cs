namespace Analytics.Charts;

/// <summary>Width of a text, estimated without a font, so that a layout is the same on every machine.</summary>
static class TextWidth
{
    /// <summary>Average advance of a sans-serif letter, in parts of the size; on the wide side.</summary>
    const double Advance = 0.54;

    public static double Of(string text, int size) => text.Length * Advance * size;

    /// <summary>The text in as many lines as it needs, broken between words; a longer word stands alone.</summary>
    public static IReadOnlyList<string> Broken(string text, int size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of($"{lines[^1]} {word}", size) <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>A name in as many lines as it needs, none of which holds one or two letters alone where a word can join them: <c>… senaste / året, åk 9</c>.</summary>
    public static IReadOnlyList<string> BrokenName(string text, int size, double width)
    {
        string[] lines = [.. Broken(text, size, width)];
        if (lines.Length > 1 && lines[^1].Length <= 2 && lines[^2].LastIndexOf(' ') is > 0 and var cut)
        {
            lines[^1] = $"{lines[^2][(cut + 1)..]} {lines[^1]}";
            lines[^2] = lines[^2][..cut];
        }

        return lines;
    }

    /// <summary>The text in at most two lines of the width, the second with an ellipsis where it does not fit.</summary>
    public static IReadOnlyList<string> Lines(string text, int size, double width)
    {
        var most = (int)(width / (Advance * size));
        if (text.Length <= most)
        {
            return [text];
        }

        var cut = text.LastIndexOf(' ', most);
        var (first, rest) = cut > 0 ? (text[..cut], text[(cut + 1)..]) : (text[..most], text[most..]);
        return [first, rest.Length <= most ? rest : string.Concat(rest.AsSpan(0, most - 1).TrimEnd(), "…")];
    }
}
