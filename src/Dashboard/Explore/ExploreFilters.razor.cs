using System.Globalization;
using Analytics.Catalogue;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Explore;

/// <summary>Check lists of everything one can choose. Without a connection it is a form that asks for the page anew.</summary>
public sealed partial class ExploreFilters
{
    string wanted = "";

    /// <summary>The release.</summary>
    [Parameter, EditorRequired]
    public required LoadedRelease Release { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ExploreView View { get; set; }

    /// <summary>Told a new state.</summary>
    [Parameter, EditorRequired]
    public EventCallback<ExploreState> Changed { get; set; }

    ExploreState State => View.Selection.State;

    /// <summary>What has no control of its own but must not be lost.</summary>
    IEnumerable<(string Name, string Value)> Kept => (State.View with { County = Release.Counties.Count > 1 ? null : State.View.County, Benchmark = null, Level = null }).Given;

    IReadOnlyList<Indicator> Matching
    {
        get
        {
            var all = ExploreSelection.InOrder(Release, Release.Indicators);
            var compare = CultureInfo.GetCultureInfo("sv").CompareInfo;
            // Every word must stand somewhere, in whatever order.
            return [.. wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
                ? all.Where(x => parts.All(part => compare.IndexOf($"{Words.Of(x)} {Words.Of(x.Domain)} {x.Id}", part, CompareOptions.IgnoreCase) >= 0))
                : all];
        }
    }

    IEnumerable<(Choice Choice, string Heading, IReadOnlyList<(string Value, string Text)> Items)> Short =>
    [
        (Choice.Year, L["Years.Heading"], [.. Release.Manifest.Years.Select(x => (Words.Of(x), Words.Of(x)))]),
        (Choice.Age, L["Ages"], [.. Release.Codebook.AgeBands.All.Select(x => (x.Id, Words.AgeSpan(x.Id)))]),
        (Choice.Sex, L["Sexes"], [.. Selection.Sexes.Select(x => (x.ToString(), Words.Of(x)))]),
    ];

    IEnumerable<(Choice Choice, string Heading, IReadOnlyList<(string Value, string Text)> Items)> All =>
        [.. Short.Select(x => (x.Choice, x.Choice switch { Choice.Year => L["Year"].Value, Choice.Age => L["Age"].Value, _ => L["Sex"].Value }, x.Items)), (Choice.Area, L["Area"], [.. ExploreSelection.AreasOf(Release, View.Selection.County).Select(x => (x.Code, x.Name))])];

    bool IsChosen(Choice choice, string value) => State[choice].Contains(value, StringComparer.Ordinal);

    bool AreAll(IEnumerable<Indicator> some) => some.All(x => IsChosen(Choice.Indicator, x.Id));

    void Search(string? text) => wanted = text ?? "";

    Task Toggle(Choice choice, string value, ChangeEventArgs change) => Changed.InvokeAsync(State.With(choice, value, change.Value is true));

    Task ToggleAll(IReadOnlyList<Indicator> some)
    {
        var ids = some.Select(x => x.Id).ToArray();
        return Changed.InvokeAsync(State.With(Choice.Indicator, AreAll(some) ? State[Choice.Indicator].Except(ids) : State[Choice.Indicator].Concat(ids)));
    }

    // Municipalities of one county are unknown in another.
    Task ChooseCounty(string? code) => Changed.InvokeAsync(State.With(Choice.Area, []).WithOther(Choice.Area, null).With(x => x with { County = code }));

    Task Change(Func<ViewQuery, ViewQuery> change) => Changed.InvokeAsync(State.With(change));
}
