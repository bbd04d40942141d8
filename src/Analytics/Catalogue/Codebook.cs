namespace Analytics.Catalogue;

/// <summary>What every code in the inputs and in a release means: the whole catalogue, validated.</summary>
public sealed class Codebook
{
    /// <summary>Puts a codebook together; <see cref="CodebookReader"/> does so from files and validates it.</summary>
    /// <param name="version">SHA-256 of the catalogue files, hexadecimal.</param>
    /// <param name="indicators">In catalogue order.</param>
    /// <param name="methods">In catalogue order.</param>
    /// <param name="actors">In catalogue order.</param>
    /// <param name="counties">By code.</param>
    /// <param name="municipalities">By code.</param>
    /// <param name="ageBands">The age bands.</param>
    /// <param name="warningSigns">In catalogue order.</param>
    public Codebook(
        string version, IReadOnlyList<Indicator> indicators, IReadOnlyList<Method> methods, IReadOnlyList<Actor> actors, IReadOnlyList<County> counties,
        IReadOnlyList<Municipality> municipalities, AgeBands ageBands, IReadOnlyList<WarningSign> warningSigns)
    {
        Version = version;
        Indicators = indicators;
        Methods = methods;
        Actors = actors;
        Counties = counties;
        Municipalities = municipalities;
        AgeBands = ageBands;
        WarningSigns = warningSigns;
        indicatorsById = Index(indicators, x => x.Id);
        methodsByName = Index(methods);
        actorsById = Index(actors, x => x.Id);
        municipalitiesByCode = Index(municipalities, x => x.Code);
        countiesByCode = counties.ToDictionary(x => x.Code, StringComparer.Ordinal);
    }

    readonly Dictionary<string, int> indicatorsById;
    readonly Dictionary<string, int> methodsByName;
    readonly Dictionary<string, int> actorsById;
    readonly Dictionary<string, int> municipalitiesByCode;
    readonly Dictionary<string, County> countiesByCode;

    /// <summary>SHA-256 of the catalogue files, hexadecimal.</summary>
    public string Version { get; }

    /// <summary>All indicators, in catalogue order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>All methods, in catalogue order.</summary>
    public IReadOnlyList<Method> Methods { get; }

    /// <summary>All actor types, in catalogue order.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>All counties, by code.</summary>
    public IReadOnlyList<County> Counties { get; }

    /// <summary>All municipalities, by code.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>The age bands.</summary>
    public AgeBands AgeBands { get; }

    /// <summary>All warning signs, in catalogue order.</summary>
    public IReadOnlyList<WarningSign> WarningSigns { get; }

    /// <summary>The indicator with this id, or null.</summary>
    public Indicator? FindIndicator(string id) => IndexOfIndicator(id) is var i and >= 0 ? Indicators[i] : null;

    /// <summary>The method with this id, name in either language or alias, or null; upper and lower case are the same.</summary>
    public Method? FindMethod(string name) => IndexOfMethod(name) is var i and >= 0 ? Methods[i] : null;

    /// <summary>The actor type with this id, or null.</summary>
    public Actor? FindActor(string id) => IndexOfActor(id) is var i and >= 0 ? Actors[i] : null;

    /// <summary>The municipality with this code, or null.</summary>
    public Municipality? FindMunicipality(string code) => IndexOfMunicipality(code) is var i and >= 0 ? Municipalities[i] : null;

    /// <summary>The county with this code, or null.</summary>
    public County? FindCounty(string code) => countiesByCode.GetValueOrDefault(code);

    /// <summary>Index into <see cref="Indicators"/> of an id; −1 when unknown.</summary>
    public int IndexOfIndicator(ReadOnlySpan<char> id) => Find(indicatorsById, id);

    /// <summary>Index into <see cref="Methods"/> of an id, name or alias in any case; −1 when unknown.</summary>
    public int IndexOfMethod(ReadOnlySpan<char> name) => Find(methodsByName, name);

    /// <summary>Index into <see cref="Actors"/> of an id; −1 when unknown.</summary>
    public int IndexOfActor(ReadOnlySpan<char> id) => Find(actorsById, id);

    /// <summary>Index into <see cref="Municipalities"/> of a code; −1 when unknown.</summary>
    public int IndexOfMunicipality(ReadOnlySpan<char> code) => Find(municipalitiesByCode, code);

    static int Find(Dictionary<string, int> index, ReadOnlySpan<char> key) =>
        index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var at) ? at : -1;

    static Dictionary<string, int> Index<T>(IReadOnlyList<T> entries, Func<T, string> key) =>
        entries.Select((x, i) => (Key: key(x), i)).ToDictionary(x => x.Key, x => x.i, StringComparer.Ordinal);

    /// <summary>Ids win over names and names over aliases; the reader has made sure that they never compete.</summary>
    static Dictionary<string, int> Index(IReadOnlyList<Method> methods)
    {
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var names in (Func<Method, IEnumerable<string>>[])[x => [x.Id], x => [x.NameSv, x.NameEn], x => x.Aliases])
        {
            for (var i = 0; i < methods.Count; i++)
            {
                foreach (var name in names(methods[i]))
                {
                    index.TryAdd(name, i);
                }
            }
        }

        return index;
    }
}
