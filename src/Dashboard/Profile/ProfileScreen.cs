using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;
using Dashboard.Views;
using Microsoft.Extensions.Localization;

namespace Dashboard.Profile;

/// <summary>Risk and protection of one municipality as mirrored lollipops.</summary>
public sealed class ProfileScreen(IStringLocalizer<ProfileScreen> text, Words words, ReadingColumns columns) : IScreen
{
    static readonly Verdict[] Certain = [Verdict.Worse, Verdict.Better, Verdict.Higher, Verdict.Lower];

    /// <inheritdoc/>
    public string Route => "/profil";

    /// <inheritdoc/>
    public string? Name => text["Name"];

    /// <inheritdoc/>
    public ScreenView? View(LoadedRelease release, ViewLink link) => ProfileView.Of(release, link.Query) is { } view ? Of(view, link.Query) : null;

    /// <summary>What a view shows.</summary>
    internal ScreenView Of(ProfileView view, ViewQuery query)
    {
        var selection = view.Selection;
        var year = selection.Year is { } of ? Words.Of(of) : text["LatestYear"].Value;
        var kept = query with { County = selection.County.Code, Form = null, Sort = null, Part = null, Pool = null, Show = null };
        var profile = new LollipopProfile([.. Groups(view).Select(x => x.Group)], selection.Benchmark, selection.Level);
        return new ScreenView
        {
            Title = text[$"Title.{view.Form}", view.Municipality.Name, words.Of(selection.Age), words.Of(selection.Sex), year],
            Unit = text["Unit", BenchmarkText.Against(selection.Benchmark, Words.Culture)],
            Sentence = Sentence(view),
            Source = words.Sources(view.Rows.Select(x => x.Indicator)),
            FileName = string.Create(CultureInfo.InvariantCulture, $"lagesbild-{view.Municipality.Code}-profil-{(view.Form == ProfileForm.Sat ? "sat-" : "")}{selection.Age.Id}-{selection.Sex}-{(selection.Year is null ? "senaste" : year)}"),
            Table = Table(view),
            Draw = view.Rows.Count == 0 ? null : frame => LollipopChart.Draw(profile, Words.Culture, frame),
            Href = point => (kept with { Indicator = point.Indicator, Area = point.Area, Year = point.Year is { } shown ? Words.Of(shown) : null }).To("/jamfor"),
            Ignored = selection.Ignored,
        };
    }

    /// <summary>The groups of the picture with their rows: by domain those that have factors, by theory all, since an empty one is a finding.</summary>
    IReadOnlyList<(LollipopGroup Group, IReadOnlyList<ProfileRow> Rows)> Groups(ProfileView view) => view.Form == ProfileForm.Sat
        ? [.. Enum.GetValues<SatConstruct>().Where(x => x != SatConstruct.Outcome).Select(x => Group(words.Of(x), text[$"Theory.{x}"], view.Rows.Where(y => y.Indicator.Construct == x)))]
        : [.. Enum.GetValues<Domain>().Select(x => Group(words.Of(x), "", view.Rows.Where(y => y.Indicator.Domain == x))).Where(x => x.Rows.Count > 0)];

    static (LollipopGroup Group, IReadOnlyList<ProfileRow> Rows) Group(string heading, string explanation, IEnumerable<ProfileRow> rows)
    {
        ProfileRow[] ordered = [.. rows.OrderBy(x => x.Indicator.Role)];
        IReadOnlyList<LollipopRow> Of(Role role) => [.. ordered.Where(x => x.Indicator.Role == role).Select(x => x.Lollipop)];
        return (new LollipopGroup(heading, explanation, Of(Role.Risk), Of(Role.Protective)), ordered);
    }

    string Sentence(ProfileView view)
    {
        if (view.Compared == 0)
        {
            return text["NoComparison", view.Municipality.Name];
        }

        var benchmark = BenchmarkText.Against(view.Selection.Benchmark, Words.Culture);
        var chance = text[view.Selection.Level == FlagLevel.FalseDiscovery ? "AtMostFalse" : "ByChance", Words.FalseFlags(view.Selection.Level, [.. view.Rows.Select(x => x.Reading)])];
        if (view.Differing.Count == 0)
        {
            return text["NoneDiffers", view.Municipality.Name, view.Compared, benchmark, chance];
        }

        var most = view.Differing[0];
        return text[
            "Differs", view.Municipality.Name, Counted(view, Role.Risk), Counted(view, Role.Protective), benchmark,
            words.List([.. Certain.Select(x => (Verdict: x, Count: view.Differing.Count(y => y.Reading.Comparison!.Verdict == x))).Where(x => x.Count > 0).Select(x => $"{Words.Count(x.Count)} {VerdictText.Of(x.Verdict, Words.Culture)}")]),
            Words.Of(most.Indicator), most.Reading.Word, chance];
    }

    string Counted(ProfileView view, Role role)
    {
        var rows = view.Rows.Where(x => x.Indicator.Role == role && x.Reading.Comparison is not null).ToArray();
        return text[$"Counted.{role}", rows.Count(x => x.Reading.Differs), rows.Length];
    }

    ViewTable Table(ProfileView view) => new(
        text["Caption", view.Municipality.Name],
        [
            new("block", text["Block"]), new("domain", text["Domain"]), new("construct", text["Construct"]) { FilesOnly = view.Form != ProfileForm.Sat }, new("indicator", text["Indicator"]) { FilesOnly = true }, new("name", text["Indicator"]),
            new("year", text["Year"], IsNumber: true), new("unit", text["UnitHeading"]), .. columns.All, new("distance", text["Distance"], IsNumber: true),
            new("distance_lower", text["DistanceLower"], IsNumber: true) { FilesOnly = true }, new("distance_upper", text["DistanceUpper"], IsNumber: true) { FilesOnly = true },
            new("spread", text["Spread"], IsNumber: true) { FilesOnly = true }, new("source", text["SourceHeading"]) { FilesOnly = true },
        ],
        [.. Groups(view).SelectMany(x => x.Rows.Select(y => RowOf(y, x.Group.Heading)))]);

    ViewRow RowOf(ProfileRow row, string group) => new(
        [
            ViewField.Text(words.Of(row.Indicator.Role)), ViewField.Text(words.Of(row.Indicator.Domain)), ViewField.Text(words.Of(row.Indicator.Construct)), ViewField.Text(row.Indicator.Id), ViewField.Text(Words.Of(row.Indicator)),
            ViewField.Text(row.Period.ToString()), ViewField.Text(ValueFormat.UnitText(row.Indicator.Unit, Words.Culture)), .. ReadingColumns.Of(row.Reading),
            Distance(row.Lollipop.Distance?.Value), Distance(row.Lollipop.Distance?.Interval?.Lower), Distance(row.Lollipop.Distance?.Interval?.Upper),
            ViewField.Number(row.Lollipop.Distance?.Spread, row.Indicator.Unit), ViewField.Text(row.Indicator.Source),
        ],
        group);

    static ViewField Distance(double? spreads) => spreads is { } known ? new ViewField(Numbers.Decimal(known, 1), Math.Round(known, 6)) : ViewField.None;
}
