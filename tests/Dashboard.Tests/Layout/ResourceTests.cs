using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Dashboard.Tests.Layout;

/// <summary>Both languages are complete.</summary>
public sealed partial class ResourceTests
{
    static readonly string Source = Path.Combine(Root(AppContext.BaseDirectory), "src", "Dashboard");

    public static TheoryData<string> English =>
        [.. Files("*.resx").Where(x => !x.EndsWith(".sv.resx", StringComparison.Ordinal)).Select(x => Path.GetRelativePath(Source, x))];

    [Theory]
    [MemberData(nameof(English))]
    public void Resource_EveryKey_IsInBothLanguagesWithTheSamePlaces(string file)
    {
        var (english, swedish) = (Texts(file), Texts(Path.ChangeExtension(file, ".sv.resx")));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), swedish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, x => Assert.False(string.IsNullOrWhiteSpace(x.Value) || string.IsNullOrWhiteSpace(swedish[x.Key]), x.Key));
        Assert.All(english, x => Assert.Equal(Places(x.Value), Places(swedish[x.Key])));
    }

    [Fact]
    public void Resource_EveryKeyAPageNames_Exists()
    {
        var missing = from page in Files("*.razor").Concat(Files("*.cs"))
                      let text = File.ReadAllText(page)
                      let resource = ResourceOf(page, text)
                      where resource is not null
                      let keys = Texts(resource)
                      from Match key in KeyInCode().Matches(text)
                      where !keys.ContainsKey(key.Groups["key"].Value)
                      select $"{Path.GetFileName(page)}: {key.Groups["key"].Value}";
        Assert.Empty(missing);
    }

    /// <summary>Words between tags, or in an attribute that is read aloud, come from the resources. Names that are the same in every language, and commands, do not.</summary>
    [Fact]
    public void Page_Words_ComeFromTheResources()
    {
        string[] names = ["Lägesbild", "Svenska", "English", "SHA-256", "Caliński–Harabasz", "Davies–Bouldin"];
        var written = from page in Files("*.razor")
                      let text = NotShown().Replace(File.ReadAllText(page), "")
                      from Match match in WordsInMarkup().Matches(text)
                      let words = match.Groups["words"].Value.Trim()
                      where words.Length > 0 && !names.Contains(words, StringComparer.Ordinal)
                      select $"{Path.GetFileName(page)}: {words}";
        Assert.Empty(written);
    }

    static string? ResourceOf(string page, string text)
    {
        var code = page.EndsWith(".razor.cs", StringComparison.Ordinal) ? File.ReadAllText(page[..^3]) : text;
        return Localizer().Match(code) is { Success: true } match
            ? Path.GetRelativePath(Source, Files($"{match.Groups["type"].Value}.resx").Single())
            : null;
    }

    static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Source, file)).Root!.Elements("data").ToDictionary(x => x.Attribute("name")!.Value, x => x.Element("value")!.Value, StringComparer.Ordinal);

    static IEnumerable<string> Places(string text) => PlaceInText().Matches(text).Select(x => x.Value).Distinct().Order(StringComparer.Ordinal);

    static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories).Where(x => !x.Contains("/obj/", StringComparison.Ordinal) && !x.Contains("/bin/", StringComparison.Ordinal));

    static string Root(string? folder) => folder is null
        ? throw new InvalidOperationException("No folder above the tests holds Analytics.sln.")
        : File.Exists(Path.Combine(folder, "Analytics.sln")) ? folder : Root(Path.GetDirectoryName(folder));

    [GeneratedRegex("""IStringLocalizer<(?<type>\w+)>""")]
    private static partial Regex Localizer();

    [GeneratedRegex("""\b(?:L|text)\["(?<key>[\w.]+)"[\],]""")]
    private static partial Regex KeyInCode();

    [GeneratedRegex("""(?<=<[a-z][^<>@]*>)(?<words>[^<>@{}]*\p{L}{2}[^<>@{}]*)(?=</?[a-z])|\b(?:alt|title|aria-label|placeholder)=["](?<words>[^"@]*\p{L}{2}[^"@]*)["]""")]
    private static partial Regex WordsInMarkup();

    [GeneratedRegex("<code>.*?</code>|^ *//.*$|&#?\\w+;", RegexOptions.Multiline)]
    private static partial Regex NotShown();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex PlaceInText();
}
