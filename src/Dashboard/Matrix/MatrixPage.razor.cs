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
    [
        new ChoiceLink(L["All"], To(Query with { Part = null }), View!.Part is null, false),
        .. Enum.GetValues<Role>().Select(x => new ChoiceLink(Words.Plural(x), To(Query with { Part = Code.Of(x) }), x == View.Part, Viewed.Release!.Indicators.All(y => y.Role != x))),
    ];

    IReadOnlyList<ChoiceLink> SortLinks =>
        [.. Enum.GetValues<MatrixSort>().Select(x => new ChoiceLink(L[$"Sort.{x}"], To(Query with { Sort = x == MatrixSort.Name ? null : Code.Of(x) }), x == View!.Sort, false))];

    IReadOnlyList<ChoiceLink> CountyLinks => [.. Viewed.Release!.Counties.Select(x => new ChoiceLink(Words.Of(x), To(Query with { County = x.Code }), x == View!.Selection.County, false))];

    string To(ViewQuery query) => query.To(Link.Path);
}
