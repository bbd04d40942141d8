using Analytics.Catalogue;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Profile;

/// <summary>Risk and protection of one municipality side by side, by domain or by theory.</summary>
public sealed partial class ProfilePage
{
    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    ProfileView? View { get; set; }

    ViewLink Link => new("/profil", Query);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release ? ProfileView.Of(release, Query) : null;
    }

    IEnumerable<(County County, IReadOnlyList<Municipality> Municipalities)> Counties =>
        Viewed.Release!.Counties.Select(x => (x, (IReadOnlyList<Municipality>)[.. Viewed.Release.MunicipalitiesOf(x.Code)]));

    IReadOnlyList<string> Similar => [.. Viewed.Release!.Comparisons.SimilarTo(View!.Municipality.Code).Select(x => Viewed.Release.Codebook.FindMunicipality(x)!.Name).Order(Words.ByName)];

    IReadOnlyList<ChoiceLink> FormLinks =>
        [.. Enum.GetValues<ProfileForm>().Select(x => new ChoiceLink(L[$"Form.{x}"], To(Query with { Form = x == ProfileForm.Domain ? null : Code.Of(x) }), x == View!.Form, false))];

    string To(ViewQuery query) => query.To(Link.Path);
}
