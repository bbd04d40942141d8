using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Smallest and largest whole count that each cell may have for somebody who knows the sums, narrowed by one sum at a time.</summary>
/// <param name="relations">All sums, implied ones too: they narrow more.</param>
/// <param name="lower">Smallest count of each cell, at least 0; narrowed in place.</param>
/// <param name="upper">Largest count of each cell, <see cref="Unlimited"/> where nothing limits it; narrowed in place.</param>
sealed class CountRanges(IReadOnlyList<Relation> relations, long[] lower, long[] upper)
{
    /// <summary>An upper end that is none.</summary>
    public const long Unlimited = long.MaxValue;

    const long WorkPerPart = 200;

    readonly Queue<int> waiting = [];
    readonly bool[] isWaiting = new bool[relations.Count];
    readonly ILookup<int, int> relationsOf = RelationsOf(relations, lower, upper);
    readonly long work = relations.Sum(x => x.Parts.Count + 1L) * WorkPerPart;
    long done;

    /// <summary>A sum that cannot be; null as long as there is none.</summary>
    public Relation? Contradiction { get; private set; }

    /// <summary>Smallest count of a cell.</summary>
    public long Lower(int cell) => lower[cell];

    /// <summary>Largest count of a cell.</summary>
    public long Upper(int cell) => upper[cell];

    /// <summary>Whether a cell can have one count only.</summary>
    public bool IsKnown(int cell) => lower[cell] == upper[cell];

    /// <summary>The sums with a cell that was not known at the beginning.</summary>
    public IEnumerable<Relation> Of(int cell) => relationsOf[cell].Select(x => relations[x]);

    /// <summary>Narrows until nothing changes; false at a contradiction. Stops early where narrowing would go on for very long: ranges are then true but wider.</summary>
    public bool Narrow()
    {
        for (var relation = 0; relation < relations.Count; relation++)
        {
            if (!IsKnown(relations[relation].Total) || relations[relation].Parts.Any(part => !IsKnown(part)))
            {
                Await(relation);
            }
        }

        return Settle();
    }

    /// <summary>Gives a cell a count and narrows; false at a contradiction.</summary>
    public bool Fix(int cell, long count)
    {
        (lower[cell], upper[cell]) = (count, count);
        foreach (var relation in relationsOf[cell])
        {
            Await(relation);
        }

        return Settle();
    }

    static ILookup<int, int> RelationsOf(IReadOnlyList<Relation> relations, long[] lower, long[] upper) =>
        Enumerable.Range(0, relations.Count)
            .SelectMany(relation => relations[relation].Parts.Append(relations[relation].Total).Where(cell => lower[cell] < upper[cell]).Select(cell => (Cell: cell, Relation: relation)))
            .ToLookup(x => x.Cell, x => x.Relation);

    bool Settle()
    {
        while (Contradiction is null && done < work && waiting.TryDequeue(out var next))
        {
            isWaiting[next] = false;
            done += relations[next].Parts.Count + 1;
            Contradiction = Apply(relations[next]) ? null : relations[next];
        }

        return Contradiction is null;
    }

    bool Apply(Relation relation)
    {
        var (total, least, most, unlimited) = (relation.Total, 0L, 0L, 0);
        foreach (var part in relation.Parts)
        {
            least += lower[part];
            unlimited += upper[part] == Unlimited ? 1 : 0;
            most += upper[part] == Unlimited ? 0 : upper[part];
        }

        if (!Set(total, least, unlimited > 0 ? Unlimited : most))
        {
            return false;
        }

        foreach (var part in relation.Parts.Where(part => !IsKnown(part)))
        {
            var isUnlimited = upper[part] == Unlimited;
            var othersMost = unlimited > (isUnlimited ? 1 : 0) ? Unlimited : most - (isUnlimited ? 0 : upper[part]);
            var from = othersMost == Unlimited ? 0 : lower[total] - othersMost;
            var to = upper[total] == Unlimited ? Unlimited : upper[total] - (least - lower[part]);
            if (!Set(part, from, to))
            {
                return false;
            }
        }

        return true;
    }

    bool Set(int cell, long from, long to)
    {
        var (low, high) = (Math.Max(lower[cell], from), Math.Min(upper[cell], to));
        if (low > high)
        {
            return false;
        }

        if (low > lower[cell] || high < upper[cell])
        {
            (lower[cell], upper[cell]) = (low, high);
            foreach (var relation in relationsOf[cell])
            {
                Await(relation);
            }
        }

        return true;
    }

    void Await(int relation)
    {
        if (!isWaiting[relation])
        {
            isWaiting[relation] = true;
            waiting.Enqueue(relation);
        }
    }
}
