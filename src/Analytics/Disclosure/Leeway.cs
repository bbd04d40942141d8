namespace Analytics.Disclosure;

/// <summary>How far witnesses have moved each quantity: what a reader cannot rule out.</summary>
sealed class Leeway(int cellCount)
{
    const double Tolerance = 1e-5;

    readonly double[][] fall = [new double[cellCount], new double[cellCount], new double[cellCount]];
    readonly double[][] rise = [new double[cellCount], new double[cellCount], new double[cellCount]];

    /// <summary>Takes a witness in.</summary>
    public void Add(Witness witness)
    {
        foreach (var (quantity, cell, change) in witness.Changes)
        {
            fall[(int)quantity][cell] = Math.Max(fall[(int)quantity][cell], -change);
            rise[(int)quantity][cell] = Math.Max(rise[(int)quantity][cell], change);
        }
    }

    /// <summary>Largest fall seen, at least 0.</summary>
    public double Fall(Quantity quantity, int cell) => fall[(int)quantity][cell];

    /// <summary>Largest rise seen, at least 0.</summary>
    public double Rise(Quantity quantity, int cell) => rise[(int)quantity][cell];

    /// <summary>Whether the interval left is at least so wide.</summary>
    public bool Reaches(Quantity quantity, int cell, double width) => Fall(quantity, cell) + Rise(quantity, cell) >= width - Tolerance;
}
