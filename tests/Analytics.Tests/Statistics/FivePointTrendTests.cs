using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

public sealed class FivePointTrendTests
{
    static readonly double[] Years = [2019, 2020, 2021, 2022, 2023];

    public static TheoryData<double[], double[], double[], double, double, double, bool, TrendDirection> Series => new()
    {
        {
            Years, [0.21, 0.24, 0.26, 0.25, 0.31], [0.011, 0.012, 0.015, 0.010, 0.012],
            0.02009944168647506, 31.420275916541872, 2.0779951745491871e-08, true, TrendDirection.Rising
        },
        {
            [2012, 2014, 2017, 2018, 2023], [31.2, 30.1, 27.9, 29.5, 22.4], [0.9, 1.1, 1.3, 0.8, 1],
            -0.73668413076412198, 41.048484247146398, 1.4849929014168593e-10, true, TrendDirection.Falling
        },
        { Years, [0.20, 0.20, 0.20, 0.20, 0.40], [0.02, 0.02, 0.02, 0.02, 0.02], 0.04, 40, 2.5396285894708649e-10, false, TrendDirection.NoCertainChange },
        {
            Years, [0.25, 0.24, 0.26, 0.25, 0.26], [0.01, 0.012, 0.015, 0.01, 0.012],
            0.0025080416497893577, 0.53139384874560636, 0.46602144536577589, true, TrendDirection.NoCertainChange
        },
        {
            Years, [10, 10, 10, 10, 14], [1, 1, 1, 1, 0.3],
            1.2578616352201258, 36.995930447648519, 1.1837605592254556e-09, false, TrendDirection.NoCertainChange
        },
        { Years, [0.30, 0.10, 0.10, 0.10, 0.105], [0.01, 0.01, 0.01, 0.01, 0.01], -0.039, 152.1, 6.0251832581220425e-35, false, TrendDirection.NoCertainChange },
    };

    // # R 4.2.2: w <- 1/s^2; m <- lm(y ~ t, weights = w); slope^2 / (vcov(m)[2, 2] / summary(m)$sigma^2); pchisq(., 1, lower = FALSE); the sign from coef(lm(y[-i] ~ t[-i], weights = w[-i])).
    // Slopes and χ² that R prints with its last digits lost (0.0400000000000061) are by hand: (2·0.2)/10 = 0.04; 0.04²·10/0.02² = 40; 1.2578616352201258 = 200/159.
    [Theory]
    [MemberData(nameof(Series))]
    public void Of_Series_AgreesWithR(double[] years, double[] values, double[] errors, double slope, double square, double pValue, bool stable, TrendDirection direction)
    {
        var trend = FivePointTrend.Of(years, values, errors);
        Precision.Close(slope, trend.Slope, 1e-10);
        Precision.Close(square, trend.ChiSquare, 1e-10);
        Precision.Close(pValue, trend.PValue, 1e-9);
        Assert.Equal(stable, trend.StableSign);
        Assert.Equal(direction, trend.Direction);
    }

    // A straight line with equal errors has χ² = 10·slope²/SE²: either side of 9.5495357060832422 (# R 4.2.2: qchisq(0.998, 1)).
    [Theory]
    [InlineData(9.5495, TrendDirection.NoCertainChange)]
    [InlineData(9.5496, TrendDirection.Rising)]
    public void Of_StraightLine_IsCertainFromTheQuantile(double square, TrendDirection expected)
    {
        var slope = Math.Sqrt(square / 10);
        Assert.Equal(expected, FivePointTrend.Of(Years, [.. Years.Select(year => slope * (year - 2000))], [1, 1, 1, 1, 1]).Direction);
    }

    static readonly Gen<(double[] Years, double[] Values, double[] Errors)> Points = Gen.Select(
        Gen.Double[0.2, 4].Array[5].Select(gaps => gaps.Select((_, i) => 2000 + gaps.Take(i + 1).Sum()).ToArray()), Gen.Double[-5, 5].Array[5], Gen.Double[0.05, 2].Array[5]);

