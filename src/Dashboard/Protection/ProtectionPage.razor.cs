using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Protection;

/// <summary>For the analyst: what is withheld of one indicator and year, why, and what an attacker would be left with.</summary>
public sealed partial class ProtectionPage
{
    static readonly Unit Percent = Units.All.Single(x => x.Id == "percent");

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    ReleaseReader Reader { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    HttpContext? Context { get; set; }

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    ProtectionView? View { get; set; }

    Selection Chosen => View!.Selection;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release && Selection.OfIndicator(release, Query) is { } selection
            ? await ProtectionView.OfAsync(release, selection, Reader, Context?.RequestAborted ?? CancellationToken.None)
            : null;
    }

    ReleaseParameters Parameters => Viewed.Release!.Manifest.Parameters;

    IReadOnlyList<ChoiceLink> YearLinks =>
        [.. Viewed.Release!.YearsOf(View!.Indicator.Id).Select(x => new ChoiceLink(Words.Of(x), (Query with { Year = Words.Of(x) }).To("/skydd"), x == View.Year, false))];

    /// <summary>How far from the least possible, in one sentence.</summary>
    string Gap => View!.Record switch
    {
        { } record when record.Hidden.All(x => x.Rule != ProtectionRule.Secondary) => L["GapNone"],
        { Gap: 0 } => L["GapZero"],
        { Gap: null } => L["GapUnknown"],
        { Gap: { } gap, Cost: { } cost, LowerBound: { } bound } => L["Gap", Words.Count(cost), Words.Count((long)Math.Ceiling(bound)), ValueFormat.Of(gap, Percent, Words.Culture), L[$"Weights.{Parameters.Weights}"].Value],
        { Gap: { } gap } => L["GapOnly", ValueFormat.Of(gap, Percent, Words.Culture)],
        _ => "",
    };

    string Share(int cells) => ValueFormat.Of((double)cells / View!.WithheldCells, Percent, Words.Culture);

    string Meaning(ProtectionRule rule) => L[$"Meaning.{rule}", Parameters.Threshold - 1, Parameters.Base];
}
