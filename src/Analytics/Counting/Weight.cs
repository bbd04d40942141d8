using Analytics.Aggregation;

namespace Analytics.Counting;

/// <summary>A weight, made ready to be summed once for all the rows that have it.</summary>
/// <param name="Value">The weight.</param>
readonly record struct Weight(double Value)
{
    /// <summary>w as a term of a sum.</summary>
    public ExactSum Exact { get; } = Value;

    /// <summary>w² as a term of a sum.</summary>
    public ExactSum ExactSquare { get; } = Value * Value;
}
