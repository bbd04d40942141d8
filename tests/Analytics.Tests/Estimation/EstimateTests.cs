using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Estimation;

public sealed class EstimateTests
{
    static Estimate Estimated(in Counts counts, Measure measure) => Estimate.Of(Totals.Of(counts, measure), measure);

    [Fact]
    public void Of_UnweightedProportion_IsWilson()
    {
        var estimate = Estimated(Tally.Of(81, 263), Measure.Proportion);
        Assert.Equal(new Estimate(81.0 / 263, ProportionInterval.Wilson(81L, 263L), 81, 263, EstimateMethod.Wilson), estimate);
    }

    // Weights 1, 1, 2 on 1, 0, 1: share 3/4, effective size 16/6; numerator and denominator stay people.
    [Fact]
    public void Of_WeightedProportion_UsesTheEffectiveSizeAndShowsPeople()
    {
        var estimate = Estimated(Tally.Of((1, 1), (0, 1), (1, 2)), Measure.Proportion);
        Assert.Equal(new Estimate(0.75, ProportionInterval.WilsonWeighted(0.75, 16.0 / 6), 2, 3, EstimateMethod.WilsonEffectiveSize, new Totals(3, 2, 4, 6, 3, 3, 2, 2)), estimate);
    }

    // Σw = n alone does not make a sample unweighted: weights 0.5 and 1.5.
    [Fact]
    public void Of_WeightsThatSumToTheCount_AreStillWeights() =>
        Assert.Equal(EstimateMethod.WilsonEffectiveSize, Estimated(Tally.Of((1, 0.5), (0, 1.5)), Measure.Proportion).Method);

    [Fact]
    public void Of_EverybodyWithOddWeights_IsExactlyOne() =>
        Gen.Double[0.01, 9].Array[1, 30].Sample(weights =>
        {
            var estimate = Estimated(Tally.Of([.. weights.Select(w => (1.0, w))]), Measure.Proportion);
            return estimate.Value <= 1 && estimate.Value > 1 - 1e-12 && estimate.Interval!.Value.Contains(estimate.Value);
        });

    [Theory]
    [InlineData(9, EstimateMethod.ExactPoisson)]
    [InlineData(10, EstimateMethod.Byar)]
    public void Of_Rate_IsPerPersonByTheHouseConvention(long events, EstimateMethod method)
    {
        var estimate = Estimated(new Counts { Asked = 500, Base = 500, Cases = events }, Measure.Rate);
        Assert.Equal(new Estimate(events / 500.0, RateInterval.Of(events, 500), events, 500, method), estimate);
    }

    [Fact]
    public void Of_RateWithoutEvents_IsATrueZeroWithAnUpperBound()
    {
        var estimate = Estimated(new Counts { Asked = 1000, Base = 1000 }, Measure.Rate);
        Assert.Equal(0, estimate.Value);
        Assert.Equal(0, estimate.Interval!.Value.Lower);
        Assert.Equal(0.00368887945, estimate.Interval.Value.Upper, 9);
    }

    // Student's sleep data; R: t.test(extra[group == 1]) prints −0.5297804 and 2.0297804.
    [Fact]
    public void Of_UnweightedMean_AgreesWithR()
    {
        var estimate = Estimated(Tally.Of([.. new[] { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 }.Select(x => (x, 1.0))]), Measure.Mean);
        Assert.Equal(0.75, estimate.Value, 12);
        Assert.Equal(-0.5297804, estimate.Interval!.Value.Lower, 7);
        Assert.Equal(2.0297804, estimate.Interval.Value.Upper, 7);
        Assert.Null(estimate.Numerator);
        Assert.Equal(10, estimate.Denominator);
        Assert.Equal(EstimateMethod.StudentT, estimate.Method);
    }

    // Values 1, 3, 5 with weights 1, 1, 2: mean 3.5, Σw(x−x̄)²/Σw = 11/4, n_eff = 8/3, so s² = 11/4 · 8/5.
    [Fact]
    public void Of_WeightedMean_WorkedByHand()
    {
        var estimate = Estimated(Tally.Of((1, 1), (3, 1), (5, 2)), Measure.Mean);
        var expected = MeanInterval.StudentT(3.5, 11.0 / 4 * 8 / 5, 8.0 / 3);
        Assert.Equal(3.5, estimate.Value, 14);
        Assert.Equal(expected.Lower, estimate.Interval!.Value.Lower, 11);
        Assert.Equal(expected.Upper, estimate.Interval.Value.Upper, 11);
    }

    [Fact]
    public void Of_OneAnswer_HasNoInterval() => Assert.Null(Estimated(Tally.Of((4.2, 3)), Measure.Mean).Interval);

    [Fact]
    public void Of_EqualAnswers_HaveAnIntervalWithoutWidth() =>
        Assert.Equal(new Interval(0.3, 0.3), Estimated(Tally.Of((0.3, 1), (0.3, 1), (0.3, 1), (0.3, 1)), Measure.Mean).Interval);

    [Fact]
    public void Of_Count_IsTheNumberWithoutInterval()
    {
        var estimate = Estimated(new Counts { Base = 1, Cases = 7 }, Measure.Count);
        Assert.Equal(new Estimate(7, null, 7, null, EstimateMethod.AsPublished), estimate);
    }

    [Fact]
    public void Of_NoBase_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => Estimated(default, Measure.Proportion));

    // Weights that are all the same change nothing but their sum.
    [Fact]
    public void Of_SameWeightForAll_GivesTheUnweightedInterval() =>
        Gen.Select(Gen.Int[2, 40].SelectMany(n => Gen.Double[0, 10].Array[n]), Gen.Double[0.1, 10]).Sample((values, weight) =>
        {
            var plain = Estimated(Tally.Of([.. values.Select(x => (x, 1.0))]), Measure.Mean);
            var weighted = Estimated(Tally.Of([.. values.Select(x => (x, weight))]), Measure.Mean);
            return Math.Abs(plain.Value - weighted.Value) < 1e-9
                && Math.Abs(plain.Interval!.Value.Lower - weighted.Interval!.Value.Lower) < 1e-5
                && Math.Abs(plain.Interval.Value.Upper - weighted.Interval.Value.Upper) < 1e-5;
        });
}
