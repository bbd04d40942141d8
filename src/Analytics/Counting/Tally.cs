using Analytics.Aggregation;

namespace Analytics.Counting;

/// <summary>What is counted of every cell while the rows stream by: four to a cache line, since waiting for memory is what counting costs.</summary>
struct Tally
{
    /// <summary>Rows, with or without an answer.</summary>
    public uint Asked;

    /// <summary>Rows with an answer.</summary>
    public uint Answered;

    /// <summary>Proportion: rows with value 1. Rate: events.</summary>
    public long Cases;
}

/// <summary>The rows of a proportion whose weight is not 1. The others are known from the <see cref="Tally"/>.</summary>
struct WeightTally
{
    /// <summary>Rows with an answer.</summary>
    public uint Answered;

    /// <summary>Rows with value 1.</summary>
    public uint Cases;

    /// <summary>Σw over answers.</summary>
    public ExactSum Weight;

    /// <summary>Σw² over answers.</summary>
    public ExactSum SquaredWeight;

    /// <summary>Σw over rows with value 1.</summary>
    public ExactSum WeightedCases;
}
