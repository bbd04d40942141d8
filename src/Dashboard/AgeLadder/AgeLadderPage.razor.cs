using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.AgeLadder;

/// <summary>Factors by age band: what is measured at which age, and where a municipality stands in it.</summary>
public sealed partial class AgeLadderPage
{
    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    AgeLadderView? View { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release ? AgeLadderView.Of(release, Query) : null;
    }

    string To(ViewQuery query) => query.To(Screen.Route);

    IReadOnlyList<ChoiceLink> PartLinks => [.. FactorPart.All.Select(x => new ChoiceLink(Words.Of(x), To(Query with { Part = x.Code }), x == View!.Part, false))];

    IReadOnlyList<ChoiceLink> SexLinks => [.. Selection.Sexes.Select(x => new ChoiceLink(Words.Of(x), To(Query with { Sex = x.ToString() }), x == View!.Selection.Sex, false))];

    IReadOnlyList<ChoiceLink> YearLinks =>
    [
        new(L["LatestYear"], To(Query with { Year = null }), View!.Selection.Year is null, false),
        .. Viewed.Release!.Manifest.Years.Select(x => new ChoiceLink(Words.Of(x), To(Query with { Year = Words.Of(x) }), x == View.Selection.Year, false)),
    ];

    IReadOnlyList<ChoiceLink> AreaLinks =>
    [
        new(L["Whole"], To(Query with { Area = null }), View!.Area is null, false),
        .. View.Municipalities.Select(x => new ChoiceLink(x.Name, To(Query with { Area = x.Code }), x == View.Area, false)),
    ];

    IReadOnlyList<ChoiceLink> BenchmarkLinks =>
        [.. Viewed.Release!.Comparisons.Benchmarks.Select(x => new ChoiceLink(BenchmarkText.Of(x, Words.Culture), To(Query with { Benchmark = x.Code }), x == View!.Selection.Benchmark, false))];

    IReadOnlyList<ChoiceLink> LevelLinks =>
        [.. FlagLevels.All.Select(x => new ChoiceLink(L[$"Level.{x}"], To(Query with { Level = FlagLevels.Code(x) }), x == View!.Selection.Level, false))];
}
