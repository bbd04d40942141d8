namespace Analytics.Statistics;

/// <summary>How many equally weighted answers a weighted sample is worth.</summary>
public static class EffectiveSize
{
    /// <summary>Kish's effective size, (Σw)²/Σw²: the number of answers when all weights are equal, fewer otherwise.</summary>
    /// <param name="sumOfWeights">Σw over answers, above 0.</param>
    /// <param name="sumOfSquaredWeights">Σw² over answers, above 0.</param>
    /// <returns>The effective number of answers; at most the number of answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A sum is not a finite number above 0.</exception>
    /// <remarks>Source: Kish (1965), Survey Sampling, Wiley, §8.2 and §11.7. See docs/methods/kish-effective-size.md.</remarks>
    public static double Kish(double sumOfWeights, double sumOfSquaredWeights)
    {
        Require.Positive(sumOfWeights);
        Require.Positive(sumOfSquaredWeights);
        return sumOfWeights / sumOfSquaredWeights * sumOfWeights;
    }
}
