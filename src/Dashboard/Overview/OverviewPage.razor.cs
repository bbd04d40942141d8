using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>One indicator in all municipalities of a county: map, what stands out, table.</summary>
public sealed partial class OverviewPage
{
    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    Selection? Chosen { get; set; }

    CountyView? View { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        Chosen = Viewed.Release is { } release ? Selection.OfIndicator(release, Query) : null;
        View = Chosen is null ? null : CountyView.Of(Viewed.Release!, Chosen);
    }

    IReadOnlyList<ChoiceLink> AgeLinks =>
    [
        .. Viewed.Release!.Codebook.AgeBands.All.Select(x => new ChoiceLink(
            Words.AgeSpan(x.Id), (Query with { Age = x.Id }).To("/"), x == Chosen!.Age,
            Viewed.Release.ShownCount(View!.Indicator.Id, View.Year, x.Id, Chosen.Sex, Chosen.County.Code) == 0)),
    ];

    IReadOnlyList<ChoiceLink> SexLinks =>
    [
        .. Selection.Sexes.Select(x => new ChoiceLink(
            Words.Of(x), (Query with { Sex = x.ToString() }).To("/"), x == Chosen!.Sex,
            Viewed.Release!.ShownCount(View!.Indicator.Id, View.Year, Chosen.Age.Id, x, Chosen.County.Code) == 0)),
    ];

    IReadOnlyList<ChoiceLink> YearLinks =>
    [
        .. Viewed.Release!.YearsOf(View!.Indicator.Id).Select(x => new ChoiceLink(
            Words.Of(x), (Query with { Year = Words.Of(x) }).To("/"), x == View.Year,
            Viewed.Release.ShownCount(View.Indicator.Id, x, Chosen!.Age.Id, Chosen.Sex, Chosen.County.Code) == 0)),
    ];

    string CountyNote => View!.County switch
    {
        { Estimate: null } => L["CountyMissing"],
        { Estimate.Interval: null, Released.Source: { } source } => L["CountySource", source],
        { Estimate.Interval: null } => "",
        { Interval: var interval } => L["CountyInterval", interval],
    };

    IReadOnlyList<string> Standouts => new Standouts(L, Words).Of(View!);

    string ReleaseStatus
    {
        get
        {
            var release = Viewed.Release!;
            var status = Viewed.IsLatest ? L["Latest"] : L["Earlier"];
            var audit = release.Audit is { Passed: true } ? " " + L["Audited"] : "";
            return L["ReleaseStatus", Words.Of(release.Published ?? release.Manifest.Created), status] + audit;
        }
    }
}
