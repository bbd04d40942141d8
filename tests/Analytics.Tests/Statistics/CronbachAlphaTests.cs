using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class CronbachAlphaTests
{
    // # R 4.2.2, psych: alpha(cbind(...))$total$raw_alpha
    [Fact]
    public void Of_ThreeItems_AgreesWithPsych() =>
        Precision.Close(0.936, CronbachAlpha.Of([[3, 4, 2, 5, 1, 3], [2, 4, 2, 5, 2, 3], [3, 5, 1, 4, 1, 2]])!.Value, 1e-14);

    // # R 4.2.2, psych: alpha(as.matrix(attitude))$total$raw_alpha; the data set is in Chatterjee & Price (1977), Regression Analysis by Example, p. 68.
    [Fact]
    public void Of_Attitude_AgreesWithPsych() => Precision.Close(0.84314276956475986, CronbachAlpha.Of([
        [43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85, 82],
        [51, 64, 70, 63, 78, 55, 67, 75, 82, 61, 53, 60, 62, 83, 77, 90, 85, 60, 70, 58, 40, 61, 66, 37, 54, 77, 75, 57, 85, 82],
        [30, 51, 68, 45, 56, 49, 42, 50, 72, 45, 53, 47, 57, 83, 54, 50, 64, 65, 46, 68, 33, 52, 52, 42, 42, 66, 58, 44, 71, 39],
        [39, 54, 69, 47, 66, 44, 56, 55, 67, 47, 58, 39, 42, 45, 72, 72, 69, 75, 57, 54, 34, 62, 50, 58, 48, 63, 74, 45, 71, 59],
        [61, 63, 76, 54, 71, 54, 66, 70, 71, 62, 58, 59, 55, 59, 79, 60, 79, 55, 75, 64, 43, 66, 63, 50, 66, 88, 80, 51, 77, 64],
        [92, 73, 86, 84, 83, 49, 68, 66, 83, 80, 67, 74, 63, 77, 77, 54, 79, 80, 85, 78, 64, 80, 80, 57, 75, 76, 78, 83, 74, 78],
        [45, 47, 48, 35, 47, 34, 35, 41, 31, 41, 34, 41, 25, 35, 46, 36, 63, 60, 46, 52, 33, 41, 37, 49, 33, 72, 49, 38, 55, 39],
    ])!.Value, 1e-13);

    // # R 4.2.2: k / (k - 1) * (1 - sum(diag(cov(m))) / sum(cov(m)))
    [Fact]
    public void Of_ItemsThatContradict_IsNegative() => Precision.Close(-18.666666666666679, CronbachAlpha.Of([[1, 2, 3, 4], [4, 3, 2, 2]])!.Value, 1e-13);

    [Fact]
    public void Of_TotalsThatDoNotVary_HasNone()
    {
        Assert.Null(CronbachAlpha.Of([[1, 1], [2, 2]]));
        Assert.Null(CronbachAlpha.Of([[1, 2, 3], [3, 2, 1]]));
        Assert.Null(CronbachAlpha.Of([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.7, 0.7, 0.7]]));
    }

    // Answers 0 … 4; the first two people differ in every item, so that totals vary.
    static readonly Gen<double[][]> Items = Gen.Int[2, 20].SelectMany(people =>
        Gen.Int[0, 4].Array[people].Select(answers => answers.Select((answer, person) => person < 2 ? 4.0 * person : answer).ToArray()).Array[2, 8]);

    [Fact]
    public void Of_AnyItems_IsAtMostOneAndIgnoresOriginUnitAndOrder() => Items.Sample(items =>
    {
        var alpha = CronbachAlpha.Of(items)!.Value;
        var moved = CronbachAlpha.Of([.. items.Reverse().Select(item => item.Reverse().Select(value => (value * 7) + 100).ToArray())])!.Value;
        return alpha <= 1 + 1e-12 && Math.Abs(moved - alpha) < 1e-8 * (1 + Math.Abs(alpha));
    });

    [Fact]
    public void Of_SameItemTwice_IsOne() => Items.Sample(items => Math.Abs(CronbachAlpha.Of([items[0], items[0]])!.Value - 1) < 1e-12);

    [Fact]
    public void Of_ItemsOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([]));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([[1, 2, 3]]));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([[1], [2]]));
        Assert.Throws<ArgumentException>(() => CronbachAlpha.Of([[1, 2], [1, 2, 3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CronbachAlpha.Of([[1, 2], [1, double.NaN]]));
    }
}
