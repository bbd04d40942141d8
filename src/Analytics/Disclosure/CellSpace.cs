using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>
/// Bases, cases and complements of a table's cells in one list of counts, and how they add up: what the protection and a reader reckon with alike. Where a
/// base is known the complement says nothing that the cases do not, and is left out.
/// </summary>
sealed class CellSpace
{
    /// <summary>Stands for the least that a sum of answers on any scale can be.</summary>
    const long LowestSum = -1_000_000;

    readonly long?[] bases;
    readonly bool[] nobody;
    readonly Func<int, bool> mayHideZero;

    /// <param name="system">How the cells add up.</param>
    /// <param name="measure">The kind of number.</param>
    /// <param name="shownBase">The base that is shown of a cell; null where it is withheld or unpublished.</param>
    /// <param name="shownCases">The cases that are shown of a cell; null where they are withheld, unpublished or no count.</param>
    /// <param name="mayHideZero">Whether a cell whose base is known may withhold that there is no case, since its base is known from elsewhere only; null where none may.</param>
    public CellSpace(AdditiveSystem system, Measure measure, Func<int, long?> shownBase, Func<int, long?> shownCases, Func<int, bool>? mayHideZero = null)
    {
        this.mayHideZero = mayHideZero ?? (_ => false);
        System = system;
        Measure = measure;
        bases = [.. system.Cells.Select(cell => AdditiveSystem.IsUnpublished(cell) ? null : shownBase(cell))];
        long?[] cases = [.. system.Cells.Select(cell => AdditiveSystem.IsUnpublished(cell) ? null : shownCases(cell))];
        Deduce(bases);
        Deduce(cases);
        bool[] empty = [.. bases.Select(count => count == 0)];
        DeduceZeros(empty);
        bases = [.. bases.Zip(empty, (count, isEmpty) => isEmpty ? 0 : count)];
        nobody = [.. cases.Zip(empty, (count, isEmpty) => count == 0 || (isEmpty && measure == Measure.Proportion))];
        DeduceZeros(nobody);
        Relations = [.. Sums(Quantity.Base), .. Sums(Quantity.Cases), .. Answers(), .. ComplementSums()];
        Floors = [.. Enumerable.Range(0, Count).Select(Floor)];
        Ceilings = [.. Enumerable.Range(0, Count).Select(Ceiling)];
    }

    /// <summary>How the cells add up.</summary>
    public AdditiveSystem System { get; }

    /// <summary>The kind of number.</summary>
    public Measure Measure { get; }

    /// <summary>Number of counts.</summary>
    public int Count => 3 * System.Cells.Count;

    /// <summary>All sums.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>The least that a reader reckons with, per count.</summary>
    public IReadOnlyList<long> Floors { get; }

    /// <summary>The most that a reader reckons with, per count.</summary>
    public IReadOnlyList<long> Ceilings { get; }

    /// <summary>The base of a cell as far as readers know it: shown, or of a sex that is not published the rest of the others.</summary>
    public long? KnownBase(int cell) => bases[System.Position(cell)];

    /// <summary>Where a count stands.</summary>
    public int Index(Quantity quantity, int cell) => ((int)quantity * System.Cells.Count) + System.Position(cell);

    /// <summary>Which count stands at a place.</summary>
    public (Quantity Quantity, int Cell) At(int index) => ((Quantity)(index / System.Cells.Count), System.Cells[index % System.Cells.Count]);

    /// <summary>Whether a count is there to be known: complements only beside cases of a base that is not known.</summary>
    public bool Exists(int index) => At(index) is var (quantity, cell) && (quantity != Quantity.Complement || (Measure == Measure.Proportion && KnownBase(cell) is null));

    /// <summary>What readers know of a count for certain beside what is shown: that nobody among nobody is a case, nor anybody of a group without cases.</summary>
    public long? Certain(int index) => At(index) switch
    {
        _ when !Exists(index) => 0,
        (Quantity.Base, var cell) => KnownBase(cell),
        (Quantity.Cases, var cell) when nobody[System.Position(cell)] => 0,
        (_, var cell) => KnownBase(cell) == 0 && (Measure == Measure.Proportion || !AdditiveSystem.IsUnpublished(cell)) ? 0 : null,
    };

    /// <summary>The count of sex X where those of all published sexes are shown.</summary>
    void Deduce(long?[] counts)
    {
        foreach (var relation in System.Relations.Where(relation => relation.Parts.Any(AdditiveSystem.IsUnpublished) && !AdditiveSystem.IsUnpublished(relation.Total)))
        {
            var others = relation.Parts.Where(part => !AdditiveSystem.IsUnpublished(part)).Select(part => counts[System.Position(part)]).ToArray();
            if (counts[System.Position(relation.Total)] is { } total && others.All(x => x is not null))
            {
                counts[System.Position(relation.Parts.First(AdditiveSystem.IsUnpublished))] = total - others.Sum();
            }
        }
    }

    /// <summary>Nobody is in a part of a group in which nobody is, nor in a group of such parts.</summary>
    void DeduceZeros(bool[] zeros)
    {
        for (var found = true; found;)
        {
            found = false;
            foreach (var relation in System.Relations)
            {
                var implied = IsZero(relation.Total) ? relation.Parts : relation.Parts.All(IsZero) ? [relation.Total] : [];
                foreach (var cell in implied.Where(cell => !IsZero(cell)))
                {
                    zeros[System.Position(cell)] = found = true;
                }
            }
        }

        bool IsZero(int cell) => zeros[System.Position(cell)];
    }

    IEnumerable<Relation> Sums(Quantity quantity) =>
        System.Relations.Select(relation => new Relation(Index(quantity, relation.Total), [.. relation.Parts.Select(part => Index(quantity, part))], relation.Implied));

    IEnumerable<Relation> Answers() =>
        from cell in System.Cells
        where Exists(Index(Quantity.Complement, cell))
        select new Relation(Index(Quantity.Base, cell), [Index(Quantity.Cases, cell), Index(Quantity.Complement, cell)], Implied: false);

    /// <summary>Follow from the sums of bases and cases, but say more at a glance.</summary>
    IEnumerable<Relation> ComplementSums() =>
        from relation in System.Relations
        let parts = relation.Parts.Where(part => KnownBase(part) != 0).Select(part => Index(Quantity.Complement, part)).ToArray()
        where parts.Prepend(Index(Quantity.Complement, relation.Total)).All(Exists)
        select new Relation(Index(Quantity.Complement, relation.Total), parts, Implied: true);

    /// <remarks>A withheld base is not 0, nor are withheld cases beside a shown base: both zeros are shown.</remarks>
    long Floor(int index) => At(index) switch
    {
        (Quantity.Base, var cell) => AdditiveSystem.IsUnpublished(cell) ? 0 : 1,
        (Quantity.Cases, var cell) => Measure == Measure.Mean ? LowestSum : AdditiveSystem.IsUnpublished(cell) || KnownBase(cell) is null || mayHideZero(cell) ? 0 : 1,
        _ => 0,
    };

    long Ceiling(int index) => At(index) is (Quantity.Cases, var cell) && Measure == Measure.Proportion ? KnownBase(cell) ?? Room.Boundless : Room.Boundless;
}
