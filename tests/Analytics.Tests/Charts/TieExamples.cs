using System.Globalization;
using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Collaboration;

namespace Analytics.Tests.Charts;

/// <summary>Ties of made-up actors, with every sign that the pictures know.</summary>
static class TieExamples
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A page without title and note.</summary>
    public static ChartFrame Bare { get; } = new(ChartFrame.PageWidth, "Fyra aktörer.");

    /// <summary>A slide.</summary>
    public static ChartFrame Projector { get; } = new(ChartFrame.ProjectorWidth, "Fyra aktörer.") { MostHeight = ChartFrame.ProjectorHeight };

    /// <summary>Four actors in two communities.</summary>
    public static IReadOnlyList<TieActor> Actors { get; } =
    [
        new("a", "Socialtjänst", "Socialtjänst", 1, 12), new("b", "Barn- och ungdomspsykiatri (BUP)", "BUP", 1, 6), new("c", "Polis", "Polis", 2, 4), new("d", "Skola", "Skola", 2, 1),
    ];

    /// <summary>Every ordered pair: one withheld, one not answered, one one-sided, one without agreement, one with an unknown agreement, one never.</summary>
    public static IReadOnlyList<Tie> Ties { get; } =
    [
        At("a", "b", 4, 0.8), At("a", "c", 3, 0.2), At("a", "d", 2, null),
        At("b", "a", 3, 0.5), At("b", "c", 1, 0), new("06", "b", "d", null, null, null, null, Reason.Suppressed),
        At("c", "a", 0.25, 0), At("c", "b", 0.5, 0), At("c", "d", 0, 0),
        At("d", "a", 1.5, 0.9), At("d", "b", 2.5, 0.9), new("06", "d", "c", null, null, null, null, Reason.NoResponse),
    ];

    public static IReadOnlyList<OneSidedTie> OneSided { get; } = [new("a", "c", 3, 0.25)];

    /// <summary>So many actors with long names, each in regular contact with the next.</summary>
    public static IReadOnlyList<TieActor> Many(int count) => [.. Enumerable.Range(0, count).Select(i => new TieActor($"a{i}", $"Barn- och ungdomsmedicinsk mottagning nummer {i}", $"Barn- och ungdomsmedicinsk nr {i}", i % 3, i))];

    public static IReadOnlyList<Tie> TiesOf(IReadOnlyList<TieActor> actors) =>
        [.. from one in actors from other in actors where one != other select At(one.Actor, other.Actor, Math.Abs(one.Degree - other.Degree) == 1 ? 3 : 0.5, 0.7)];

    static Tie At(string from, string to, double frequency, double? agreement) => new("06", from, to, 5, frequency, agreement, 3, null);
}
