using System.Numerics;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Npgsql;

namespace Analytics.Observations;

/// <summary>A row of <see cref="AggregationStatement"/>.</summary>
/// <param name="Municipality">Code.</param>
/// <param name="Indicator">The database's number of the indicator.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Band">Index of the age band; null where the age is in none.</param>
/// <param name="Sex">F, M or X.</param>
/// <param name="Asked">Number of rows.</param>
/// <param name="Others">Answers other than 0 and 1.</param>
/// <param name="Uncountable">Answers below 0 or not whole.</param>
readonly record struct CountedCell(string Municipality, short Indicator, int Year, int? Band, Sex Sex, long Asked, long Others, long Uncountable)
{
    static readonly Int128 One = (Int128)1 << 60;

    /// <summary>The key and the checks of the current row.</summary>
    public static CountedCell Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt16(1), row.GetInt16(2), row.IsDBNull(3) ? null : row.GetInt16(3), SexOf(row.GetChar(4)), (long)row.GetDecimal(5), (long)row.GetDecimal(10), (long)row.GetDecimal(11));

    /// <summary>What <see cref="ObservationCounter"/> would have counted from the rows of the cell.</summary>
    /// <param name="row">The current row.</param>
    /// <param name="measure">Kind of number of the indicator.</param>
    /// <param name="weighted">Whether the statement has the sums of weights.</param>
    public static Counts Counts(NpgsqlDataReader row, Measure measure, bool weighted)
    {
        long Number(int column) => (long)row.GetDecimal(column);
        Int128 Units(int column) => (Int128)row.GetFieldValue<BigInteger>(column);
        var (asked, answered, positive, ones) = (Number(5), Number(6), Number(7), Number(9));
        if (measure == Measure.Rate)
        {
            return new Counts { Asked = asked, Cases = Number(8), Contributors = positive };
        }

        var counts = new Counts
        {
            Asked = asked,
            Base = answered,
            Cases = measure == Measure.Mean ? answered : positive,
            Contributors = measure == Measure.Mean ? answered : positive,
            Value = ExactSum.OfUnits((ones * One) + Units(14)),
            Square = ExactSum.OfUnits((ones * One) + Units(15)),
        };
        if (measure == Measure.Mean && !row.IsDBNull(12))
        {
            var (minimum, maximum) = (row.GetFieldValue<double[]>(12), row.GetFieldValue<double[]>(13));
            (counts.Minimum, counts.AtMinimum, counts.Maximum, counts.AtMaximum) = (minimum[0], (long)minimum[1], maximum[0], (long)maximum[1]);
        }

        if (!weighted)
        {
            return counts.WithoutWeights();
        }

        // Rows without a weight have the weight 1; of an answer 1 every weighted term is the weight itself.
        var (plain, plainOnes) = (answered - Number(16), ones - Number(17));
        var weightOfOnes = (plainOnes * One) + Units(20);
        counts.Weight = ExactSum.OfUnits((plain * One) + Units(18));
        counts.SquaredWeight = ExactSum.OfUnits((plain * One) + Units(19));
        counts.WeightedValue = ExactSum.OfUnits(weightOfOnes + Units(21));
        counts.WeightedSquare = ExactSum.OfUnits(weightOfOnes + Units(22));
        return counts;
    }

    static Sex SexOf(char letter) => letter switch
    {
        'F' => Sex.F,
        'M' => Sex.M,
        _ => Sex.X,
    };
}
