using Analytics.Charts;
using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Collaboration;

/// <summary>The same contacts as a network: who stands between whom. One comes to it from the matrix.</summary>
public sealed class NetworkScreen(IStringLocalizer<CollaborationPage> text, CollaborationScreen matrix) : IScreen
{
    /// <inheritdoc/>
    public string Route => "/samverkan-natverk";

    /// <inheritdoc/>
    public string? Name => null;

    /// <inheritdoc/>
    public bool Has(LoadedRelease release) => matrix.Has(release);

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => CollaborationChoice.Of(release, link.Query) is { } choice ? Of(release, CollaborationView.Of(release, choice)) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(LoadedRelease release, CollaborationView view)
    {
        var title = $"{text["NetworkTitle"]}, {matrix.PlaceName(release, view.Choice.Area)}";
        return matrix.Of(release, view) with
        {
            Title = title,
            Unit = text["NetworkUnit"],
            FileName = $"lagesbild-{view.Choice.Area}-natverk",
            Sentence = Sentence(view),
            Table = new ViewTable(
                title,
                [
                    new("actor", text["Actor"]) { FilesOnly = true }, new("name", text["Actor"]), new("community", text["GroupColumn"], IsNumber: true), new("in_degree", text["InDegree"], IsNumber: true),
                    new("out_degree", text["OutDegree"], IsNumber: true), new("betweenness", text["Betweenness"], IsNumber: true), new("eigenvector", text["Eigenvector"], IsNumber: true),
                ],
                [.. view.Circle.Select(x => Row(view, x))]),
            Draw = frame => TieNetworkChart.Draw(view.Circle, view.Ties, view.Network.OneSided, Words.Culture, frame),
        };
    }

    string Sentence(CollaborationView view)
    {
        var most = view.Actors.MaxBy(x => x.Degree)!;
        return text["NetworkSentence", most.Name, view.Network.OneSided.Count];
    }

    static ViewRow Row(CollaborationView view, TieActor actor)
    {
        var place = view.Network.Actors.First(x => x.Actor == actor.Actor);
        ViewField Number(double? value, int decimals) => value is { } known ? new ViewField(Numbers.Decimal(known, decimals), Math.Round(known, 6)) : ViewField.None;
        return new ViewRow(
        [
            ViewField.Text(actor.Actor), ViewField.Text(actor.Name), ViewField.Count(place.Community), Number(place.InDegree, 1), Number(place.OutDegree, 1), Number(place.Betweenness, 1), Number(place.Eigenvector, 2),
        ]);
    }
}
