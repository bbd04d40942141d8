using Analytics.Catalogue;
using Analytics.Disclosure;
using Analytics.Tables;

namespace Analytics.Release;

/// <summary>What a reader who knows all sums can still tell of each withheld cell, from what is published alone.</summary>
public static class AttackedIntervals
{
    /// <summary>One interval per withheld cell of an indicator and year, in the order of the release.</summary>
    /// <param name="release">The release; only its cells are looked at.</param>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Exact ranges over all tables of numbers that agree with the published ones, rounded inwards to whole counts. Cells of which nobody can compute anything are left out.</returns>
    /// <exception cref="InvalidDataException">The published figures contradict each other.</exception>
    public static IReadOnlyList<AttackedInterval> Of(ReleaseDocument release, string indicator, int year, CancellationToken cancellation)
    {
        ReleasedCell[] cells = [.. release.Cells.Where(x => x.Address.Indicator == indicator && x.Address.Year == year)];
        var ranges = new Dictionary<(string Area, string Band, Sex Sex, Quantity Quantity), CountInterval>();
        foreach (var table in SeenTables.Of(release with { Cells = cells }))
        {
            foreach (var (cell, range) in Ranges(table.View, cell => table.Place(cell) is { } place && IsPublished(place), cancellation))
            {
                ranges[table.Place(cell)!.Value] = range;
            }
        }

        return
        [
            .. from cell in cells
               where cell.Cell is Cell.Missing { Reason: Reason.Suppressed }
               let band = cell.SourceBand ?? cell.Address.AgeBand
               let people = Range(cell, band, Quantity.Base)
               let cases = Range(cell, band, Quantity.Cases)
               where people is not null || cases is not null
               select new AttackedInterval(cell.Address, people, cases),
        ];

        CountInterval? Range(ReleasedCell cell, string band, Quantity quantity) => ranges.TryGetValue((cell.Address.Area, band, cell.Address.Sex, quantity), out var range) ? range : null;
    }

    static bool IsPublished((string Area, string Band, Sex Sex, Quantity Quantity) place) => place.Sex != Sex.X && place.Quantity != Quantity.Complement;

    /// <summary>The ranges of wanted cells of a view that are not shown.</summary>
    static IEnumerable<(int Cell, CountInterval Range)> Ranges(ReaderView view, Func<int, bool> isWanted, CancellationToken cancellation)
    {
        var cells = Enumerable.Range(0, view.Count);
        if (cells.All(cell => view[cell] is not null))
        {
            yield break;
        }

        long[] lower = [.. cells.Select(cell => view[cell] ?? view.Floor(cell))];
        long[] upper = [.. cells.Select(cell => view[cell] ?? (view.Ceiling(cell) >= Room.Boundless ? CountRanges.Unlimited : view.Ceiling(cell)))];
        if (lower.All(x => x >= 0) && !new CountRanges(view.Relations, lower, upper).Narrow())
        {
            throw new InvalidDataException("No table agrees with the published figures.");
        }

        foreach (var part in UnknownPart.Of(view.Relations, [.. cells.Select(cell => view[cell] is null)]))
        {
            using var program = new RangeProgram(view, part);
            for (var i = 0; i < part.Cells.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var cell = part.Cells[i];
                if (!isWanted(cell))
                {
                    continue;
                }

                var (least, most) = program.Range(i, lower[cell], upper[cell] == CountRanges.Unlimited ? double.PositiveInfinity : upper[cell]);
                yield return (cell, new CountInterval(least, most));
            }
        }
    }
}

/// <summary>What can be told of a withheld cell.</summary>
/// <param name="Address">Where the cell stands.</param>
/// <param name="Base">People in its base; null where the base is shown.</param>
/// <param name="Cases">Cases or events; null where they are no count, as of a mean.</param>
public sealed record AttackedInterval(CellAddress Address, CountInterval? Base, CountInterval? Cases);

/// <summary>The smallest and largest count that agree with what is published.</summary>
/// <param name="Lower">The smallest; null where nothing limits it.</param>
/// <param name="Upper">The largest; null where nothing limits it.</param>
public readonly record struct CountInterval(long? Lower, long? Upper)
{
    /// <summary>Whether there is only one.</summary>
    public bool IsExact => Lower is not null && Lower == Upper;
}
