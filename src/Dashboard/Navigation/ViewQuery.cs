using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Navigation;

/// <summary>The state of a view as its address tells it, not yet checked; null where the address says nothing.</summary>
/// <remarks>Parameters the program does not know are not read and not passed on.</remarks>
public sealed record ViewQuery
{
    /// <summary>Nothing chosen.</summary>
    public static ViewQuery Empty { get; } = new();

    /// <summary>Id of the indicator.</summary>
    public string? Indicator { get; init; }

    /// <summary>Id of the age band.</summary>
    public string? Age { get; init; }

    /// <summary>F, M or T.</summary>
    public string? Sex { get; init; }

    /// <summary>Calendar year.</summary>
    public string? Year { get; init; }

    /// <summary>Code of the benchmark.</summary>
    public string? Benchmark { get; init; }

    /// <summary>How certain a difference must be: <c>0.95</c>, <c>0.998</c> or <c>bh</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Years taken together: 1 or 3.</summary>
    public string? Pool { get; init; }

    /// <summary>Who is grouped: <c>organisation</c> or <c>municipality</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>By what they are grouped: <c>methods</c> or <c>properties</c>.</summary>
    public string? Likeness { get; init; }

    /// <summary>Number of groups.</summary>
    public string? Groups { get; init; }

    /// <summary>Purpose of methods: <c>identify</c>, <c>assess</c>, <c>treat</c> or <c>follow_up</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>Code of a municipality, or of the county.</summary>
    public string? Area { get; init; }

    /// <summary>Form of a picture, where a screen has several: <c>dots</c>, <c>funnel</c>, <c>sat</c>.</summary>
    public string? Form { get; init; }

    /// <summary>What rows are ordered by.</summary>
    public string? Sort { get; init; }

    /// <summary>Part of the factors: a role or a domain, as the catalogue writes it.</summary>
    public string? Part { get; init; }

    /// <summary>What is added on demand: <c>ranks</c>.</summary>
    public string? Show { get; init; }

    /// <summary>A meeting that views are pinned for.</summary>
    public string? Meeting { get; init; }

    /// <summary>Two-digit code of the county.</summary>
    public string? County { get; init; }

    /// <summary>Language: <c>sv</c> or <c>en</c>.</summary>
    public string? Lang { get; init; }

    /// <summary>Id of a release, which freezes the view.</summary>
    public string? Release { get; init; }

    /// <summary>Name and value of each parameter that is given, in a fixed order.</summary>
    public IEnumerable<(string Name, string Value)> Given =>
        ((string Name, string? Value)[])[("county", County), ("indicator", Indicator), ("age", Age), ("sex", Sex), ("year", Year), ("benchmark", Benchmark), ("level", Level), ("pool", Pool), ("unit", Unit), ("likeness", Likeness), ("k", Groups), ("purpose", Purpose), ("area", Area), ("form", Form), ("sort", Sort), ("part", Part), ("show", Show), ("meeting", Meeting), ("release", Release), ("lang", Lang)]
        is var all ? all.Where(x => x.Value is not null).Select(x => (x.Name, x.Value!)) : [];

    /// <summary>Reads a query string, with or without the address before it. The first of several values counts; an empty one is none.</summary>
    public static ViewQuery Read(string uri)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        var end = uri.IndexOf('#', StringComparison.Ordinal);
        var values = start < 0 ? [] : QueryHelpers.ParseQuery(uri[start..(end > start ? end : uri.Length)]);
        return new ViewQuery
        {
            Indicator = First(values, "indicator"),
            Age = First(values, "age"),
            Sex = First(values, "sex"),
            Year = First(values, "year"),
            Benchmark = First(values, "benchmark"),
            Level = First(values, "level"),
            Pool = First(values, "pool"),
            Unit = First(values, "unit"),
            Likeness = First(values, "likeness"),
            Groups = First(values, "k"),
            Purpose = First(values, "purpose"),
            Area = First(values, "area"),
            Form = First(values, "form"),
            Sort = First(values, "sort"),
            Part = First(values, "part"),
            Show = First(values, "show"),
            Meeting = First(values, "meeting"),
            County = First(values, "county"),
            Lang = First(values, "lang"),
            Release = First(values, "release"),
        };
    }

    /// <summary>The state for a view of one indicator, which compares in one way and takes years one by one.</summary>
    public ViewQuery WithoutComparison() => this with { Benchmark = null, Level = null, Pool = null, Year = Pool is null ? Year : null };

    /// <summary>The state for another screen, which knows neither the forms and orders of this one nor what it adds.</summary>
    public ViewQuery OfOthers() => this with { Form = null, Sort = null, Show = null };

    /// <summary>The address of a page in this state.</summary>
    /// <param name="path">Path from the root: <c>/kommun/0680</c>.</param>
    /// <param name="fragment">Place in the page, without #.</param>
    public string To(string path, string? fragment = null)
    {
        var address = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in Given)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return fragment is null ? address.ToString() : address.Append('#').Append(fragment).ToString();
    }

    static string? First(Dictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out var found) && found.FirstOrDefault() is { Length: > 0 } value ? value : null;
}
