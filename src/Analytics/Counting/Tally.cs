using Analytics.Aggregation;

namespace Analytics.Counting;

/// <summary>What is counted of a proportion or a rate while the rows stream by, in half a cache line; means need whole <see cref="Counts"/>.</summary>
struct Tally
{
    /// <summary>Rows, with or without an answer.</summary>
    public long Asked;

    /// <summary>Rows with an answer.</summary>
    public long Answered;

    /// <summary>Proportion: rows with value 1. Rate: events.</summary>
    public long Cases;

    /// <summary>Rows with a value above 0.</summary>
    public long Contributors;
}

/// <summary>The rows of a proportion whose weight is not 1. The others are known from the <see cref="Tally"/>.</summary>
struct WeightTally
{
    /// <summary>Rows with an answer.</summary>
    public long Answered;

    /// <summary>Rows with value 1.</summary>
    public long Cases;

    /// <summary>Σw over answers.</summary>
    public ExactSum Weight;

    /// <summary>Σw² over answers.</summary>
    public ExactSum SquaredWeight;

    /// <summary>Σw over rows with value 1.</summary>
    public ExactSum WeightedCases;
}
