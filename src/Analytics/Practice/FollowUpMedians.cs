using Analytics.Catalogue;
using Analytics.Intake;

namespace Analytics.Practice;

/// <summary>Medians of the months between follow-ups, where enough organisations stand behind them.</summary>
static class FollowUpMedians
{
    /// <summary>Fewest intervals behind a median that is shown, so that it is nobody's own.</summary>
    const int FewestIntervals = 5;

    /// <summary>A median per cell. It is shown where the share with a routine is; where that is withheld, so is whether anyone gave an interval.</summary>
    /// <param name="rows">One row per organisation.</param>
    /// <param name="system">The cells.</param>
    /// <param name="codebook">What the codes mean.</param>
    /// <param name="routine">What is shown of the question about a routine, per cell.</param>
    /// <param name="threshold">Fewest organisations whose answers are shown.</param>
    public static IReadOnlyList<FollowUpInterval> Of(IReadOnlyList<FollowUpRow> rows, AreaActorSystem system, Codebook codebook, IReadOnlyList<FollowUpShare> routine, int threshold)
    {
        var fewest = Math.Max(FewestIntervals, threshold);
        var given = rows.Where(x => x.IntervalMonths is not null).ToArray();
        int[][] months = [.. Enumerable.Range(0, system.Count).Select(cell => Months(given, system.Place(cell, codebook), codebook))];
        bool[] shown = [.. Enumerable.Range(0, system.Count).Select(cell => routine[cell].Status is null && months[cell].Length >= fewest)];
        while (system.Relations.FirstOrDefault(x => shown[x.Total] && months[x.Total].Length - x.Parts.Where(part => shown[part]).Sum(part => months[part].Length) is var left && left > 0 && left < fewest) is { } telling)
        {
            shown[telling.Total] = false;
        }

        return
        [
            .. from cell in Enumerable.Range(0, system.Count)
               let place = system.Place(cell, codebook)
               let its = months[cell]
               select shown[cell] ? new FollowUpInterval(place.Area, place.Actor, (its[(its.Length - 1) / 2] + its[its.Length / 2]) / 2.0, its.Length, null)
                   : its.Length == 0 && routine[cell].Status is null or Reason.NoResponse ? new(place.Area, place.Actor, null, 0, Reason.NoResponse)
                   : new(place.Area, place.Actor, null, null, Reason.Suppressed),
        ];
    }

    static int[] Months(FollowUpRow[] given, (string Area, string? Actor) place, Codebook codebook) =>
    [
        .. given.Where(x => place.Area == AreaCode.Nation || codebook.Municipalities[x.Municipality].Code.StartsWith(place.Area, StringComparison.Ordinal))
            .Where(x => place.Actor is null || codebook.Actors[x.Actor].Id == place.Actor).Select(x => x.IntervalMonths!.Value).Order(),
    ];
}
