using System.Text;

namespace Analytics.Catalogue;

/// <summary>The codes of an enumeration as files write them: <c>HigherBetter</c> is <c>higher_better</c>.</summary>
public static class Code
{
    /// <summary>The code of a member.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Table<T>.ByValue[value];

    /// <summary>All codes, in the order of the members.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.Codes;

    /// <summary>Finds the member with a code; upper and lower case are different.</summary>
    public static bool TryParse<T>(ReadOnlySpan<char> code, out T value) where T : struct, Enum =>
        Table<T>.ByCode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out value);

    static class Table<T> where T : struct, Enum
    {
        public static readonly string[] Codes = [.. Enum.GetNames<T>().Select(SnakeCase)];

        public static readonly Dictionary<string, T> ByCode = Enum.GetValues<T>().ToDictionary(x => SnakeCase(x.ToString()), StringComparer.Ordinal);

        public static readonly Dictionary<T, string> ByValue = ByCode.ToDictionary(x => x.Value, x => x.Key);
    }

    static string SnakeCase(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
