namespace Analytics.Charts;

/// <summary>Names cut to a few letters that still differ from each other, for columns as narrow as a finger.</summary>
static class ShortNames
{
    const int Usual = 2;

    /// <summary>The first two letters of each name; of names that begin alike all but the first by name have a later letter in place of the second.</summary>
    /// <param name="names">The names.</param>
    /// <returns>One short name per name, of at most two letters; names that differ have different ones as long as there are letters for it.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var shorts = new List<string>(names.Count);
        foreach (var name in names)
        {
            var shortened = Candidates(name).FirstOrDefault(x => !taken.TryGetValue(x, out var other) || other == name) ?? Start(name, Usual);
            taken.TryAdd(shortened, name);
            shorts.Add(shortened);
        }

        return shorts;
    }

    static IEnumerable<string> Candidates(string name)
    {
        yield return Start(name, Usual);
        for (var last = Usual; last < name.Length; last++)
        {
            if (char.IsLetter(name[last]))
            {
                yield return Start(name, Usual - 1) + char.ToLowerInvariant(name[last]);
            }
        }
    }

    static string Start(string name, int letters) => name[..Math.Min(letters, name.Length)];
}
