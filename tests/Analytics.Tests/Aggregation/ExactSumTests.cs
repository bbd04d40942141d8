using Analytics.Aggregation;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Aggregation;

public sealed class ExactSumTests
{
    static readonly Gen<double[]> Terms = Gen.Double[-1e6, 1e6].Array[0, 200];

    [Fact]
    public void Sum_InAnyOrder_IsTheSame() =>
        Terms.Select(Gen.Int[0, int.MaxValue]).Sample((terms, seed) =>
        {
            var shuffled = (double[])terms.Clone();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Sum(terms), Sum(shuffled));
        });

    [Fact]
    public void Sum_AgreesWithDecimal() =>
        Gen.Int[-1_000_000, 1_000_000].Array[0, 100].Sample(thousandths =>
        {
            var expected = thousandths.Sum(x => x / 1000m);
            Assert.Equal((double)expected, Sum([.. thousandths.Select(x => x / 1000.0)]).ToDouble(), 1e-9);
        });

    [Fact]
    public void Sum_OfTenTenths_IsOne() => Assert.Equal(1.0, Sum([.. Enumerable.Repeat(0.1, 10)]).ToDouble());

    [Fact]
    public void Sum_OfABillionBillions_Overflows() => Assert.Throws<OverflowException>(() => Sum([1e20, 1e20]));

    static ExactSum Sum(double[] terms) => terms.Aggregate(default(ExactSum), (sum, term) => sum + term);
}
