namespace Analytics.Statistics;

/// <summary>What Stirling's approximations of ln Γ and ψ leave out, so that differences of huge logarithms can be avoided. See docs/methods/tail-probabilities.md.</summary>
static class Stirling
{
    /// <summary>From here the first term left out of either series is below 1e-17.</summary>
    const int SeriesFrom = 10;

    // Abramowitz & Stegun (1964), 6.1.40.
    static readonly double[] LogGamma = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    // Abramowitz & Stegun (1964), 6.3.18.
    static readonly double[] Digamma = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160];

    // Small counts are asked for most.
    static readonly double[] OfWhole = [.. Enumerable.Range(0, SeriesFrom).Select(z => z == 0 ? double.PositiveInfinity : Recur(z))];

    /// <summary>ln Γ(z) less (z − ½) ln z − z + ½ ln 2π; for whole z the same as ln z! less (z + ½) ln z − z + ½ ln 2π.</summary>
    /// <param name="z">Above 0.</param>
    public static double Remainder(double z) =>
        z >= SeriesFrom ? Series(LogGamma, 1 / (z * z)) / z : z == (int)z ? OfWhole[(int)z] : Recur(z);

    // Below the series, by Γ(z + 1) = zΓ(z).
    static double Recur(double z)
    {
        var shift = 0.0;
        for (; z < SeriesFrom; z++)
        {
            shift += ((z + 0.5) * Elementary.LogOnePlus(1 / z)) - 1;
        }

        return shift + (Series(LogGamma, 1 / (z * z)) / z);
    }

    /// <summary>ln z − ψ(z).</summary>
    /// <param name="z">Above 0; below the series by ψ(z + 1) = ψ(z) + 1/z.</param>
    public static double LogLessDigamma(double z)
    {
        var shift = 0.0;
        for (; z < SeriesFrom; z++)
        {
            shift += (1 / z) - Elementary.LogOnePlus(1 / z);
        }

        var u = 1 / (z * z);
        return shift + (0.5 / z) + (u * Series(Digamma, u));
    }

    /// <summary>What <see cref="LogLessDigamma"/> falls by from <paramref name="z"/> to <paramref name="z"/> + <paramref name="more"/>, without taking the difference where both are nearly equal.</summary>
    /// <param name="z">Above 0.</param>
    /// <param name="more">0, or at least 1.</param>
    public static double LogLessDigammaFall(double z, double more)
    {
        if (more == 0)
        {
            return 0;
        }

        if (z < SeriesFrom)
        {
            return LogLessDigamma(z) - LogLessDigamma(z + more);
        }

        // Horner's rule for the divided difference of the series in 1/z².
        var (near, far) = (1 / z, 1 / (z + more));
        var (value, divided) = (0.0, 0.0);
        for (var i = Digamma.Length - 1; i >= -1; i--)
        {
            divided = (divided * far * far) + value;
            value = (value * near * near) + (i >= 0 ? Digamma[i] : 0);
        }

        return more * near * far * (0.5 + ((near + far) * divided));
    }

    static double Series(double[] coefficients, double u)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * u) + coefficients[i];
        }

        return sum;
    }
}