    [Fact]
    public void Of_EqualValues_IsNoChange() => Points.Sample(points =>
        FivePointTrend.Of(points.Years, Enumerable.Repeat(points.Values[0], 5).ToArray(), points.Errors) == new Trend(0, 0, 1, false, TrendDirection.NoCertainChange));

    [Fact]
    public void Of_ValuesTurnedAround_TurnsTheTrend() => Points.Sample(points =>
    {
        var trend = FivePointTrend.Of(points.Years, points.Values, points.Errors);
        var turned = FivePointTrend.Of(points.Years, [.. points.Values.Select(value => -value)], points.Errors);
        return turned.Slope == -trend.Slope && turned.ChiSquare == trend.ChiSquare && turned.StableSign == trend.StableSign
            && (turned.Direction == trend.Direction) == (trend.Direction == TrendDirection.NoCertainChange);
    });

    [Fact]
    public void Of_OtherUnit_KeepsTheVerdict() => Gen.Select(Points, Gen.Double[-12, 12]).Sample((points, magnitude) =>
    {
        var unit = Math.Pow(10, magnitude);
        var trend = FivePointTrend.Of(points.Years, points.Values, points.Errors);
        var scaled = FivePointTrend.Of(points.Years, [.. points.Values.Select(value => value * unit)], [.. points.Errors.Select(error => error * unit)]);
        return Math.Abs(scaled.Slope - (trend.Slope * unit)) <= 1e-9 * Math.Abs(trend.Slope * unit) + 1e-13 * unit
            && Math.Abs(scaled.ChiSquare - trend.ChiSquare) <= 1e-9 * trend.ChiSquare + 1e-12 && scaled.StableSign == trend.StableSign;
    });

    // The textbook: sums about weighted means.
    [Fact]
    public void Of_AnySeries_AgreesWithSumsAboutTheMeans() => Points.Sample(points =>
    {
        var (years, values, errors) = points;
        var weights = errors.Select(error => 1 / (error * error)).ToArray();
        var year = years.Zip(weights, (t, w) => t * w).Sum() / weights.Sum();
        var mean = values.Zip(weights, (y, w) => y * w).Sum() / weights.Sum();
        var squares = Enumerable.Range(0, 5).Sum(i => weights[i] * (years[i] - year) * (years[i] - year));
        var slope = Enumerable.Range(0, 5).Sum(i => weights[i] * (years[i] - year) * (values[i] - mean)) / squares;
        var trend = FivePointTrend.Of(years, values, errors);
        return Math.Abs(trend.Slope - slope) < 1e-9 && Math.Abs(trend.ChiSquare - (slope * slope * squares)) < 1e-8 * (1 + trend.ChiSquare);
    });

    [Fact]
    public void Of_ListsOfOtherLength_Refuses()
    {
        double[] four = [1, 2, 3, 4], five = [1, 2, 3, 4, 5], six = [1, 2, 3, 4, 5, 6];
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of(four, four, four));
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of(six, six, six));
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of(five, five, four));
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of(five, six, five));
    }

    [Fact]
    public void Of_YearsThatDoNotAscend_Refuses()
    {
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of([2019, 2020, 2020, 2021, 2022], Years, Years));
        Assert.Throws<ArgumentException>(() => FivePointTrend.Of([2023, 2022, 2021, 2020, 2019], Years, Years));
    }

    [Theory]
    [InlineData(2019, 1, 0)]
    [InlineData(2019, 1, -1)]
    [InlineData(2019, 1, double.NaN)]
    [InlineData(2019, 1, double.PositiveInfinity)]
    [InlineData(2019, double.NaN, 1)]
    [InlineData(double.NaN, 1, 1)]
    public void Of_NumberOutOfRange_Refuses(double year, double value, double error) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        FivePointTrend.Of([year, 2020, 2021, 2022, 2023], [value, 1, 2, 3, 4], [error, 1, 1, 1, 1]));
}
