using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>Which two cells of a release may be tested against each other.</summary>
/// <param name="codebook">What its codes mean.</param>
/// <param name="cells">Its cells.</param>
public sealed class CellPairs(Codebook codebook, CellIndex cells)
{
    /// <summary>Why no difference may be claimed between two cells of one indicator; null where it may.</summary>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell of the same indicator.</param>
    /// <exception cref="ArgumentException">The cells belong to different indicators.</exception>
    public PairHindrance? Between(ReleasedCell first, ReleasedCell second)
    {
        if (first.Address.Indicator != second.Address.Indicator)
        {
            throw new ArgumentException("Expected two cells of one indicator.", nameof(second));
        }

        return first.Cell is not Cell.Shown one || second.Cell is not Cell.Shown other ? PairHindrance.NoValue
            : ArePeopleShared(first, second) ? PairHindrance.SamePeople
            : first.SourceBand != second.SourceBand || first.Source is null != second.Source is null || IsRedefined(first.Address, second.Address) ? PairHindrance.OtherDefinition
            : ValueDifference.Test(one.Estimate, other.Estimate, codebook.FindIndicator(first.Address.Indicator)!) is null ? PairHindrance.NoTest
            : null;
    }

    // A test of two groups takes them to be different people; the same people a year later are taken so too, as everywhere else.
    bool ArePeopleShared(ReleasedCell first, ReleasedCell second)
    {
        var (one, other) = (first.Address, second.Address);
        return one.Year == other.Year
            && (one.Sex == other.Sex || one.Sex == Sex.T || other.Sex == Sex.T)
            && (one.Area == AreaCode.Nation || other.Area == AreaCode.Nation || one.Area.StartsWith(other.Area, StringComparison.Ordinal) || other.Area.StartsWith(one.Area, StringComparison.Ordinal))
            && (one.AgeBand == other.AgeBand || (first.SourceBand is { } band && band == second.SourceBand) || BandOf(one).Overlaps(BandOf(other).From, BandOf(other).To));
    }

    AgeBand BandOf(CellAddress address) => codebook.AgeBands.All.First(x => x.Id == address.AgeBand);

    /// <summary>Whether a year between the two, or the later one, began a new definition in either series.</summary>
    bool IsRedefined(CellAddress one, CellAddress other)
    {
        var (from, to) = (Math.Min(one.Year, other.Year), Math.Max(one.Year, other.Year));
        return Enumerable.Range(from + 1, to - from).Any(year => IsBreak(one with { Year = year }) || IsBreak(other with { Year = year }));
    }

    bool IsBreak(CellAddress address) => cells[address]?.Cell is Cell.Missing { Reason: Reason.NewDefinition };
}

/// <summary>Why two cells are not tested against each other.</summary>
public enum PairHindrance
{
    /// <summary>One of them, or both, has no value.</summary>
    NoValue,
    /// <summary>One holds people of the other, as all children hold the girls.</summary>
    SamePeople,
    /// <summary>They measure different things: another source band, another source, or a new definition between them.</summary>
    OtherDefinition,
    /// <summary>What lies behind a value is not known, or its kind of number has no test.</summary>
    NoTest,
}
