using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>A sum of one earlier output as it stands for somebody who takes what was withheld then to be the same today.</summary>
/// <param name="Total">The total of the sum.</param>
/// <param name="Withheld">The parts that were withheld or had no row.</param>
/// <param name="IsTotalShown">Whether the total was shown.</param>
/// <param name="Rest">What the parts withheld then make together; where the total was withheld too, by how much it exceeds them.</param>
sealed record EarlierSum(int Total, IReadOnlyList<int> Withheld, bool IsTotalShown, long Rest)
{
    /// <summary>The sums of an output that say more than today's sums do, in the order of today's.</summary>
    /// <remarks>
    /// Where no count shown then has changed, today's sum says the same. Where exactly one has, so has something withheld then.
    /// </remarks>
    /// <param name="system">How cells add up today.</param>
    /// <param name="published">Per cell, the count published then; null where withheld or without a row.</param>
    /// <param name="now">Per cell, the count today; null where it is not known.</param>
    public static IEnumerable<EarlierSum> Of(TableSystem system, IReadOnlyList<long?> published, IReadOnlyList<long?> now)
    {
        foreach (var relation in system.Relations)
        {
            var changed = HasChanged(relation.Total) ? 1 : 0;
            var (shown, withheld) = (0L, 0);
            foreach (var part in relation.Parts)
            {
                changed += HasChanged(part) ? 1 : 0;
                shown += published[part] ?? 0;
                withheld += published[part] is null ? 1 : 0;
            }

            var rest = published[relation.Total] is { } total ? total - shown : shown;
            if (changed > 1 && rest >= 0 && (withheld > 0 || published[relation.Total] is null))
            {
                yield return new EarlierSum(relation.Total, [.. relation.Parts.Where(part => published[part] is null)], published[relation.Total] is not null, rest);
            }
        }

        bool HasChanged(int cell) => published[cell] is { } count && now[cell] != count;
    }

    /// <summary>The cells whose counts it ties together.</summary>
    public IEnumerable<int> Cells => IsTotalShown ? Withheld : Withheld.Prepend(Total);

    /// <summary>Whether counts agree with it.</summary>
    public bool Holds(IReadOnlyList<long> counts) => Withheld.Sum(part => counts[part]) + (IsTotalShown ? 0 : Rest) == (IsTotalShown ? Rest : counts[Total]);

    /// <summary>The sum with its rest as a cell of its own.</summary>
    /// <param name="rest">Index of that cell.</param>
    public Relation With(int rest) => IsTotalShown ? new Relation(rest, Withheld, Implied: false) : new Relation(Total, [.. Withheld, rest], Implied: false);

    /// <summary>Sums with their rests as cells after those of the table.</summary>
    public static IEnumerable<Relation> Relations(IReadOnlyList<EarlierSum> sums, int cells) => sums.Select((sum, i) => sum.With(cells + i));
}
