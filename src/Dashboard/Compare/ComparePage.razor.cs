using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Compare;

/// <summary>One indicator in all municipalities of a county, sorted by value with intervals, or by size in a funnel.</summary>
public sealed partial class ComparePage
{
    const string Path = "/jamfor";

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    CompareView? View { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release ? CompareView.Of(release, Query) : null;
    }

    IReadOnlyList<ChoiceLink> FormLinks =>
    [
        new ChoiceLink(L["Form.Dots"], (Query with { Form = null }).To(Path), !View!.IsFunnel, false),
        new ChoiceLink(L["Form.Funnel"], (Query with { Form = CompareView.FunnelForm }).To(Path), View.IsFunnel, false),
    ];

    IReadOnlyList<ChoiceLink> AgeLinks =>
    [
        .. Viewed.Release!.Codebook.AgeBands.All.Select(x => new ChoiceLink(
            Words.AgeSpan(x.Id), (Query with { Age = x.Id }).To(Path), x == View!.Selection.Age,
            Viewed.Release.ShownCount(View.Indicator.Id, View.Year, x.Id, View.Selection.Sex, View.Selection.County.Code) == 0)),
    ];

    IReadOnlyList<ChoiceLink> SexLinks =>
    [
        .. Selection.Sexes.Select(x => new ChoiceLink(
            Words.Of(x), (Query with { Sex = x.ToString() }).To(Path), x == View!.Selection.Sex,
            Viewed.Release!.ShownCount(View.Indicator.Id, View.Year, View.Selection.Age.Id, x, View.Selection.County.Code) == 0)),
    ];

    IReadOnlyList<ChoiceLink> YearLinks =>
    [
        .. Viewed.Release!.YearsOf(View!.Indicator.Id).Select(x => new ChoiceLink(
            Words.Of(x), (Query with { Year = Words.Of(x) }).To(Path), x == View.Year,
            Viewed.Release.ShownCount(View.Indicator.Id, x, View.Selection.Age.Id, View.Selection.Sex, View.Selection.County.Code) == 0)),
    ];

    IReadOnlyList<ChoiceLink> BenchmarkLinks =>
    [
        .. Viewed.Release!.Comparisons.Benchmarks.Where(x => !View!.IsFunnel || CompareView.IsCommon(x)).Select(x => new ChoiceLink(
            BenchmarkText.Of(x, Words.Culture), (Query with { Benchmark = x.Code }).To(Path), x == View!.Selection.Benchmark, false)),
    ];

    IReadOnlyList<ChoiceLink> LevelLinks =>
        [.. FlagLevels.All.Select(x => new ChoiceLink(L[$"Level.{x}"], (Query with { Level = FlagLevels.Code(x) }).To(Path), x == View!.Selection.Level, false))];

    IReadOnlyList<ChoiceLink> RankLinks =>
    [
        new ChoiceLink(L["Ranks.Hide"], (Query with { Show = null }).To(Path), !View!.HasRanks, false),
        new ChoiceLink(L["Ranks.Show"], (Query with { Show = CompareView.RanksShown }).To(Path), View.HasRanks, false),
    ];
}
