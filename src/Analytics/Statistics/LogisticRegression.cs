namespace Analytics.Statistics;

/// <summary>Logistic regression by maximum likelihood: how the odds of an outcome change with several factors at once.</summary>
public static class LogisticRegression
{
    const int MostSteps = 100;

    /// <summary>Fits ln(p/(1 − p)) = β₀ + Σβⱼxⱼ to grouped counts, by iteratively reweighted least squares.</summary>
    /// <param name="rows">Predictors of each row, finite, without intercept; the same number in each row, none for the model with an intercept only.</param>
    /// <param name="cases">People with the outcome in each row, in [0, trials].</param>
    /// <param name="trials">People of each row, at least 1.</param>
    /// <returns>
    /// The model, or why there is none: <see cref="LogisticFailure.Separated"/> where a coefficient has no finite estimate, <see cref="LogisticFailure.RankDeficient"/> where other predictors explain
    /// all but 10⁻¹⁰ of a predictor's variance.
    /// </returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or rows have different numbers of predictors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or predictor is outside its range.</exception>
    /// <remarks>
    /// Time grows with the number of rows, and the result is the same for any order of rows within rounding. Source: McCullagh &amp; Nelder (1989), Generalized Linear Models, 2nd ed., §2.5 and §4.4.
    /// See docs/methods/logistic-regression.md.
    /// </remarks>
    public static LogisticFit Fit(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<long> cases, IReadOnlyList<long> trials)
    {
        Check(rows, cases, trials);
        var likelihood = new LogisticLikelihood(rows, cases, trials);
        if (likelihood.IsConstant || Cholesky.Of(likelihood.Products(), 1e-10) is null)
        {
            return new LogisticFit.Failed(LogisticFailure.RankDeficient);
        }

        return likelihood.Cases == 0 || likelihood.Cases == likelihood.Trials ? new LogisticFit.Failed(LogisticFailure.Separated) : Maximise(likelihood, rows.Count);
    }

    /// <summary>Fits ln(p/(1 − p)) = β₀ + Σβⱼxⱼ to one person per row.</summary>
    /// <param name="rows">Predictors of each person, finite, without intercept; the same number for each.</param>
    /// <param name="outcomes">1 for a person with the outcome, 0 for one without.</param>
    /// <returns>The model, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length, or rows have different numbers of predictors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is neither 0 nor 1, or a predictor is not finite.</exception>
    /// <remarks>Source: McCullagh &amp; Nelder (1989), Generalized Linear Models, 2nd ed., §2.5 and §4.4. See docs/methods/logistic-regression.md.</remarks>
    public static LogisticFit Fit(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<long> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return Fit(rows, outcomes, [.. outcomes.Select(_ => 1L)]);
    }

    /// <summary>Fits ln(p/(1 − p)) = β₀ + β₁x₁ + β₂x₂ + β₃x₁x₂ to grouped counts: does the effect of one factor depend on the other?</summary>
    /// <param name="first">x₁ of each row, finite.</param>
    /// <param name="second">x₂ of each row, finite.</param>
    /// <param name="cases">People with the outcome in each row, in [0, trials].</param>
    /// <param name="trials">People of each row, at least 1.</param>
    /// <returns>The model with the interaction as its fourth coefficient, or why there is none.</returns>
    /// <exception cref="ArgumentException">The lists are empty or of unequal length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or factor is outside its range.</exception>
    /// <remarks>Source: McCullagh &amp; Nelder (1989), Generalized Linear Models, 2nd ed., §2.5 and §4.4. See docs/methods/logistic-regression.md.</remarks>
    public static LogisticFit FitWithInteraction(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<long> cases, IReadOnlyList<long> trials)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"Expected factors of equal length, found {first.Count} and {second.Count}.", nameof(second));
        }

        return Fit([.. first.Zip(second, (x, y) => (double[])[x, y, x * y])], cases, trials);
    }

    // Newton's method from the model without predictors; a step that loses likelihood is halved. The likelihood is concave, so this ends at the maximum if there is one. Where predictors
    // separate cases from others the gain of a step fades while the steps do not: only steps that fade as well are an end.
    static LogisticFit Maximise(LogisticLikelihood likelihood, int rows)
    {
        var scaled = new double[likelihood.Width];
        scaled[0] = Math.Log(likelihood.Cases / (double)(likelihood.Trials - likelihood.Cases));
        var nothing = likelihood.Deviance(scaled);
        var deviance = nothing;
        for (var step = 1; step <= MostSteps; step++)
        {
            var (score, information) = likelihood.Derivatives(scaled);
            if (Cholesky.Of(information, 1e-14) is not { } factor)
            {
                break;
            }

            var change = factor.Solve(score);
            var gain = change.Zip(score, (a, b) => a * b).Sum();
            var length = change.Max(Math.Abs);
            if (gain <= 1e-18 && length <= 1e-6 * Math.Max(1, scaled.Max(Math.Abs)))
            {
                return new LogisticFit.Converged(Model(likelihood, rows, scaled, factor, nothing, step));
            }

            var (before, share) = (deviance, 1.0);
            double[] next;
            do
            {
                next = [.. scaled.Zip(change, (b, d) => b + (share * d))];
                deviance = likelihood.Deviance(next);
                share /= 2;
            }
            while (!(deviance <= before + (1e-9 * (1 + before))) && share > 1e-9);

            scaled = next;
        }

        return new LogisticFit.Failed(LogisticFailure.Separated);
    }

    static LogisticModel Model(LogisticLikelihood likelihood, int rows, double[] scaled, Cholesky information, double nothing, int steps)
    {
        var coefficients = likelihood.Unscale(scaled);
        var covariance = likelihood.Covariance(information);
        double[] errors = [.. covariance.Select((row, j) => Math.Sqrt(row[j]))];
        double[] values = [.. coefficients.Zip(errors, (b, e) => b / e)];
        var deviance = likelihood.Deviance(scaled);
        return new LogisticModel(
            coefficients, errors, values, [.. values.Select(Probability.NormalTwoSided)], covariance, deviance, nothing, likelihood.Saturated() - (deviance / 2),
            rows - coefficients.Length, likelihood.Cases, likelihood.Trials, steps);
    }

    static void Check(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<long> cases, IReadOnlyList<long> trials)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(trials);
        if (rows.Count == 0 || rows.Count != cases.Count || rows.Count != trials.Count)
        {
            throw new ArgumentException($"Expected lists of equal length with at least one row, found {rows.Count} rows, {cases.Count} cases and {trials.Count} trials.", nameof(rows));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(trials[i], 1, nameof(trials));
            ArgumentOutOfRangeException.ThrowIfNegative(cases[i], nameof(cases));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(cases[i], trials[i], nameof(cases));
            if (rows[i].Count != rows[0].Count)
            {
                throw new ArgumentException($"Expected {rows[0].Count} predictors in every row, found {rows[i].Count}.", nameof(rows));
            }

            foreach (var value in rows[i])
            {
                Require.Finite(value, nameof(rows));
            }
        }
    }
}
