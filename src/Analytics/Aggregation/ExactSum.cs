namespace Analytics.Aggregation;

/// <summary>A sum of numbers that does not depend on their order, so that row order and cores never change a published digit.</summary>
/// <remarks>
/// Fixed point: multiples of 2⁻⁶⁰ in 128 bits. Adding is exact; a term is rounded once, to 2⁻⁶⁰. Sums up to 1.4·10²⁰ in size fit;
/// beyond that <see cref="OverflowException"/>.
/// </remarks>
readonly struct ExactSum : IEquatable<ExactSum>
{
    const double Scale = 1L << 60;

    /// <summary>2⁶³, where whole numbers of 64 bits end; and 2¹²⁶: a double between them is whole, and is shifted into place.</summary>
    const double LongEnd = 9223372036854775808.0, ShiftEnd = LongEnd * LongEnd;

    readonly Int128 units;

    ExactSum(Int128 units) => this.units = units;

    /// <summary>A single term.</summary>
    public static implicit operator ExactSum(double term)
    {
        var scaled = term * Scale;
        return Math.Abs(scaled) switch
        {
            < LongEnd => new((long)Math.Round(scaled)),
            < ShiftEnd => new(Shifted(scaled)),
            _ => new(checked((Int128)Math.Round(scaled))),
        };
    }

    /// <summary>A term that is a whole number, without the rounding and the general conversion: what counting many rows spends its time on.</summary>
    public static ExactSum OfWhole(long term) => new((Int128)term << 60);

    /// <summary>A sum of terms that were rounded elsewhere, such as in a database.</summary>
    /// <param name="units">Multiples of 2⁻⁶⁰.</param>
    public static ExactSum OfUnits(Int128 units) => new(units);

    /// <summary>The sum of both.</summary>
    public static ExactSum operator +(ExactSum left, ExactSum right) => new(checked(left.units + right.units));

    /// <summary>The sum of the left without the right: what remains of an area when a part of it is left out.</summary>
    public static ExactSum operator -(ExactSum left, ExactSum right) => new(checked(left.units - right.units));

    static Int128 Shifted(double whole)
    {
        const int FractionBits = 52, Bias = 1075;
        var bits = BitConverter.DoubleToInt64Bits(whole);
        var size = new Int128(0, (ulong)(bits & ((1L << FractionBits) - 1) | 1L << FractionBits)) << ((int)(bits >> FractionBits & 0x7FF) - Bias);
        return bits < 0 ? -size : size;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)units / Scale;

    /// <inheritdoc/>
    public bool Equals(ExactSum other) => units == other.units;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactSum other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => units.GetHashCode();
}
