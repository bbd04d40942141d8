using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Statistics;

namespace Analytics.Estimation;

/// <summary>The sums behind an estimate. What areas, years and groups of municipalities have in common is found by adding and subtracting them.</summary>
/// <param name="Base">People with an answer; for rates the population. Unweighted.</param>
/// <param name="Cases">People with the outcome, or events; for a mean people with an answer. Unweighted.</param>
/// <param name="Weight">Σw over answers.</param>
/// <param name="SquaredWeight">Σw² over answers.</param>
/// <param name="WeightedValue">Σwx over answers.</param>
/// <param name="WeightedSquare">Σwx² over answers.</param>
/// <param name="Value">Σx over answers.</param>
/// <param name="Square">Σx² over answers.</param>
public readonly record struct Totals(
    long Base, long Cases, double Weight, double SquaredWeight, double WeightedValue, double WeightedSquare, double Value, double Square)
{
    /// <summary>Whether any weight differs from 1: only without do Σw, Σw² and the number of answers agree.</summary>
    public bool IsWeighted => !Weight.Equals(Base) || !SquaredWeight.Equals(Base);

    /// <summary>The number of equally weighted answers they are worth: the base without weights, Kish's effective size with.</summary>
    public double Size => IsWeighted ? EffectiveSize.Kish(Weight, SquaredWeight) : Base;

    /// <summary>The sums of unweighted cases, or events, out of a base.</summary>
    public static Totals OfCounts(long cases, long people) => new(people, cases, people, people, cases, cases, cases, cases);

    /// <summary>The sums of a counted cell.</summary>
    internal static Totals Of(in Counts counts, Measure measure) =>
        measure is Measure.Rate or Measure.Count || (measure == Measure.Proportion && counts.Weight.Equals(counts.Base) && counts.SquaredWeight.Equals(counts.Base))
        ? OfCounts(counts.Cases, counts.Base)
        : new(
            counts.Base, counts.Cases, counts.Weight.ToDouble(), counts.SquaredWeight.ToDouble(), counts.WeightedValue.ToDouble(), counts.WeightedSquare.ToDouble(),
            counts.Value.ToDouble(), counts.Square.ToDouble());

    /// <summary>The same answers with every weight 1.</summary>
    public Totals WithoutWeights() => this with { Weight = Base, SquaredWeight = Base, WeightedValue = Value, WeightedSquare = Square };

    /// <summary>All parts together; without weights where a part has none, since a weighted and an unweighted part do not add up.</summary>
    public static Totals Sum(ReadOnlySpan<Totals> parts)
    {
        var weighted = true;
        foreach (var part in parts)
        {
            weighted &= part.IsWeighted;
        }

        var sum = default(Totals);
        foreach (var part in parts)
        {
            sum = sum.Plus(weighted ? part : part.WithoutWeights(), 1);
        }

        return sum;
    }

    /// <summary>What remains without a part, by the same rule of weights.</summary>
    public Totals Without(Totals part) => IsWeighted ? Plus(part, -1) : Plus(part.WithoutWeights(), -1);

    Totals Plus(Totals other, int sign) => new(
        Base + (sign * other.Base), Cases + (sign * other.Cases), Weight + (sign * other.Weight), SquaredWeight + (sign * other.SquaredWeight),
        WeightedValue + (sign * other.WeightedValue), WeightedSquare + (sign * other.WeightedSquare), Value + (sign * other.Value), Square + (sign * other.Square));
}
