using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Municipalities;

/// <summary>One municipality beside the others of its county: every indicator with value, place in the county and verdict.</summary>
public sealed partial class MunicipalityPage
{
    /// <summary>Four-digit code of the municipality.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    MunicipalityView? View { get; set; }

    string Path => $"/kommun/{Code}";

    ViewLink Link => new(Path, Query);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release?.FindMunicipality(Code) is { } municipality && Selection.OfMunicipality(Viewed.Release, municipality, Query) is { } selection
            ? MunicipalityView.Of(Viewed.Release, municipality, selection)
            : null;
    }

    string To(Municipality municipality) => Query.To($"/kommun/{municipality.Code}");

    IReadOnlyList<ChoiceLink> AgeLinks =>
        [.. Viewed.Release!.Codebook.AgeBands.All.Select(x => new ChoiceLink(Words.AgeSpan(x.Id), (Query with { Age = x.Id }).To(Path), x == View!.Selection.Age, false))];

    IReadOnlyList<ChoiceLink> SexLinks =>
        [.. Selection.Sexes.Select(x => new ChoiceLink(Words.Of(x), (Query with { Sex = x.ToString() }).To(Path), x == View!.Selection.Sex, false))];

    IReadOnlyList<ChoiceLink> YearLinks =>
    [
        new ChoiceLink(L[View!.Selection.Pooled ? "LatestThree" : "LatestYear"], (Query with { Year = null }).To(Path), View.Selection.Year is null, false),
        .. Shown.Manifest.Years.Select(x => new ChoiceLink(PeriodOf(x).ToString(), (Query with { Year = Words.Of(x) }).To(Path), x == View.Selection.Year, false)),
    ];

    IReadOnlyList<ChoiceLink> PoolLinks
    {
        get
        {
            // Years taken together have other last years, and are not compared with years they overlap.
            var free = Query with { Year = null, Benchmark = View!.Selection.Benchmark.Kind == BenchmarkKind.Earlier ? null : Query.Benchmark };
            return
            [
                new ChoiceLink(L["OneYear"], (free with { Pool = null }).To(Path), !View.Selection.Pooled, false),
                new ChoiceLink(L["ThreeYears"], (free with { Pool = Words.Of(ThreeYears.Length) }).To(Path), View.Selection.Pooled, false),
            ];
        }
    }

    IReadOnlyList<ChoiceLink> BenchmarkLinks =>
    [
        .. Shown.Comparisons.Benchmarks.Select(x => new ChoiceLink(
            BenchmarkText.Of(x, Words.Culture), (Query with { Benchmark = x.Code }).To(Path), x == View!.Selection.Benchmark,
            x.Kind == BenchmarkKind.Similar && View.Similar.Count == 0)),
    ];

    IReadOnlyList<ChoiceLink> LevelLinks =>
        [.. FlagLevels.All.Select(x => new ChoiceLink(L[$"Level.{x}"], (Query with { Level = FlagLevels.Code(x) }).To(Path), x == View!.Selection.Level, false))];

    Period PeriodOf(int year) => new(year, View!.Selection.Pooled ? ThreeYears.Length : 1);

    LoadedRelease Shown => View!.Selection.Pooled ? Viewed.Release!.ThreeYears! : Viewed.Release!;

    string Benchmark => BenchmarkText.Of(View!.Selection.Benchmark, Words.Culture);
}
