using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Trend;

/// <summary>One indicator over the years in all municipalities of a county, each where it lies in the county.</summary>
public sealed partial class TrendPage
{
    const string Path = "/utveckling";

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    TrendView? View { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release ? TrendView.Of(release, Query) : null;
    }

    LoadedRelease Shown => View!.Selection.Pooled ? Viewed.Release!.ThreeYears! : Viewed.Release!;

    string Years => View!.County.Series.Years is [var first, .., var last] ? $"{first.Period.Last - first.Period.Years + 1}–{last.Period.Last}" : string.Join("", View.County.Series.Years.Select(x => x.Period));

    IReadOnlyList<ChoiceLink> AgeLinks =>
        [.. Viewed.Release!.Codebook.AgeBands.All.Select(x => new ChoiceLink(Words.AgeSpan(x.Id), (Query with { Age = x.Id }).To(Path), x == View!.Selection.Age, IsEmpty(x, View.Selection.Sex)))];

    IReadOnlyList<ChoiceLink> SexLinks =>
        [.. Selection.Sexes.Select(x => new ChoiceLink(Words.Of(x), (Query with { Sex = x.ToString() }).To(Path), x == View!.Selection.Sex, IsEmpty(View.Selection.Age, x)))];

    IReadOnlyList<ChoiceLink> PoolLinks
    {
        get
        {
            // Years taken together are not compared with years they overlap.
            var free = Query with { Benchmark = View!.Selection.Benchmark.Kind == BenchmarkKind.Earlier ? null : Query.Benchmark };
            return
            [
                new ChoiceLink(L["OneYear"], (free with { Pool = null }).To(Path), !View.Selection.Pooled, false),
                new ChoiceLink(L["ThreeYears"], (free with { Pool = Words.Of(ThreeYears.Length) }).To(Path), View.Selection.Pooled, false),
            ];
        }
    }

    // A series beside itself some years before is the same line moved: it is drawn when asked for by address, but not offered.
    IReadOnlyList<ChoiceLink> BenchmarkLinks =>
    [
        .. Shown.Comparisons.Benchmarks.Where(x => x.Kind != BenchmarkKind.Earlier || x == View!.Selection.Benchmark).Select(x => new ChoiceLink(
            BenchmarkText.Of(x, Words.Culture), (Query with { Benchmark = x.Code }).To(Path), x == View!.Selection.Benchmark, false)),
    ];

    bool IsEmpty(AgeBand age, Sex sex) => Shown.YearsOf(View!.Indicator.Id).All(x => Shown.ShownCount(View.Indicator.Id, x, age.Id, sex, View.Selection.County.Code) == 0);
}
