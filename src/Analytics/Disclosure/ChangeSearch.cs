namespace Analytics.Disclosure;

/// <summary>Looks for tables that a reader cannot tell from one that agrees with what is shown, until every unknown cell of a part has moved as far as it must.</summary>
/// <remarks>What is found is of whole numbers and checked sum by sum; what is not found is proved impossible by linear programs, or by an integer program where those leave it open.</remarks>
sealed class ChangeSearch : IDisposable
{
    const double Slack = 1e-3;
    const double Far = 1e7;

    readonly UnknownPart part;
    readonly Room[] room;
    readonly int[] need;
    readonly long[] lowest;
    readonly long[] highest;
    readonly Dictionary<int, int> places;
    readonly List<Change> changes = [];
    readonly long width;
    ChangeProgram program;
    double reach;

    /// <param name="part">The cells.</param>
    /// <param name="room">How far each can move, in the order of the part's cells.</param>
    /// <param name="need">How far apart the counts of each must lie; 0 where nothing is asked.</param>
    public ChangeSearch(UnknownPart part, Room[] room, int[] need)
    {
        this.part = part;
        this.room = room;
        this.need = need;
        places = ChangeProgram.Places(part);
        lowest = new long[part.Cells.Length];
        highest = new long[part.Cells.Length];
        width = Math.Max(1, need.Max());
        reach = width;
        program = new(part, room, reach);
    }

    /// <summary>The changes found.</summary>
    public IReadOnlyList<Change> Changes => changes;

    /// <summary>Lowest and highest change seen of a cell.</summary>
    public (long Lowest, long Highest) Seen(int place) => (lowest[place], highest[place]);

    /// <summary>Moves every cell as far as it must. Those that cannot be moved so far.</summary>
    public IReadOnlyList<int> Widen()
    {
        MoveManyAtOnce(() => Enumerable.Range(0, need.Length).Where(IsNarrow), []);
        var left = Enumerable.Range(0, need.Length).Where(IsNarrow).ToArray();
        return [.. left.Where(place => IsNarrow(place) && !MoveAlone(place, [], () => !IsNarrow(place)))];
    }

    /// <summary>Moves as many cells as come along at once while some are held still.</summary>
    /// <param name="held">The cells that are held.</param>
    public void MoveMany(int[] held)
    {
        var still = Enumerable.Range(0, need.Length).Where(place => need[place] > 0).Except(held).ToHashSet();
        var seen = changes.Count;
        MoveManyAtOnce(() =>
        {
            for (; seen < changes.Count; seen++)
            {
                still.ExceptWith(changes[seen].Cells.Select(cell => places[cell]));
            }

            return still;
        }, held);
    }

    /// <summary>Moves every cell that must while some are held still. Those that cannot be moved then; cells left out are not looked at.</summary>
    /// <param name="held">The cells that are held.</param>
    /// <param name="skip">Whether a cell need not be looked at.</param>
    public IReadOnlyList<int> MoveAround(int[] held, Func<int, bool> skip)
    {
        var still = Enumerable.Range(0, need.Length).Where(place => !held.Contains(place) && need[place] > 0 && !skip(place)).ToHashSet();
        var seen = 0;
        TakeIn();
        if (still.Count == 0)
        {
            return [];
        }

        MoveManyAtOnce(() => { TakeIn(); return still; }, held);
        TakeIn();
        var stuck = new List<int>();
        foreach (var place in still.Order().ToArray())
        {
            if (still.Contains(place) && !MoveAlone(place, held, () => { TakeIn(); return !still.Contains(place); }))
            {
                stuck.Add(place);
            }
        }

        return stuck;

        void TakeIn()
        {
            for (; seen < changes.Count; seen++)
            {
                if (held.All(place => changes[seen][part.Cells[place]] == 0))
                {
                    still.ExceptWith(changes[seen].Cells.Select(cell => places[cell]));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => program.Dispose();

    bool IsNarrow(int place) => highest[place] - lowest[place] < need[place];

    /// <summary>Rewards all open cells in directions that change from round to round, until that moves no more of them.</summary>
    void MoveManyAtOnce(Func<IEnumerable<int>> open, int[] held)
    {
        Hold(held, true);
        var before = open().Count();
        for (int round = 0, idle = 0; before > 0 && idle < 2; round++)
        {
            foreach (var place in open())
            {
                var falls = room[place].Rise == 0 || (room[place].Fall > 0 && (highest[place] > -lowest[place] || (Draw(place, round) & 1) == 0));
                program.Aim(place, (falls ? -1 : 1) * (1 + (Draw(place, round + 1000) % 64 / 8.0)));
            }

            Take(program.Solve());
            var after = open().Count();
            idle = after < before ? 0 : idle + 1;
            before = after;
        }

        Hold(held, false);
    }

    /// <summary>Moves one cell up and down as far as it goes, farther and farther. Whether that was enough.</summary>
    bool MoveAlone(int place, int[] held, Func<bool> isEnough)
    {
        while (true)
        {
            var range = 0.0;
            foreach (var sign in (ReadOnlySpan<int>)[1, -1])
            {
                Hold(held, true);
                program.Aim(place, sign);
                Take(program.Solve());
                range += Math.Abs(program.Moved(place));
                Hold(held, false);
                if (isEnough())
                {
                    Reach(width);
                    return true;
                }
            }

            // A cell that can move at all can move a little: all changes may be made smaller.
            if (range < Slack || reach == Far)
            {
                Reach(width);
                return range > (held.Length == 0 ? need[place] : 1) - Slack && MoveInWholeNumbers(place, held, isEnough);
            }

            Reach(reach < 8 * width ? 8 * width : Far);
        }
    }

    void Reach(double distance)
    {
        if (reach != distance)
        {
            reach = distance;
            program.Extend(distance);
        }
    }

    /// <summary>The linear programs say that there is room, but found no table of whole numbers.</summary>
    bool MoveInWholeNumbers(int place, int[] held, Func<bool> isEnough)
    {
        foreach (var rises in (ReadOnlySpan<bool>)[true, false])
        {
            Take(WholeChange.Farthest(part, room, place, rises, held, 64 * width));
            if (isEnough())
            {
                return true;
            }
        }

        return false;
    }

    void Hold(int[] held, bool still)
    {
        foreach (var place in held)
        {
            program.Hold(place, still);
        }
    }

    void Take(Change? change)
    {
        if (change is null || change.Cells.Length == 0 || !Agrees(change))
        {
            return;
        }

        changes.Add(change);
        for (var i = 0; i < change.Cells.Length; i++)
        {
            var place = places[change.Cells[i]];
            lowest[place] = Math.Min(lowest[place], change.Steps[i]);
            highest[place] = Math.Max(highest[place], change.Steps[i]);
        }
    }

    /// <summary>Adds up every sum, and looks whether any cell falls too far.</summary>
    bool Agrees(Change change) =>
        change.Cells.Zip(change.Steps).All(move => move.Second >= -room[places[move.First]].Fall && move.Second <= room[places[move.First]].Rise)
        && part.Relations.All(relation => relation.Parts.Sum(cell => change[cell]) == change[relation.Total]);

    /// <summary>A fixed pseudo-random number: the search is the same each time.</summary>
    static uint Draw(int place, int round) => ((((uint)place + 1) * 2654435761u) ^ (((uint)round + 1) * 2246822519u)) * 3266489917u >> 13;
}
