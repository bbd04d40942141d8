using Analytics.Aggregation;

namespace Analytics.Tests.Estimation;

/// <summary>Counts of plain answers, the slow and obvious way.</summary>
static class Tally
{
    /// <summary>Counts of answers with weights; for rates the answers are events.</summary>
    public static Counts Of(params (double Value, double Weight)[] answers)
    {
        var counts = new Counts { Asked = answers.Length, Base = answers.Length, Minimum = double.PositiveInfinity, Maximum = double.NegativeInfinity };
        foreach (var (value, weight) in answers)
        {
            counts.Cases += value == 1 ? 1 : 0;
            counts.Weight += weight;
            counts.SquaredWeight += weight * weight;
            counts.WeightedValue += weight * value;
            counts.WeightedSquare += weight * value * value;
            counts.Value += value;
            counts.Square += value * value;
            counts.Minimum = Math.Min(counts.Minimum, value);
            counts.Maximum = Math.Max(counts.Maximum, value);
        }

        return counts;
    }

    /// <summary>Counts of a proportion with all weights 1.</summary>
    public static Counts Of(long cases, long people) => new()
    {
        Asked = people,
        Base = people,
        Cases = cases,
        Contributors = cases,
        Weight = people,
        SquaredWeight = people,
        WeightedValue = cases,
        WeightedSquare = cases,
        Value = cases,
        Square = cases,
        Minimum = cases == people ? 1 : 0,
        Maximum = cases == 0 ? 0 : 1,
    };
}
