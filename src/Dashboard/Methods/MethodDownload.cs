using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Csv;
using Analytics.Practice;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Microsoft.Extensions.Localization;

namespace Dashboard.Methods;

/// <summary>The map of methods as files that say what they are: title, groups, source and release stand in them.</summary>
static class MethodDownload
{
    /// <summary>Name of a file, with what it holds.</summary>
    public static string FileName(MethodView view, string extension) => string.Create(
        CultureInfo.InvariantCulture, $"lagesbild-{view.Choice.County.Code}-metoder-{view.Choice.Study.Level}-{view.Choice.Partition?.Clusters ?? 0}{(view.Choice.Purpose is { } purpose ? "-" + Code.Of(purpose) : "")}{(view.Choice.Age is { } age ? "-" + age.Id : "")}.{extension}");

    /// <summary>What the files show, with the purpose and age that they are limited to.</summary>
    static string Title(MethodView view, IStringLocalizer<MethodPage> text) =>
        $"{text["Title"]}, {Words.Of(view.Choice.County)}{(view.Choice.Purpose is { } purpose ? $", {text[$"Purpose.{purpose}"]}" : "")}{(view.Choice.Age is { } age ? $", {text["AgeOnly", Words.AgeSpan(age.Id)]}" : "")}";

    /// <summary>Answers a request for the table.</summary>
    public static IResult RespondCsv(HttpRequest request, ViewedRelease viewed, IStringLocalizer<MethodPage> text) => Find(request, viewed) is not { } view
        ? Results.NotFound()
        // With a byte order mark, or spreadsheets misread å, ä and ö.
        : Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Write(viewed.Release!, view, text))], "text/csv; charset=utf-8", FileName(view, "csv"));

    /// <summary>Answers a request for the picture.</summary>
    public static IResult RespondSvg(HttpRequest request, ViewedRelease viewed, IStringLocalizer<MethodPage> text) => Find(request, viewed) is not { Units.Count: > 0, Methods.Count: > 0 } view
        ? Results.NotFound()
        : Results.File(Encoding.UTF8.GetBytes(Picture(viewed.Release!, view, text).Svg), "image/svg+xml", FileName(view, "svg"));

    static MethodView? Find(HttpRequest request, ViewedRelease viewed) =>
        viewed.Release is { } release && MethodChoice.Of(release, ViewQuery.Read(request.QueryString.Value ?? "")) is { Ignored.Count: 0 } choice ? MethodView.Of(release, choice) : null;

    /// <summary>The picture, with its source inside.</summary>
    public static ChartPicture Picture(LoadedRelease release, MethodView view, IStringLocalizer<MethodPage> text)
    {
        var sentence = ClusterSentence.Of(view.Choice.Study, Words.Culture);
        return MethodMatrixChart.Draw(
            view.Matrix(group => text["GroupHeading", group, view.Units.Count(x => x.Group == group)]), Words.Culture, Title(view, text),
            $"{text["MatrixAlternative", view.Units.Count, view.Methods.Count]} {sentence}", Source(release, text));
    }

    static string Source(LoadedRelease release, IStringLocalizer<MethodPage> text)
    {
        var description = release.Manifest.Description;
        return $"{(description.Demonstration ? text["DemonstrationLine"].Value + " " : "")}{description.Source} · {text["ReleaseLine"]} {release.Manifest.Id} · {Words.Of(release.Manifest.Created)}";
    }

    /// <summary>The table's text: comment lines that begin with #, a header, one row per organisation or municipality and method in use.</summary>
    public static string Write(LoadedRelease release, MethodView view, IStringLocalizer<MethodPage> text)
    {
        var lines = new StringBuilder();
        void Comment(string comment) => lines.Append("# ").Append(comment.ReplaceLineEndings(" ")).Append('\n');

        Comment(Title(view, text));
        Comment(text["GroupsShown", view.Choice.Partition?.Clusters ?? 0]);
        Comment(ClusterSentence.Of(view.Choice.Study, Words.Culture));
        Comment(text[view.Choice.Municipalities ? "UseShare" : "UseExtent"]);
        Comment($"{release.Manifest.Description.Title} · {release.Manifest.Description.Licence} · {release.Manifest.Description.Collected}");
        Comment(Source(release, text));
        lines.Append("unit,name,municipality,actor,group,silhouette,method,use\n");
        foreach (var unit in view.Units)
        {
            foreach (var method in view.Methods.Where(x => unit.Use.ContainsKey(x.Method.Id)))
            {
                var use = unit.Use[method.Method.Id] * (view.Choice.Municipalities ? 1 : 3);
                lines.Append(CultureInfo.InvariantCulture, $"{CsvField.Of(unit.Unit)},{CsvField.Of(unit.Name)},{unit.Municipality.Code},{unit.Actor?.Id},{(unit.Group == 0 ? null : unit.Group)},{unit.Silhouette:0.######},{method.Method.Id},{use:0.######}\n");
            }
        }

        return lines.ToString();
    }
}
