using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>The counts of a table with what is withheld so far, and how far a reader's knowledge lets each count move.</summary>
sealed class WithheldCounts
{
    readonly Visibility[] primary;

    public WithheldCounts(CountTable table, ProtectionParameters parameters)
    {
        Parameters = parameters;
        Measure = table.Indicator.Measure;
        var layout = table.Layout;
        var everyCell = new AdditiveSystem(layout, table.BySex, otherSex: true);
        System = table.BySex && everyCell.Cells.Where(AdditiveSystem.IsUnpublished).All(cell => IsEmpty(At(table, everyCell, cell)))
            ? new AdditiveSystem(layout, bySex: true, otherSex: false)
            : everyCell;
        Base = new long[System.CellCount];
        Cases = new long[System.CellCount];
        Rules = new WithheldBy[System.CellCount];
        primary = new Visibility[System.CellCount];
        foreach (var cell in System.Cells)
        {
            ref readonly var counted = ref At(table, System, cell);
            (Base[cell], Cases[cell]) = (counted.Base, IsMean ? 0 : counted.Cases);
            Check(cell);
            if (!AdditiveSystem.IsUnpublished(cell))
            {
                Rules[cell] = PrimaryRules.Of(counted, Measure, parameters);
                primary[cell] = PrimaryRules.Leaves(Rules[cell]);
            }
        }

        CheckAdditivity();
        Visibility = [.. primary];
    }

    /// <summary>How the cells add up. Without sex X where nobody is of it: then a reader may know that as well.</summary>
    public AdditiveSystem System { get; }

    /// <summary>What it is protected with.</summary>
    public ProtectionParameters Parameters { get; }

    /// <summary>The kind of number.</summary>
    public Measure Measure { get; }

    /// <summary>Whether the sums of a mean stand in the place of cases: any real number, of which only determinacy matters.</summary>
    public bool IsMean => Measure == Measure.Mean;

    /// <summary>Whether the complement is protected like the cases.</summary>
    public bool HasComplement => Measure == Measure.Proportion;

    /// <summary>Bases by cell.</summary>
    public long[] Base { get; }

    /// <summary>Cases or events by cell; 0 for a mean.</summary>
    public long[] Cases { get; }

    /// <summary>Primary rule by cell.</summary>
    public WithheldBy[] Rules { get; }

    /// <summary>What is shown by cell.</summary>
    public Visibility[] Visibility { get; }

    /// <summary>What the primary rules alone leave.</summary>
    public IReadOnlyList<Visibility> Primary => primary;

    /// <summary>People without the outcome.</summary>
    public long Complement(int cell) => Base[cell] - Cases[cell];

    /// <summary>The true value of a quantity.</summary>
    public long Value(Quantity quantity, int cell) => quantity switch
    {
        Quantity.Base => Base[cell],
        Quantity.Cases => Cases[cell],
        _ => Complement(cell),
    };

    /// <summary>Whether a count is not known from the start: no answers are shown as such.</summary>
    public bool CanMove(Quantity quantity, int cell) =>
        (AdditiveSystem.IsUnpublished(cell) && !(IsMean && quantity == Quantity.Cases)) || Base[cell] > 0;

    /// <summary>Whether a base or a number of cases is withheld or never published.</summary>
    public bool IsHidden(Quantity quantity, int cell) =>
        AdditiveSystem.IsUnpublished(cell)
        || Visibility[cell] >= (quantity == Quantity.Base ? Disclosure.Visibility.BaseWithheld : Disclosure.Visibility.CasesWithheld);

    /// <summary>The least value that a reader must reckon with: a withheld base is not 0, nor are withheld cases beside a shown base.</summary>
    public long Least(Quantity quantity, int cell) =>
        AdditiveSystem.IsUnpublished(cell) || quantity == Quantity.Complement ? 0
        : quantity == Quantity.Base ? 1
        : Visibility[cell] == Disclosure.Visibility.BaseWithheld || Cases[cell] == 0 ? 0 : 1;

    /// <summary>A true zero with a shown base: it stays shown unless the base goes too, for else a reader would be told that it is not 0.</summary>
    public bool IsShownZero(int cell) => !IsMean && Cases[cell] == 0 && Visibility[cell] != Disclosure.Visibility.BaseWithheld;

    /// <summary>Whether a reader must be left in the dark about a quantity.</summary>
    public bool IsTarget(Quantity quantity, int cell)
    {
        if (quantity == Quantity.Complement && !HasComplement)
        {
            return false;
        }

        if (!AdditiveSystem.IsUnpublished(cell))
        {
            return Visibility[cell] == Disclosure.Visibility.BaseWithheld
                || (Visibility[cell] == Disclosure.Visibility.CasesWithheld && quantity == Quantity.Cases);
        }

        return IsMean && quantity == Quantity.Cases
            ? PrimaryRules.IsSmallUnpublished(Base[cell], Parameters) || (Base[cell] > 0 && IsBlurred(Quantity.Base, cell))
            : PrimaryRules.IsSmallUnpublished(Value(quantity, cell), Parameters) || IsBlurred(quantity, cell);
    }

    /// <summary>Whether an unpublished quantity does not simply follow from the published sexes.</summary>
    public bool IsBlurred(Quantity quantity, int cell)
    {
        var first = cell - (int)Sex.X;
        var least = quantity == Quantity.Base ? Disclosure.Visibility.BaseWithheld : Disclosure.Visibility.CasesWithheld;
        return Visibility[first + (int)Sex.F] >= least || Visibility[first + (int)Sex.M] >= least || Visibility[first + (int)Sex.T] >= least;
    }

    static ref Counts At(CountTable table, AdditiveSystem system, int cell)
    {
        var (area, band, sex) = system.Place(cell);
        return ref table[area, band, sex];
    }

    static bool IsEmpty(in Counts cell) => cell.Base == 0 && cell.Cases == 0;

    void Check(int cell)
    {
        if (Base[cell] < 0 || Cases[cell] < 0 || (HasComplement && Cases[cell] > Base[cell]))
        {
            throw new ArgumentException($"{Name(cell)}: a count is negative or there are more cases than people.");
        }

        if (Base[cell] == 0 && Cases[cell] > 0 && !AdditiveSystem.IsUnpublished(cell))
        {
            throw new ArgumentException($"{Name(cell)}: there are events but no population.");
        }
    }

    void CheckAdditivity()
    {
        foreach (var relation in System.Relations)
        {
            if (Base[relation.Total] != relation.Parts.Sum(part => Base[part]) || Cases[relation.Total] != relation.Parts.Sum(part => Cases[part]))
            {
                throw new ArgumentException($"{Name(relation.Total)}: the count is not the sum of its parts.");
            }
        }
    }

    string Name(int cell)
    {
        var (area, band, sex) = System.Place(cell);
        return $"Area {System.Layout.Areas[area]}, ages {System.Layout.Bands[band].Id}, sex {sex}";
    }
}
