namespace Analytics.Statistics;

/// <summary>Comparison of two models of the same data, one of which is the other with terms left out.</summary>
public static class LikelihoodRatio
{
    /// <summary>Likelihood-ratio test of the terms that the larger model has more.</summary>
    /// <param name="smaller">The model without the terms.</param>
    /// <param name="larger">The model with them, fitted to the same rows.</param>
    /// <returns>The fall in deviance, χ² on as many degrees of freedom as there are more terms, and its p-value.</returns>
    /// <exception cref="ArgumentException">The larger model does not have more terms or fits worse, or the models are not of the same data.</exception>
    /// <remarks>Source: Wilks (1938), Annals of Mathematical Statistics 9: 60–62. See docs/methods/likelihood-ratio.md.</remarks>
    public static TestResult Test(LogisticModel smaller, LogisticModel larger)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        ArgumentNullException.ThrowIfNull(larger);
        var terms = larger.Coefficients.Count - smaller.Coefficients.Count;
        if (terms < 1)
        {
            throw new ArgumentException($"Expected more coefficients than {smaller.Coefficients.Count}, found {larger.Coefficients.Count}.", nameof(larger));
        }

        if ((smaller.Cases, smaller.Trials, smaller.DegreesOfFreedom) != (larger.Cases, larger.Trials, larger.DegreesOfFreedom + terms))
        {
            throw new ArgumentException("Expected two models of the same rows, cases and trials.", nameof(larger));
        }

        var fall = smaller.Deviance - larger.Deviance;
        if (fall < -1e-7 * (1 + smaller.Deviance))
        {
            throw new ArgumentException("Expected the larger model to hold all terms of the smaller, found that it fits worse.", nameof(larger));
        }

        return new TestResult(Math.Max(0, fall), Probability.ChiSquareAbove(Math.Max(0, fall), terms));
    }
}
