using Analytics.Statistics;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Statistics;

/// <summary>Expected values: # R 4.2.2: glm(cbind(x, n - x) ~ ..., family = binomial, control = glm.control(epsilon = 1e-16, maxit = 100)), summary, vcov and logLik.</summary>
public sealed class LogisticRegressionTests
{
    static readonly double[] First = [0, 1, 2, 0, 1, 2, 0, 1, 2];
    static readonly double[] Second = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    static readonly long[] Cases = [12, 20, 31, 25, 44, 60, 30, 66, 90];
    static readonly long[] Trials = [210, 190, 200, 180, 205, 199, 150, 201, 188];

    // Beetles killed by carbon disulphide: Bliss (1935), Annals of Applied Biology 22: 134–167, as in Dobson (2002), An Introduction to Generalized Linear Models, 2nd ed., table 7.2.
    [Fact]
    public void Fit_Beetles_AgreesWithR()
    {
        double[] doses = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839];
        var model = Model(LogisticRegression.Fit(Column(doses), [6, 13, 18, 28, 52, 53, 61, 60], [59, 60, 62, 56, 63, 59, 62, 60]));
        Close([-60.717454561635392, 34.270325734146972], model.Coefficients);
        Close([5.1807114633407974, 2.9121400706357261], model.StandardErrors);
        Close([-11.719906617320387, 11.768089756295854], model.ZValues);
        Close([1.0078302932161376e-31, 5.7000608156850291e-32], model.PValues, 1e-6);
        Precision.Close(-15.082151006265807, model.Covariance[0][1]);
        Precision.Close(11.232231097419273, model.Deviance);
        Precision.Close(284.20244948083143, model.NullDeviance);
        Precision.Close(-18.715134657255867, model.LogLikelihood);
        Assert.Equal((6, 291, 481), (model.DegreesOfFreedom, model.Cases, model.Trials));
        Assert.InRange(model.Iterations, 3, 10);
    }

    [Fact]
    public void FitWithInteraction_GroupedCounts_AgreesWithR()
    {
        var model = Model(LogisticRegression.FitWithInteraction(First, Second, Cases, Trials));
        Close([-2.6157421308681297, 0.48367166568224162, 0.65177980686453085, 0.069052141661071445], model.Coefficients);
        Close([0.20993612669474437, 0.14324996073161075, 0.14491446488317419, 0.10039106361271545], model.StandardErrors);
        Close([1.2382838284513297e-35, 0.00073436407837801853, 6.8696949482111775e-06, 0.49155886078313843], model.PValues, 1e-7);
        Precision.Close(1.5151527093509571, model.Deviance);
        Precision.Close(153.88599642697025, model.NullDeviance);
        Precision.Close(-23.925468176140679, model.LogLikelihood);
        Precision.Close(-0.025313328171917043, model.Covariance[0][1]);
        Assert.Equal(5, model.DegreesOfFreedom);
    }

    // # R 4.2.2: glm(am ~ mpg + wt, data = mtcars); data of Henderson & Velleman (1981), Biometrics 37: 391–411.
    [Fact]
    public void Fit_OnePersonPerRow_AgreesWithR()
    {
        double[] miles = [21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
        double[] weights = [
            2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513,
            3.17, 2.77, 3.57, 2.78];
        long[] manual = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];
        var model = Model(LogisticRegression.Fit([.. miles.Zip(weights, (x, y) => (double[])[x, y])], manual));
        Close([25.886553992724245, -0.32416388935764467, -6.4161720729154217], model.Coefficients);
        Close([12.193529904033177, 0.23949896815085217, 2.5466057067752672], model.StandardErrors, 1e-8);
        Precision.Close(17.184255243518479, model.Deviance);
        Precision.Close(43.229733276857807, model.NullDeviance);
        Precision.Close(-8.5921276217592393, model.LogLikelihood);
        Assert.Equal(29, model.DegreesOfFreedom);
    }

    [Fact]
    public void Fit_HugeCounts_AgreesWithR()
    {
        var model = Model(LogisticRegression.Fit(Column([0, 1, 2, 10]), [300_000_000, 310_000_000, 1000, 990_000_000], [1_000_000_000, 1_000_000_000, 5000, 1_000_000_000]));
        Close([-1.0869356165966215, 0.52506406217538015], model.Coefficients);
        Close([5.337570071482208e-05, 2.6693521107284453e-05], model.StandardErrors);
        Precision.Close(26283971.333118677, model.Deviance);
        Precision.Close(1573609204.5220318, model.NullDeviance);
        Precision.Close(-13142019.910548028, model.LogLikelihood);
    }

    // With one binary factor the model is the table: β₁ = ln(ad/bc), its variance 1/a + 1/b + 1/c + 1/d.
    [Fact]
    public void Fit_OneBinaryFactor_IsTheOddsRatio() => Gen.Long[1, 1_000_000_000].Array[4].Sample(cells =>
    {
        double a = cells[0], b = cells[1], c = cells[2], d = cells[3];
        var model = Model(LogisticRegression.Fit(Column([1, 0]), [cells[0], cells[2]], [cells[0] + cells[1], cells[2] + cells[3]]));
        return Math.Abs(model.Coefficients[1] - Math.Log(a / b / c * d)) < 1e-9 && Math.Abs((model.StandardErrors[1] / Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d))) - 1) < 1e-8
            && Math.Abs(model.Coefficients[0] - Math.Log(c / d)) < 1e-9 && model.Deviance < 1e-6 && model.DegreesOfFreedom == 0;
    });

    [Fact]
    public void Fit_NoPredictors_IsTheLogOdds()
    {
        var model = Model(LogisticRegression.Fit([[], []], [3, 4], [10, 10]));
        Precision.Close(Math.Log(7.0 / 13), model.Coefficients.Single(), 1e-13);
        Precision.Close(model.NullDeviance, model.Deviance, 1e-13);
    }

    // The first four rows are the corners of a square, so that no predictor is constant or a combination of the others.
    static readonly Gen<(double X, double Y, long Cases, long Trials)[]> Rows =
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Long[2, 60].SelectMany(n => Gen.Long[1, n - 1].Select(x => (x, n))))
            .Array[4, 20]
            .Select(rows => rows.Select((row, i) => (i < 4 ? i % 2 : row.Item1, i < 4 ? i / 2 : row.Item2, row.Item3.x, row.Item3.n)).ToArray());

    // The likelihood equations: cases and expected cases agree in all and along every predictor.
    [Fact]
    public void Fit_AnyRows_SolvesTheLikelihoodEquations() => Rows.Sample(rows =>
    {
        var model = Model(Fit(rows));
        var residuals = rows.Select(row => row.Cases - (row.Trials / (1 + Math.Exp(-model.Coefficients[0] - (model.Coefficients[1] * row.X) - (model.Coefficients[2] * row.Y))))).ToArray();
        return Math.Abs(residuals.Sum()) < 1e-7 && Math.Abs(rows.Zip(residuals, (row, r) => row.X * r).Sum()) < 1e-7 && Math.Abs(rows.Zip(residuals, (row, r) => row.Y * r).Sum()) < 1e-7
            && model.Deviance <= model.NullDeviance + 1e-9;
    });

    [Fact]
    public void Fit_OtherOrderOrOnePersonPerRow_HasTheSameCoefficients() => Rows.Sample(rows =>
    {
        var model = Model(Fit(rows));
        var turned = Model(Fit([.. rows.Reverse()]));
        var people = rows.SelectMany(row => Enumerable.Range(0, (int)row.Trials).Select(i => (row.X, row.Y, i < row.Cases ? 1L : 0, 1L))).ToArray();
        var single = Model(Fit(people));
        return Enumerable.Range(0, 3).All(j => Math.Abs(turned.Coefficients[j] - model.Coefficients[j]) < 1e-8 * (1 + Math.Abs(model.Coefficients[j]))
            && Math.Abs(single.Coefficients[j] - model.Coefficients[j]) < 1e-8 * (1 + Math.Abs(model.Coefficients[j]))
            && Math.Abs((single.StandardErrors[j] / model.StandardErrors[j]) - 1) < 1e-7);
    }, iter: 50);

    [Fact]
    public void Fit_OtherUnit_ScalesTheCoefficient() => Rows.Sample(rows =>
    {
        var model = Model(Fit(rows));
        var scaled = Model(Fit([.. rows.Select(row => ((row.X * 1e6) + 3, row.Y, row.Cases, row.Trials))]));
        return Math.Abs((scaled.Coefficients[1] * 1e6) - model.Coefficients[1]) < 1e-7 * (1 + Math.Abs(model.Coefficients[1])) && Math.Abs(scaled.Deviance - model.Deviance) < 1e-8;
    });

    static LogisticFit Fit((double X, double Y, long Cases, long Trials)[] rows) =>
        LogisticRegression.Fit([.. rows.Select(row => (double[])[row.X, row.Y])], [.. rows.Select(row => row.Cases)], [.. rows.Select(row => row.Trials)]);

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new long[] { 0, 0, 1, 1 }, LogisticFailure.Separated)]
    [InlineData(new double[] { 1, 2, 2, 3 }, new long[] { 0, 0, 1, 1 }, LogisticFailure.Separated)]
    [InlineData(new double[] { 0, 0, 1, 1 }, new long[] { 0, 1, 1, 1 }, LogisticFailure.Separated)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new long[] { 0, 0, 0, 0 }, LogisticFailure.Separated)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new long[] { 1, 1, 1, 1 }, LogisticFailure.Separated)]
    [InlineData(new double[] { 0.1, 0.1, 0.1, 0.1 }, new long[] { 0, 1, 0, 1 }, LogisticFailure.RankDeficient)]
    public void Fit_WithoutASingleMaximum_SaysWhy(double[] x, long[] outcomes, LogisticFailure reason) =>
        Assert.Equal(new LogisticFit.Failed(reason), LogisticRegression.Fit(Column(x), outcomes));

    [Fact]
    public void Fit_CollinearPredictors_SaysSo()
    {
        Assert.Equal(new LogisticFit.Failed(LogisticFailure.RankDeficient), LogisticRegression.Fit([[1, 2.1], [2, 4.2], [3, 6.3], [4, 8.4]], [0, 1, 0, 1]));
        Assert.Equal(new LogisticFit.Failed(LogisticFailure.RankDeficient), LogisticRegression.Fit([[1, 2], [2, 5]], [3, 4], [9, 9]));
        Assert.Equal(new LogisticFit.Failed(LogisticFailure.RankDeficient), LogisticRegression.FitWithInteraction([0, 1, 0, 1], [0, 0, 0, 0], [3, 4, 3, 4], [9, 9, 9, 9]));
    }

    // Separated in any data where a threshold on the first predictor tells cases from others.
    [Fact]
    public void Fit_ThresholdTellsCases_IsSeparated() => Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3]).Array[6, 40].Select(rows => ((double, double)[])[(-1, 0), (1, 0), (1, 1), .. rows]).Sample(
        rows => LogisticRegression.Fit([.. rows.Select(r => (double[])[r.Item1, r.Item2])], [.. rows.Select(r => r.Item1 >= 0 ? 1L : 0)]) == new LogisticFit.Failed(LogisticFailure.Separated),
        iter: 50);

    // # R 4.2.2: anova(smaller, larger, test = "LRT")
    [Fact]
    public void LikelihoodRatio_NestedModels_AgreesWithR()
    {
        var nothing = Model(LogisticRegression.Fit([.. First.Select(_ => Array.Empty<double>())], Cases, Trials));
        var main = Model(LogisticRegression.Fit([.. First.Zip(Second, (x, y) => (double[])[x, y])], Cases, Trials));
        var interaction = Model(LogisticRegression.FitWithInteraction(First, Second, Cases, Trials));
        var test = LikelihoodRatio.Test(main, interaction);
        Precision.Close(0.47196488941668568, test.Statistic);
        Precision.Close(0.49208461368578132, test.PValue);
        var all = LikelihoodRatio.Test(nothing, interaction);
        Precision.Close(152.37084371761949, all.Statistic);
        Precision.Close(8.1153151013246662e-33, all.PValue);
    }

    [Fact]
    public void LikelihoodRatio_ModelsThatAreNotNested_Refuses()
    {
        var main = Model(LogisticRegression.Fit([.. First.Zip(Second, (x, y) => (double[])[x, y])], Cases, Trials));
        var one = Model(LogisticRegression.Fit(Column(First), Cases, Trials));
        var shorter = Model(LogisticRegression.Fit(Column(First[..8]), Cases[..8], Trials[..8]));
        double[] noise = [1, 7, 2, 3, 9, 4, 8, 5, 6], other = [3, 1, 4, 1, 5, 9, 2, 6, 5];
        var unrelated = Model(LogisticRegression.Fit([.. noise.Zip(other, (x, y) => (double[])[x, y])], Cases, Trials));
        Assert.Throws<ArgumentException>(() => LikelihoodRatio.Test(main, one));
        Assert.Throws<ArgumentException>(() => LikelihoodRatio.Test(main, main));
        Assert.Throws<ArgumentException>(() => LikelihoodRatio.Test(shorter, main));
        Assert.Throws<ArgumentException>(() => LikelihoodRatio.Test(Model(LogisticRegression.Fit(Column(Second), Cases, Trials)), unrelated));
    }

    [Fact]
    public void Fit_ArgumentOutOfRange_Refuses()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([], [], []));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1]], [1, 2], [3, 3]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1], [2]], [1, 2], [3]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1], [2, 3]], [1, 2], [3, 3]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.FitWithInteraction([1, 2], [1], [1, 1], [2, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[double.NaN], [2]], [1, 2], [3, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[1], [2]], [-1, 2], [3, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[1], [2]], [4, 2], [3, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[1], [2]], [0, 2], [0, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[1], [2]], [0, 2]));
    }

    static double[][] Column(double[] values) => [.. values.Select(value => (double[])[value])];

    static LogisticModel Model(LogisticFit fit) => Assert.IsType<LogisticFit.Converged>(fit).Model;

    static void Close(double[] expected, IReadOnlyList<double> actual, double relative = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual))
        {
            Precision.Close(e, a, relative);
        }
    }
}
