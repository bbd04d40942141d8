using Analytics.Catalogue;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Methods;

/// <summary>Who works how: methods in use, groups that work alike, follow-up.</summary>
public sealed partial class MethodPage
{
    const string Path = "/metoder";

    [Inject]
    ViewedRelease Viewed { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    ViewQuery Query { get; set; } = ViewQuery.Empty;

    MethodView? View { get; set; }

    MethodChoice Choice => View!.Choice;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Query = ViewQuery.Read(Navigation.Uri);
        View = Viewed.Release is { } release && MethodChoice.Of(release, Query) is { } choice ? MethodView.Of(release, choice) : null;
    }

    string NotProposed => Choice.Partition is not { } shown || Choice.IsProposed(shown.Clusters) ? ""
        : Choice.Study.Verdict == Analytics.Practice.ClusterVerdict.None ? L["NoneProposed", shown.Clusters] : L["NotProposed", shown.Clusters, Choice.Study.Chosen];

    string Organisations => Words.Count(Viewed.Release!.Practice.Uses.Where(x => x.Municipality.StartsWith(Choice.County.Code, StringComparison.Ordinal)).Select(x => x.Organisation).Distinct().Count());

    IReadOnlyList<ChoiceLink> UnitLinks =>
        [.. MethodChoice.Units.Select(x => new ChoiceLink(L[$"Unit.{x}"], (Query with { Unit = x, Groups = null }).To(Path), x == MethodChoice.Units[Choice.Municipalities ? 1 : 0], false))];

    IReadOnlyList<ChoiceLink> LikenessLinks =>
        [.. MethodChoice.Likenesses.Select(x => new ChoiceLink(L[$"Likeness.{x}"], (Query with { Likeness = x, Groups = null }).To(Path), x == MethodChoice.Likenesses[Choice.Properties ? 1 : 0], false))];

    IReadOnlyList<ChoiceLink> GroupLinks =>
    [
        .. Choice.Study.Partitions.Select(x => new ChoiceLink(
            Choice.IsProposed(x.Clusters) ? L["Proposed", x.Clusters] : Words.Of(x.Clusters), (Query with { Groups = Words.Of(x.Clusters) }).To(Path), x == Choice.Partition, false)),
    ];

    IReadOnlyList<ChoiceLink> PurposeLinks =>
    [
        new(L["All"], (Query with { Purpose = null }).To(Path), Choice.Purpose is null, false),
        .. Enum.GetValues<Purpose>().Select(x => new ChoiceLink(L[$"Purpose.{x}"], (Query with { Purpose = Code.Of(x) }).To(Path), x == Choice.Purpose, false)),
    ];

    IReadOnlyList<ChoiceLink> AgeLinks =>
    [
        new(L["All"], (Query with { Age = null }).To(Path), Choice.Age is null, false),
        .. Viewed.Release!.Codebook.AgeBands.Partition.Select(x => new ChoiceLink(Words.AgeSpan(x.Id), (Query with { Age = x.Id }).To(Path), x == Choice.Age, false)),
    ];

    IReadOnlyList<County> Counties =>
        [.. Viewed.Release!.Codebook.Counties.Where(x => Viewed.Release.Practice.Uses.Any(y => y.Municipality.StartsWith(x.Code, StringComparison.Ordinal)))];
}
