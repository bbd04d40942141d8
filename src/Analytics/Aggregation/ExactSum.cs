namespace Analytics.Aggregation;

/// <summary>A sum of numbers that does not depend on their order, so that row order and cores never change a published digit.</summary>
/// <remarks>
/// Fixed point: multiples of 2⁻⁶⁰ in 128 bits. Adding is exact; a term is rounded once, to 2⁻⁶⁰. Sums up to 1.4·10²⁰ in size fit;
/// beyond that <see cref="OverflowException"/>.
/// </remarks>
readonly struct ExactSum : IEquatable<ExactSum>
{
    const double Scale = 1L << 60;

    readonly Int128 units;

    ExactSum(Int128 units) => this.units = units;

    /// <summary>A single term.</summary>
    public static implicit operator ExactSum(double term) => new(checked((Int128)Math.Round(term * Scale)));

    /// <summary>A sum of terms that were rounded elsewhere, such as in a database.</summary>
    /// <param name="units">Multiples of 2⁻⁶⁰.</param>
    public static ExactSum OfUnits(Int128 units) => new(units);

    /// <summary>The sum of both.</summary>
    public static ExactSum operator +(ExactSum left, ExactSum right) => new(checked(left.units + right.units));

    /// <summary>The sum of the left without the right: what remains of an area when a part of it is left out.</summary>
    public static ExactSum operator -(ExactSum left, ExactSum right) => new(checked(left.units - right.units));

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)units / Scale;

    /// <inheritdoc/>
    public bool Equals(ExactSum other) => units == other.units;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactSum other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => units.GetHashCode();
}
