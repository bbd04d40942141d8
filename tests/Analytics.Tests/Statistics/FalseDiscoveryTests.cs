using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class FalseDiscoveryTests
{
    // Benjamini & Hochberg (1995), the worked example: p-values of 15 comparisons of two treatments of infarction. At 0.05 the first four are flagged.
    static readonly double[] Infarction = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1];

    // R 4.2.2: p.adjust(p, method = "BH").
    [Fact]
    public void BenjaminiHochberg_Infarction_AgreesWithR()
    {
        double[] expected =
        [
            0.0015, 0.0030000000000000001, 0.0094999999999999998, 0.035624999999999997, 0.060299999999999999, 0.063857142857142862, 0.063857142857142862,
            0.064500000000000002, 0.076500000000000012, 0.48599999999999999, 0.58118181818181813, 0.71487499999999993, 0.75323076923076926, 0.81321428571428567, 1,
        ];
        Assert.Equal(expected, FalseDiscovery.BenjaminiHochberg(Infarction));
        Assert.Equal(expected.Reverse(), FalseDiscovery.BenjaminiHochberg([.. Infarction.Reverse()]));
    }

    [Fact]
    public void BenjaminiHochberg_TiesAndEnds_AgreesWithR() => Assert.Equal(
        [0.055999999999999994, 0.0035000000000000001, 0.055999999999999994, 1, 0, 0.055999999999999994, 0.23333333333333336],
        FalseDiscovery.BenjaminiHochberg([0.04, 0.001, 0.04, 1, 0, 0.03, 0.2]));

    [Fact]
    public void CriticalValue_Infarction_FlagsTheFourOfThePaper() => Assert.Equal(0.0095, FalseDiscovery.CriticalValue(Infarction, 0.05));

    [Fact]
    public void CriticalValue_NothingFlagged_IsAbsent() => Assert.Null(FalseDiscovery.CriticalValue([0.051, 0.9, 1], 0.05));

    // A later p-value below its line takes earlier ones above theirs with it: 0.03 > 0.05/3, but 0.05 ≤ 3·0.05/3.
    [Fact]
    public void CriticalValue_LastOneOnItsLine_FlagsAll() => Assert.Equal(0.05, FalseDiscovery.CriticalValue([0.05, 0.03, 0.04], 0.05));

    [Fact]
    public void Any_List_IsNotChanged()
    {
        double[] given = [0.5, 0.01, 0.2];
        FalseDiscovery.BenjaminiHochberg(given);
        FalseDiscovery.CriticalValue(given, 0.1);
        Assert.Equal([0.5, 0.01, 0.2], given);
    }

    static readonly Gen<double[]> Many = Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, 0.01], Gen.Int[0, 20].Select(x => x / 20.0)).Array[1, 60];

    // The definition, in m² steps: the smallest m·p/(number of p-values not above p) over all p-values not below one's own.
    [Fact]
    public void BenjaminiHochberg_AnyList_AgreesWithTheDefinition() => Many.Sample(list =>
    {
        var expected = list.Select(own => Math.Min(1, list.Where(p => p >= own).Min(p => list.Length * p / list.Count(other => other <= p))));
        return expected.Zip(FalseDiscovery.BenjaminiHochberg(list)).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-14);
    });

    [Fact]
    public void BenjaminiHochberg_OrderChanged_ChangesTheOrderOnly() => Gen.Select(Many, Gen.Int[0, 1000]).Sample((list, seed) =>
    {
        var order = Enumerable.Range(0, list.Length).OrderBy(i => i * 7919L % (seed + 1)).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg(list);
        return FalseDiscovery.BenjaminiHochberg([.. order.Select(i => list[i])]).SequenceEqual(order.Select(i => adjusted[i]));
    });

    [Fact]
    public void CriticalValue_AnyList_FlagsExactlyTheAdjustedAtOrBelowTheRate() => Gen.Select(Many, Gen.OneOf(Gen.Double[0.001, 0.5], Gen.Const(0.05))).Sample((list, rate) =>
    {
        var critical = FalseDiscovery.CriticalValue(list, rate);
        var adjusted = FalseDiscovery.BenjaminiHochberg(list);
        return list.Zip(adjusted).All(pair => (pair.First <= critical) == (pair.Second <= rate));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    public void CriticalValue_RateOutOfRange_Refuses(double rate) => Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.CriticalValue([0.5], rate));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Any_PValueOutOfRange_Refuses(double pValue)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg([0.5, pValue]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscovery.CriticalValue([0.5, pValue], 0.05));
    }

    [Fact]
    public void Any_NoPValues_Refuses()
    {
        Assert.Throws<ArgumentException>(() => FalseDiscovery.BenjaminiHochberg([]));
        Assert.Throws<ArgumentException>(() => FalseDiscovery.CriticalValue([], 0.05));
    }
}
