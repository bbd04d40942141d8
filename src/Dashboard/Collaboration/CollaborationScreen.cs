using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Collaboration;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Collaboration;

/// <summary>Who says what of their contact with whom, as a matrix.</summary>
public sealed class CollaborationScreen(IStringLocalizer<CollaborationPage> text) : IScreen
{
    /// <inheritdoc/>
    public string Route => "/samverkan";

    /// <inheritdoc/>
    public string? Name => text["Title"];

    /// <inheritdoc/>
    public bool Has(LoadedRelease release) => release.Collaboration.Ties.Count > 0;

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => CollaborationChoice.Of(release, link.Query) is { } choice ? Of(release, CollaborationView.Of(release, choice)) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(LoadedRelease release, CollaborationView view) => new()
    {
        Title = $"{text["Title"]}, {PlaceName(release, view.Choice.Area)}",
        Unit = text["MatrixUnit"],
        Sentence = CollaborationSentence.Of(release.Collaboration, view.Choice.Area, release.Codebook, Words.Culture),
        Source = release.Manifest.Description.Source,
        FileName = $"lagesbild-{view.Choice.Area}-samverkan",
        Table = new ViewTable(
            $"{text["Title"]}, {PlaceName(release, view.Choice.Area)}",
            [
                new("area", text["Area"]) { FilesOnly = true }, new("from_actor", text["From"]) { FilesOnly = true }, new("from_name", text["From"]), new("to_actor", text["To"]) { FilesOnly = true }, new("to_name", text["To"]),
                new("answers", text["Answers"], IsNumber: true), new("frequency", text["Frequency"]), new("agreement", text["Agreement"], IsNumber: true), new("trust", text["Trust"], IsNumber: true),
                new("one_sided", text["OneSidedWord"]), new("without_agreement", text["NoAgreementWord"]), new("status", text["Remark"]) { FilesOnly = true },
            ],
            [.. view.Ties.Select(x => Row(view, x))]),
        Draw = frame => TieMatrixChart.Draw(view.Actors, view.Ties, view.Network.OneSided, Words.Culture, frame),
        Scrolls = true,
        Href = _ => null,
        Ignored = view.Choice.Ignored,
    };

    /// <summary>Name of a municipality, a county or the nation.</summary>
    internal string PlaceName(LoadedRelease release, string area) =>
        release.Codebook.FindMunicipality(area)?.Name ?? (release.Codebook.Counties.FirstOrDefault(x => x.Code == area) is { } county ? Words.Of(county) : text["Nation"].Value);

    ViewRow Row(CollaborationView view, Tie tie) => new(
    [
        ViewField.Text(tie.Area), ViewField.Text(tie.From), ViewField.Text(view.Name(tie.From)), ViewField.Text(tie.To), ViewField.Text(view.Name(tie.To)),
        ViewField.Count(tie.Answers),
        tie.Status is { } reason ? new ViewField(ReasonText.Of(reason, Words.Culture), null) { Glyph = ReasonText.Glyph(reason), Css = "is-missing" }
            : new ViewField($"{Numbers.Decimal(tie.Frequency!.Value, 1)} {FrequencyWords.Of(tie.Frequency.Value, Words.Culture)}", Math.Round(tie.Frequency.Value, 6)),
        tie.Agreement is { } agreement ? new ViewField(Numbers.Percent(agreement), Math.Round(agreement, 6)) : ViewField.None,
        tie.Trust is { } trust ? new ViewField(Numbers.Decimal(trust, 1), Math.Round(trust, 6)) : ViewField.None,
        Marked(view.IsOneSided(tie)), Marked(view.LacksAgreement(tie)),
        new ViewField("", tie.Status is { } status ? ReasonCode.Of(status) : null),
    ]);

    ViewField Marked(bool marked) => new(marked ? text["Yes"] : "–", marked ? 1 : 0);
}
