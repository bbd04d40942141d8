namespace Analytics.Charts;

/// <summary>A scale of sizes on which equal lengths are equal ratios, with round numbers to read it by.</summary>
sealed record SizeAxis(double Low, double High, IReadOnlyList<double> Ticks)
{
    const double Air = 1.3;

    /// <summary>The scale of sizes above 0.</summary>
    public static SizeAxis Of(IEnumerable<double> sizes)
    {
        double[] all = [.. sizes];
        var (low, high) = (all.Min() / Air, all.Max() * Air);
        var ticks = from power in Enumerable.Range(0, 11)
                    from step in (double[])[1, 2, 5]
                    let tick = step * Math.Pow(10, power)
                    where tick >= low && tick <= high
                    select tick;
        return new SizeAxis(low, high, [.. ticks]);
    }

    /// <summary>Place of a size: 0 at the beginning, 1 at the end.</summary>
    public double Place(double size) => Math.Clamp(Math.Log(size / Low) / Math.Log(High / Low), 0, 1);

    /// <summary>The size at a place.</summary>
    public double At(double place) => Low * Math.Pow(High / Low, place);
}
