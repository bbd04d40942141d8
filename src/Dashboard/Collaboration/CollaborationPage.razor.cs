using System.Globalization;
using Analytics.Catalogue;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Collaboration;

/// <summary>Who works with whom, and where nobody hands over.</summary>
public sealed partial class CollaborationPage
{
    string Path => NetworkFirst ? Network.Route : Matrix.Route;

    // The network has an address of its own, where it stands first.
    bool NetworkFirst => new Uri(Navigation.Uri).AbsolutePath == Network.Route;

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    CollaborationView? View { get; set; }

    CollaborationChoice Choice => View!.Choice;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release && CollaborationChoice.Of(release, Query) is { } choice ? CollaborationView.Of(release, choice) : null;
    }

    string PlaceName => Matrix.PlaceName(Viewed.Release!, Choice.Area);

    IReadOnlyList<ChoiceLink> PlaceLinks =>
    [
        .. Choice.Counties.Count > 1 ? (ChoiceLink[])[new(L["Nation"], To(AreaCode.Nation), Choice.Area == AreaCode.Nation, false)] : [],
        new(Words.Of(Choice.County), To(Choice.County.Code), Choice.IsCounty, false),
        .. Municipalities.Select(x => new ChoiceLink(x.Name, To(x.Code), x.Code == Choice.Area, false)),
    ];

    IReadOnlyList<Municipality> Municipalities =>
    [
        .. Viewed.Release!.Codebook.Municipalities.Where(x => x.County == Choice.County.Code && Viewed.Release.Collaboration.Networks.Any(y => y.Area == x.Code))
            .OrderBy(x => x.Name, StringComparer.Create(CultureInfo.GetCultureInfo("sv"), true)),
    ];

    // Other pages look for a municipality in the county of the address.
    string To(string area) => (Query with { County = Choice.Counties.Count > 1 ? Choice.County.Code : null, Area = area }).To(Path);
}
