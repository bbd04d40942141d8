using System.Numerics;
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

    /// <summary>Against whole numbers without end: the term in units of 2⁻⁶⁰, rounded to the nearest and halves to the even one.</summary>
    [Fact]
    public void Term_OfAnySize_IsTheNearestUnit() =>
        Gen.Select(Gen.Double[1, 2], Gen.Int[-80, 65], Gen.Bool).Sample((fraction, exponent, negative) =>
        {
            var term = Math.ScaleB(negative ? -fraction : fraction, exponent);
            var (mantissa, shift) = ((BigInteger)Math.ScaleB(term, 52 - exponent), exponent - 52 + 60);
            var half = shift < 0 ? BigInteger.One << (-shift - 1) : BigInteger.Zero;
            var size = shift >= 0 ? BigInteger.Abs(mantissa) << shift : (BigInteger.Abs(mantissa) + half) >> -shift;
            size -= shift < 0 && size * 2 * half - BigInteger.Abs(mantissa) == half && !size.IsEven ? 1 : 0;

            Assert.Equal(ExactSum.OfUnits((Int128)(negative ? -size : size)), term);
        });

    [Fact]
    public void Term_OfAWholeNumber_IsThatOfTheDouble() => Gen.Int.Sample(whole => Assert.Equal((ExactSum)(double)whole, ExactSum.OfWhole(whole)));

    static ExactSum Sum(double[] terms) => terms.Aggregate(default(ExactSum), (sum, term) => sum + term);
}
