using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class RangeProgramTests
{
    /// <summary>Two withheld counts of at least 1 that make 10 together.</summary>
    static readonly ReaderView Pair = new([10, null, null], [new Relation(0, [1, 2], Implied: false)], [0, 1, 1]);

    [Fact]
    public void Range_OfTwoPartsOfAKnownSum_IsWhatTheOtherLeaves()
    {
        using var program = new RangeProgram(Pair, UnknownPart.Of(Pair.Relations, [false, true, true]).Single());

        Assert.Equal((1, 9), program.Range(0, 1, 9));
        Assert.Equal((1, 9), program.Range(1, 1, 9));
    }
}
