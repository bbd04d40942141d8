namespace Analytics.Aggregation;

/// <summary>What is counted in a cell. Adding cells adds everything, so margins are sums of leaves.</summary>
struct Counts
{
    /// <summary>People asked, with or without an answer.</summary>
    public long Asked;

    /// <summary>People with an answer; for rates the population of the denominator.</summary>
    public long Base;

    /// <summary>Proportion: people with value 1. Rate: events. Mean: people with an answer.</summary>
    public long Cases;

    /// <summary>People behind <see cref="Cases"/>: for rates, people with at least one event; otherwise the same as cases.</summary>
    public long Contributors;

    /// <summary>Σw over answers.</summary>
    public ExactSum Weight;

    /// <summary>Σw² over answers.</summary>
    public ExactSum SquaredWeight;

    /// <summary>Σwx over answers.</summary>
    public ExactSum WeightedValue;

    /// <summary>Σwx² over answers.</summary>
    public ExactSum WeightedSquare;

    /// <summary>Σx over answers, without weights.</summary>
    public ExactSum Value;

    /// <summary>Σx² over answers, without weights.</summary>
    public ExactSum Square;

    /// <summary>Smallest and largest value, and how many people have it; meaningful where <see cref="Base"/> is above 0.</summary>
    public double Minimum, Maximum;

    /// <summary>People who have the minimum.</summary>
    public long AtMinimum;

    /// <summary>People who have the maximum.</summary>
    public long AtMaximum;

    /// <summary>People with an answer that is not 1: what the complement of a proportion counts.</summary>
    public readonly long Complement => Base - Cases;

    /// <summary>Takes note of a value for <see cref="Minimum"/> and <see cref="Maximum"/>; call before <see cref="Base"/> grows.</summary>
    public void Extremes(double value)
    {
        (Minimum, AtMinimum) = Extreme(Base, 1, Minimum, value, AtMinimum, 1, smallest: true);
        (Maximum, AtMaximum) = Extreme(Base, 1, Maximum, value, AtMaximum, 1, smallest: false);
    }

    /// <summary>Everything added; the extremes are those of both sides, a side without answers having none.</summary>
    public static Counts operator +(in Counts left, in Counts right)
    {
        var sum = new Counts
        {
            Asked = left.Asked + right.Asked,
            Base = left.Base + right.Base,
            Cases = left.Cases + right.Cases,
            Contributors = left.Contributors + right.Contributors,
            Weight = left.Weight + right.Weight,
            SquaredWeight = left.SquaredWeight + right.SquaredWeight,
            WeightedValue = left.WeightedValue + right.WeightedValue,
            WeightedSquare = left.WeightedSquare + right.WeightedSquare,
            Value = left.Value + right.Value,
            Square = left.Square + right.Square,
        };
        (sum.Minimum, sum.AtMinimum) = Extreme(left.Base, right.Base, left.Minimum, right.Minimum, left.AtMinimum, right.AtMinimum, smallest: true);
        (sum.Maximum, sum.AtMaximum) = Extreme(left.Base, right.Base, left.Maximum, right.Maximum, left.AtMaximum, right.AtMaximum, smallest: false);
        return sum;
    }

    static (double Value, long At) Extreme(long leftBase, long rightBase, double left, double right, long atLeft, long atRight, bool smallest)
    {
        if (leftBase == 0 || rightBase == 0)
        {
            return rightBase == 0 ? (left, atLeft) : (right, atRight);
        }

        return left == right ? (left, atLeft + atRight) : (left < right) == smallest ? (left, atLeft) : (right, atRight);
    }

    /// <summary>The same answers with every weight 1.</summary>
    public readonly Counts WithoutWeights()
    {
        var plain = this;
        (plain.Weight, plain.SquaredWeight, plain.WeightedValue, plain.WeightedSquare) = (Base, Base, Value, Square);
        return plain;
    }
}
