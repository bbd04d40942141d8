using System.Text;
using Dashboard.Navigation;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Explore;

/// <summary>What the exploring page shows, as its address tells it, not yet checked. The names are those of the other pages, each as often as it has values.</summary>
/// <remarks>
/// <c>/utforska?indicator=sch_bullied&amp;indicator=fam_parent_talk&amp;area=0680&amp;year=2025&amp;age=13-15&amp;sex=F&amp;b-sex=M</c>: what is not named is chosen by the page.
/// <c>b-area</c>, <c>b-year</c>, <c>b-age</c> and <c>b-sex</c> replace a value of the first selection (A) and make the second (B).
/// </remarks>
public sealed record ExploreState
{
    /// <summary>Route of the page.</summary>
    public const string Route = "/utforska";

    static readonly string[] Names = ["indicator", "area", "year", "age", "sex"];

    readonly IReadOnlyList<string>[] chosen = [[], [], [], [], []];
    readonly string?[] other = new string?[5];

    /// <summary>Nothing chosen.</summary>
    public static ExploreState Empty { get; } = new();

    /// <summary>Everything that is not a list: county, benchmark, level, order, release, language.</summary>
    public ViewQuery View { get; private init; } = ViewQuery.Empty;

    /// <summary>Page of the table, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Creates the state in which nothing is chosen.</summary>
    public ExploreState()
    {
    }

    ExploreState(ExploreState from)
    {
        (View, Page) = (from.View, from.Page);
        (chosen, other) = ([.. from.chosen], [.. from.other]);
    }

    /// <summary>The values chosen of a kind, in the order chosen; none where the page chooses.</summary>
    public IReadOnlyList<string> this[Choice choice] => chosen[(int)choice];

    /// <summary>What replaces the first selection's value in the second; null where both have the same.</summary>
    public string? Other(Choice choice) => other[(int)choice];

    /// <summary>Whether there is a second selection.</summary>
    public bool HasOther => other.Any(x => x is not null);

    /// <summary>The name of a kind in addresses.</summary>
    public static string NameOf(Choice choice) => Names[(int)choice];

    /// <summary>The name of the second selection's value of a kind in addresses.</summary>
    public static string OtherNameOf(Choice choice) => $"b-{Names[(int)choice]}";

    /// <summary>The state with these values of a kind, on the first page.</summary>
    public ExploreState With(Choice choice, IEnumerable<string> values)
    {
        var state = new ExploreState(this) { Page = 1 };
        state.chosen[(int)choice] = [.. values.Distinct(StringComparer.Ordinal)];
        return state;
    }

    /// <summary>The state with a value chosen or not, on the first page.</summary>
    public ExploreState With(Choice choice, string value, bool isChosen) => With(choice, isChosen ? [.. this[choice], value] : this[choice].Where(x => x != value));

    /// <summary>The state with another second selection, on the first page.</summary>
    /// <param name="choice">In what it differs.</param>
    /// <param name="value">Its value; null or empty for that of the first.</param>
    public ExploreState WithOther(Choice choice, string? value)
    {
        var state = new ExploreState(this) { Page = 1 };
        state.other[(int)choice] = string.IsNullOrEmpty(value) ? null : value;
        return state;
    }

    /// <summary>The state without a second selection.</summary>
    public ExploreState WithoutOther() => Enum.GetValues<Choice>().Aggregate(this, (state, x) => state.WithOther(x, null));

    /// <summary>The state with other things that are not lists, on the first page.</summary>
    public ExploreState With(Func<ViewQuery, ViewQuery> change) => new(this) { View = OnlyOwn(change(View)), Page = 1 };

    /// <summary>The state with nothing chosen, in the same county, release and language.</summary>
    public ExploreState Cleared() => new() { View = new ViewQuery { County = View.County, Release = View.Release, Lang = View.Lang } };

    /// <summary>Name and value of each parameter, in a fixed order.</summary>
    public IEnumerable<(string Name, string Value)> Given =>
    [
        .. Enum.GetValues<Choice>().SelectMany(x => this[x].Select(y => (NameOf(x), y))),
        .. Enum.GetValues<Choice>().Where(x => Other(x) is not null).Select(x => (OtherNameOf(x), Other(x)!)),
        .. View.Given,
        .. Page > 1 ? ((string, string)[])[("page", Page.ToString(System.Globalization.CultureInfo.InvariantCulture))] : [],
    ];

    /// <summary>Reads a query string, with or without the address before it.</summary>
    public static ExploreState Read(string uri)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        var end = uri.IndexOf('#', StringComparison.Ordinal);
        var values = start < 0 ? [] : QueryHelpers.ParseQuery(uri[start..(end > start ? end : uri.Length)]);
        IEnumerable<string> Of(string name) => values.TryGetValue(name, out var found) ? found.OfType<string>().Where(x => x.Length > 0) : [];
        var state = new ExploreState
        {
            View = OnlyOwn(ViewQuery.Read(uri)),
            Page = int.TryParse(Of("page").FirstOrDefault(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1,
        };
        foreach (var choice in Enum.GetValues<Choice>())
        {
            state.chosen[(int)choice] = [.. Of(NameOf(choice)).Distinct(StringComparer.Ordinal)];
            state.other[(int)choice] = choice == Choice.Indicator ? null : Of(OtherNameOf(choice)).FirstOrDefault();
        }

        return state;
    }

    /// <summary>The address in this state.</summary>
    /// <param name="path">The page's route, or that of one of its files.</param>
    public string To(string path = Route)
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in Given)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }

    /// <summary>Two states are equal where their addresses are.</summary>
    public bool Equals(ExploreState? other) => other is not null && To() == other.To();

    /// <inheritdoc/>
    public override int GetHashCode() => To().GetHashCode(StringComparison.Ordinal);

    static ViewQuery OnlyOwn(ViewQuery query) => new() { County = query.County, Benchmark = query.Benchmark, Level = query.Level, Sort = query.Sort, Release = query.Release, Lang = query.Lang };
}

/// <summary>What can be chosen several of.</summary>
public enum Choice
{
    /// <summary>Indicators.</summary>
    Indicator,
    /// <summary>Municipalities, the county, the nation.</summary>
    Area,
    /// <summary>Calendar years.</summary>
    Year,
    /// <summary>Age bands.</summary>
    Age,
    /// <summary>Sexes.</summary>
    Sex,
}
