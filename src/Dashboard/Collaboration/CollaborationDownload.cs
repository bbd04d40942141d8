using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Collaboration;
using Analytics.Csv;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.Extensions.Localization;

namespace Dashboard.Collaboration;

/// <summary>Ties as files that say what they are: title, sentence, source and release stand in them.</summary>
static class CollaborationDownload
{
    /// <summary>Name of a file, with what it holds.</summary>
    public static string FileName(CollaborationView view, string extension) => $"lagesbild-{view.Choice.Area}-samverkan.{extension}";

    /// <summary>Answers a request for the table.</summary>
    public static IResult RespondCsv(HttpRequest request, ViewedRelease viewed, IStringLocalizer<CollaborationPage> text) => Find(request, viewed) is not { } view
        ? Results.NotFound()
        // With a byte order mark, or spreadsheets misread å, ä and ö.
        : Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(viewed.Release!, view, text))], "text/csv; charset=utf-8", FileName(view, "csv"));

    /// <summary>Answers a request for the matrix.</summary>
    public static IResult RespondSvg(HttpRequest request, ViewedRelease viewed, IStringLocalizer<CollaborationPage> text) => Find(request, viewed) is not { } view
        ? Results.NotFound()
        : Results.File(Encoding.UTF8.GetBytes(Matrix(viewed.Release!, view, text).Svg), "image/svg+xml", FileName(view, "svg"));

    /// <summary>Answers a request for the network.</summary>
    public static IResult RespondNetwork(HttpRequest request, ViewedRelease viewed, IStringLocalizer<CollaborationPage> text) => Find(request, viewed) is not { } view
        ? Results.NotFound()
        : Results.File(Encoding.UTF8.GetBytes(Network(viewed.Release!, view, text).Svg), "image/svg+xml", $"lagesbild-{view.Choice.Area}-natverk.svg");

    static CollaborationView? Find(HttpRequest request, ViewedRelease viewed) =>
        viewed.Release is { } release && CollaborationChoice.Of(release, ViewQuery.Read(request.QueryString.Value ?? "")) is { Ignored.Count: 0 } choice ? CollaborationView.Of(release, choice) : null;

    /// <summary>The matrix, with its source inside.</summary>
    public static ChartPicture Matrix(LoadedRelease release, CollaborationView view, IStringLocalizer<CollaborationPage> text) => TieMatrixChart.Draw(
        view.Actors, view.Ties, view.Network.OneSided, Words.Culture, $"{text["Title"]}, {PlaceName(release, view.Choice.Area, text)}",
        $"{text["MatrixAlternative", view.Actors.Count]} {Sentence(release, view)}", Source(release, text));

    /// <summary>The network, with its source inside.</summary>
    public static ChartPicture Network(LoadedRelease release, CollaborationView view, IStringLocalizer<CollaborationPage> text) => TieNetworkChart.Draw(
        view.Circle, view.Ties, view.Network.OneSided, Words.Culture, $"{text["NetworkTitle"]}, {PlaceName(release, view.Choice.Area, text)}",
        $"{text["NetworkAlternative", view.Circle.Count]} {Sentence(release, view)}", Source(release, text));

    /// <summary>What the area's ties and hand-overs say.</summary>
    public static string Sentence(LoadedRelease release, CollaborationView view) => CollaborationSentence.Of(release.Collaboration, view.Choice.Area, release.Codebook, Words.Culture);

    /// <summary>Name of a municipality, a county or the nation.</summary>
    public static string PlaceName(LoadedRelease release, string area, IStringLocalizer<CollaborationPage> text) =>
        release.Codebook.FindMunicipality(area)?.Name ?? (release.Codebook.Counties.FirstOrDefault(x => x.Code == area) is { } county ? Words.Of(county) : text["Nation"].Value);

    static string Source(LoadedRelease release, IStringLocalizer<CollaborationPage> text)
    {
        var description = release.Manifest.Description;
        return $"{(description.Demonstration ? text["DemonstrationLine"].Value + " " : "")}{description.Source} · {text["ReleaseLine"]} {release.Manifest.Id} · {Words.Of(release.Manifest.Created)}";
    }

    /// <summary>The table's text: comment lines that begin with #, a header, one row per tie.</summary>
    public static string Write(LoadedRelease release, CollaborationView view, IStringLocalizer<CollaborationPage> text)
    {
        var lines = new StringBuilder();
        void Comment(string comment) => lines.Append("# ").Append(comment.ReplaceLineEndings(" ")).Append('\n');

        Comment($"{text["Title"]}, {PlaceName(release, view.Choice.Area, text)}");
        Comment(Sentence(release, view));
        Comment(text["CsvColumns"]);
        Comment($"{release.Manifest.Description.Title} · {release.Manifest.Description.Licence} · {release.Manifest.Description.Collected}");
        Comment(Source(release, text));
        lines.Append("area,from_actor,from_name,to_actor,to_name,answers,frequency,agreement,trust,one_sided,without_agreement,status\n");
        var names = view.Actors.ToDictionary(x => x.Actor, x => CsvField.Of(x.Name), StringComparer.Ordinal);
        foreach (var tie in view.Ties)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{tie.Area},{tie.From},{names[tie.From]},{tie.To},{names[tie.To]},{tie.Answers},{tie.Frequency:0.######},{tie.Agreement:0.######},{tie.Trust:0.######},")
                .Append(CultureInfo.InvariantCulture, $"{(view.IsOneSided(tie) ? 1 : 0)},{(view.LacksAgreement(tie) ? 1 : 0)},{(tie.Status is { } reason ? ReasonCode.Of(reason) : "")}\n");
        }

        return lines.ToString();
    }
}
