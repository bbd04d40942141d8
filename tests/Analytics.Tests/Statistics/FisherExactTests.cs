using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class FisherExactTests
{
    // # R 4.2.2: fisher.test(matrix(c(a, b, c, d), 2))$p.value. The first is Fisher's tea tasting, two-sided.
    [Theory]
    [InlineData(3, 1, 1, 3, 0.48571428571428582)]
    [InlineData(8, 2, 1, 5, 0.03496503496503494)]
    [InlineData(10, 2, 3, 15, 0.00053672411914343734)]
    [InlineData(29, 0, 3, 55, 4.8907051651531223e-20)]
    [InlineData(120, 400, 31, 900, 4.7026084406725806e-31)]
    [InlineData(0, 0, 3, 4, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    public void Test_FourCounts_AgreesWithR(long a, long b, long c, long d, double expected) => Precision.Close(expected, FisherExact.Test(new FourfoldTable(a, b, c, d)), 1e-11);

    // The definition, with binomial coefficients in exact integers.
    [Fact]
    public void Test_AnyTable_IsTheDefinition() => Gen.Select(Gen.Long[0, 12], Gen.Long[0, 12], Gen.Long[0, 12], Gen.Long[0, 12]).Sample((a, b, c, d) =>
    {
        var ways = Enumerable.Range(0, (int)(a + b) + 1).Select(x => Choose(a + b, x) * Choose(c + d, a + c - x)).ToArray();
        var expected = (double)ways.Where(way => way <= ways[a]).Aggregate(UInt128.Zero, (sum, way) => sum + way) / (double)Choose(a + b + c + d, a + c);
        Precision.Close(expected, FisherExact.Test(new FourfoldTable(a, b, c, d)), 1e-12);
    });

    static UInt128 Choose(long n, long k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        UInt128 ways = 1;
        for (var i = 1; i <= k; i++)
        {
            ways = ways * (UInt128)(n - k + i) / (UInt128)i;
        }

        return ways;
    }

    [Fact]
    public void Test_NegativeCount_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => FisherExact.Test(new FourfoldTable(1, -1, 2, 2)));
}
