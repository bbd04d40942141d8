using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Dashboard.Commands;

/// <summary>An option that takes several values with commas between them: <c>3,5,10</c>.</summary>
static class ListOption
{
    /// <summary>An option of whole numbers with a least value.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="otherwise">The value when it is not given.</param>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="description">What it means, for help.</param>
    public static Option<IReadOnlyList<int>> OfNumbers(string name, int otherwise, int least, string description) => Create(
        name, description, "N,N,…", otherwise, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? [number] : [],
        string.Create(CultureInfo.InvariantCulture, $"whole numbers of at least {least}"));

    /// <summary>An option of words.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it means, for help.</param>
    /// <param name="words">The words allowed; the first is taken when the option is not given.</param>
    public static Option<IReadOnlyList<string>> OfWords(string name, string description, params IReadOnlyList<string> words) => Create(
        name, description, string.Join(',', words), words[0], text => words.Contains(text, StringComparer.Ordinal) ? [text] : [],
        $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}");

    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it means.</param>
    /// <param name="help">How its value looks.</param>
    /// <param name="otherwise">The value when it is not given.</param>
    /// <param name="read">Gives the value of a text; none where the text is wrong.</param>
    /// <param name="expected">What a value must be.</param>
    static Option<IReadOnlyList<T>> Create<T>(string name, string description, string help, T otherwise, Func<string, IReadOnlyList<T>> read, string expected) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => [otherwise],
        CustomParser = result => Parse(result, name, read, expected),
    };

    static IReadOnlyList<T> Parse<T>(ArgumentResult result, string name, Func<string, IReadOnlyList<T>> read, string expected)
    {
        var values = result.Tokens.Single().Value.Split(',', StringSplitOptions.TrimEntries).Select(read).ToArray();
        if (values.Any(x => x.Count == 0))
        {
            result.AddError($"{name} takes {expected}, several with commas between them.");
        }

        return [.. values.SelectMany(x => x).Distinct()];
    }
}
