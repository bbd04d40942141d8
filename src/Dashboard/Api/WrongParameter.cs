namespace Dashboard.Api;

/// <summary>A parameter that cannot be taken as it stands.</summary>
/// <param name="Name">Its name, as it was given.</param>
/// <param name="Found">Its value, as it was given; long ones are cut.</param>
/// <param name="Expected">What is known, or an example.</param>
sealed record WrongParameter(string Name, string Found, string Expected)
{
    const int Longest = 100, MostListed = 25;

    /// <summary>A parameter with its value cut where it is long.</summary>
    public static WrongParameter Of(string name, string? found, string expected) => new(Cut(name), Cut(found ?? ""), expected);

    /// <summary>What a filter expected.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="known">The values that the release knows.</param>
    /// <param name="release">Address of the release.</param>
    public static string KnownTo(Filter filter, IReadOnlyCollection<string> known, string release) => (known.Count, filter.ListedBy) switch
    {
        (0, _) => "nothing: this release has no rows that the parameter could choose",
        ( <= MostListed, _) or (_, null) => $"one of {string.Join(", ", known)}",
        (_, var list) => $"one of the {known.Count} that {release}/{list} lists, for example {(known.Contains(filter.Example) ? filter.Example : known.First())}",
    };

    // Not within a pair of surrogates, half of which is no text.
    static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
