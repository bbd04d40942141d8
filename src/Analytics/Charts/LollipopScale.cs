namespace Analytics.Charts;

/// <summary>The axis that all factors share: the benchmark in the middle, as many spreads to both sides.</summary>
/// <param name="Half">Spreads from the middle to an edge: a whole number from 2 to 4.</param>
readonly record struct LollipopScale(double Half)
{
    const double Least = 2, Most = 4;

    /// <summary>As wide as the farthest factor needs. What lies beyond four spreads ends with an arrow head at the edge, so that one factor does not squeeze all others.</summary>
    public static LollipopScale Of(IEnumerable<LollipopRow> rows) =>
        new(Math.Clamp(Math.Ceiling(rows.Select(x => Math.Abs(x.Place ?? 0)).DefaultIfEmpty(0).Max()), Least, Most));

    /// <summary>Place of a distance as drawn: −1 at the left edge, 0 in the middle, 1 at the right edge; beyond an edge it stays there.</summary>
    public double Place(double distance) => Math.Clamp(distance / Half, -1, 1);

    /// <summary>Whether a distance lies beyond an edge.</summary>
    public bool IsCut(double distance) => Math.Abs(distance) > Half * (1 + 1e-9);
}
