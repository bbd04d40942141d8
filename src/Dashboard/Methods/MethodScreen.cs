using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Practice;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Methods;

/// <summary>Who works how: organisations or municipalities by method, in groups that work alike.</summary>
public sealed class MethodScreen(IStringLocalizer<MethodPage> text) : IScreen
{
    /// <inheritdoc/>
    public string Route => "/metoder";

    /// <inheritdoc/>
    public string? Name => text["Menu"];

    /// <inheritdoc/>
    public bool Has(LoadedRelease release) => release.Practice.Uses.Count > 0;

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => MethodChoice.Of(release, link.Query) is { } choice ? Of(release, MethodView.Of(release, choice), link.Query) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(LoadedRelease release, MethodView view, ViewQuery query)
    {
        var choice = view.Choice;
        var title = $"{text["Title"]}, {Words.Of(choice.County)}{(choice.Purpose is { } purpose ? $", {text[$"Purpose.{purpose}"]}" : "")}{(choice.Age is { } age ? $", {text["AgeOnly", Words.AgeSpan(age.Id)]}" : "")}";
        return new ScreenView
        {
            Title = title,
            Unit = $"{text[choice.Municipalities ? "UseShare" : "UseExtent"]} {text["GroupsShown", choice.Partition?.Clusters ?? 0]}",
            Sentence = ClusterSentence.Of(choice.Study, Words.Culture),
            Source = release.Manifest.Description.Source,
            FileName = string.Create(
                CultureInfo.InvariantCulture,
                $"lagesbild-{choice.County.Code}-metoder-{choice.Study.Level}-{choice.Partition?.Clusters ?? 0}{(choice.Purpose is { } of ? "-" + Code.Of(of) : "")}{(choice.Age is { } band ? "-" + band.Id : "")}"),
            Table = Table(title, view),
            Draw = view.Units.Count == 0 || view.Methods.Count == 0 ? null : frame => MethodMatrixChart.Draw(Matrix(view), Words.Culture, frame),
            Scrolls = true,
            Href = point => point.Area.Length > 0 ? (query with { Area = point.Area }).To(Route, "tackning") : null,
            Ignored = choice.Ignored,
        };
    }

    /// <summary>Name of a group.</summary>
    internal string GroupName(int group) => text["Group", group];

    /// <summary>How much a method is used, in words.</summary>
    internal string Amount(MethodView view, double use) => view.Choice.Municipalities ? Numbers.Percent(use) : text[$"Extent.{Math.Round(use * 3)}"];

    /// <summary>The methods a unit uses, each with how much.</summary>
    internal string Uses(MethodView view, UnitReading unit) => string.Join("; ", view.Methods.Where(x => unit.Use.ContainsKey(x.Method.Id)).Select(x => $"{Words.Of(x.Method)} ({Amount(view, unit.Use[x.Method.Id])})"));

    MethodMatrix Matrix(MethodView view) => view.Matrix(
        group => text["GroupHeading", group, view.Units.Count(x => x.Group == group)],
        unit => $"{unit.Name}{(unit.Group == 0 ? "" : $", {GroupName(unit.Group)}")}: {(unit.Use.Count == 0 ? text["NothingUsed"] : Uses(view, unit))}");

    ViewTable Table(string title, MethodView view) => new(
        title,
        [
            new("unit", text["Key"]) { FilesOnly = true }, new("name", text[view.Choice.Municipalities ? "Municipality" : "Organisation"]), new("municipality", text["Municipality"]) { FilesOnly = true },
            new("actor", text["Actor"]) { FilesOnly = true }, new("group", text["GroupColumn"], IsNumber: true), new("silhouette", text["Silhouette"], IsNumber: true), new("method", text["Method"]), new("use", text["UsedMethods"]),
        ],
        [
            .. from unit in view.Units
               from method in view.Methods
               where unit.Use.ContainsKey(method.Method.Id)
               let use = unit.Use[method.Method.Id]
               select new ViewRow(
               [
                   ViewField.Text(unit.Unit), ViewField.Text(unit.Name), ViewField.Text(unit.Municipality.Code), unit.Actor is { } actor ? ViewField.Text(actor.Id) : ViewField.None,
                   unit.Group == 0 ? ViewField.None : new ViewField(GroupName(unit.Group), unit.Group),
                   unit.Silhouette is { } silhouette ? new ViewField(Numbers.Decimal(silhouette, 2), Math.Round(silhouette, 6)) : ViewField.None,
                   new ViewField(Words.Of(method.Method), method.Method.Id), new ViewField(Amount(view, use), Math.Round(use * (view.Choice.Municipalities ? 1 : 3), 6)),
               ]),
        ]);
}
