namespace Analytics.Statistics;

/// <summary>Byar's limits turned around: how many events it takes for the interval to exclude an expected number. Continuous in the count. See docs/methods/byar.md.</summary>
static class ByarLimits
{
    /// <summary>The number of events whose lower Byar limit is the expected number; null where it is below the ten from which Byar's approximation is used.</summary>
    /// <param name="expected">Expected number of events, at least 0.</param>
    /// <param name="z">Normal quantile of the level, above 0.</param>
    public static double? Above(double expected, double z) => Solve(expected, -z, RateInterval.ByarFrom);

    /// <summary>The number of events whose upper Byar limit is the expected number; null where it is below ten.</summary>
    /// <inheritdoc cref="Above" path="/param"/>
    public static double? Below(double expected, double z) => Solve(expected, z, RateInterval.ByarFrom + 1) - 1;

    // x(1 − 1/9x ± z/3√x)³ = E, as a cube root and with y = √x: y^⅔ − y^(−4/3)/9 ± z·y^(−⅓)/3 = E^⅓, rising and concave from y = √10 for any usual level.
    static double? Solve(double expected, double z, double from)
    {
        var root = Math.Cbrt(expected);
        var y = Math.Sqrt(from);
        if (Excess(y, z, root).Value > 0)
        {
            return null;
        }

        y = Math.Max(y, Math.Sqrt(expected) - (z / 2));
        for (var i = 0; i < 50; i++)
        {
            var (value, slope) = Excess(y, z, root);
            var step = value / slope;
            y -= step;
            if (Math.Abs(step) < 1e-13 * y)
            {
                break;
            }
        }

        return y * y;
    }

    static (double Value, double Slope) Excess(double y, double z, double root)
    {
        var a = Math.Cbrt(y);
        var inverse = 1 / (a * y);
        return ((a * a) - (inverse / 9) + (z / (3 * a)) - root, (2 / (3 * a)) + (4 * inverse / (27 * y)) - (z * inverse / 9));
    }
}
