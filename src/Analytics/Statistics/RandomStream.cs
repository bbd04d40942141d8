namespace Analytics.Statistics;

/// <summary>Random numbers that are the same on every machine and with every release of the framework: one stream per seed and number.</summary>
/// <param name="seed">Chooses the family of streams.</param>
/// <param name="number">Number of the stream within the family.</param>
sealed class RandomStream(int seed, int number)
{
    // SplitMix64: Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators, OOPSLA.
    const ulong Golden = 0x9E3779B97F4A7C15;

    ulong _state = Mix((((ulong)(uint)seed) << 32) | (uint)number);

    /// <summary>Uniform in (0, 1), 53 bits.</summary>
    public double Uniform()
    {
        _state += Golden;
        return ((Mix(_state) >> 12) + 0.5) / (1UL << 52);
    }

    /// <summary>Standard normal, by inversion.</summary>
    public double Normal() => -Quantile.Normal(Uniform());

    /// <summary>Logarithm of a gamma variable with unit scale.</summary>
    /// <param name="shape">Shape, at least 0; 0 gives minus infinity.</param>
    // Marsaglia & Tsang (2000), ACM Transactions on Mathematical Software 26: 363–372. Below shape 1 a variable of shape + 1 times a power of a uniform one.
    public double LogGamma(double shape)
    {
        if (shape < 1)
        {
            return LogGamma(shape + 1) + (Math.Log(Uniform()) / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var root = 1 + (c * x);
            if (root > 0)
            {
                var cube = root * root * root;
                if (Math.Log(Uniform()) < (0.5 * x * x) + (d * (1 - cube + Math.Log(cube))))
                {
                    return Math.Log(d) + Math.Log(cube);
                }
            }
        }
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
