using Analytics.Catalogue;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Matrix;

/// <summary>All factors in all municipalities of a county: where the county differs within itself, at a glance.</summary>
public sealed partial class MatrixPage
{
    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    MatrixView? View { get; set; }

    ViewLink Link => new("/lansmatris", Query);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release ? MatrixView.Of(release, Query) : null;
    }

    IReadOnlyList<ChoiceLink> PartLinks =>
        [.. FactorPart.All.Select(x => new ChoiceLink(Words.Of(x), To(Query with { Part = x.Code }), x == View!.Part, !Viewed.Release!.Indicators.Any(x.Holds)))];

    IReadOnlyList<ChoiceLink> SortLinks =>
        [.. Enum.GetValues<MatrixSort>().Select(x => new ChoiceLink(L[$"Sort.{x}"], To(Query with { Sort = x == MatrixSort.Name ? null : Code.Of(x) }), x == View!.Sort, false))];

    string To(ViewQuery query) => query.To(Link.Path);
}
