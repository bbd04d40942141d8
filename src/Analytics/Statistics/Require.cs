using System.Runtime.CompilerServices;

namespace Analytics.Statistics;

/// <summary>Refuses real numbers outside the range of a parameter; NaN is never inside.</summary>
static class Require
{
    public static void InRange(double value, double from, double to, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= from && value <= to))
        {
            throw new ArgumentOutOfRangeException(name, value, to < double.MaxValue ? FormattableString.Invariant($"Expected a number in [{from}, {to}].") : FormattableString.Invariant($"Expected a finite number of at least {from}."));
        }
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Expected a finite number.");
        }
    }
}
