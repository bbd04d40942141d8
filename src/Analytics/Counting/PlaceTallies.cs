using System.Runtime.CompilerServices;
using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Counting;

/// <summary>The counts of one municipality and year: age band × sex × indicator, the indicators of a person side by side.</summary>
/// <param name="measures">Kind of number per indicator.</param>
/// <param name="bands">Number of bands of the partition.</param>
sealed class PlaceTallies(Measure[] measures, int bands)
{
    /// <summary>F, M and X.</summary>
    public const int Sexes = 3;

    readonly Tally[] tallies = new Tally[bands * Sexes * measures.Length];
    readonly Counts[]?[] means = new Counts[measures.Length][];
    WeightTally[]? weights;

    /// <summary>Adds one row.</summary>
    /// <param name="group">Index of age band and sex: band · 3 + sex.</param>
    /// <param name="indicator">Index of the indicator.</param>
    /// <param name="value">The answer; NaN without one.</param>
    /// <param name="weight">The weight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int group, int indicator, double value, in Weight weight)
    {
        var cell = group * measures.Length + indicator;
        ref var tally = ref tallies[cell];
        tally.Asked++;
        if (double.IsNaN(value))
        {
            return;
        }

        tally.Answered++;
        switch (measures[indicator])
        {
            case Measure.Rate:
                tally.Cases += (long)value;
                tally.Contributors += value > 0 ? 1 : 0;
                break;
            case Measure.Mean:
                ObservationCounter.Count(ref (means[indicator] ??= new Counts[bands * Sexes])[group], Measure.Mean, value, weight.Value);
                break;
            default:
                var one = value > 0 ? 1 : 0;
                tally.Cases += one;
                tally.Contributors += one;
                if (weight.Value != 1)
                {
                    AddWeight(cell, one, weight);
                }

                break;
        }
    }

    void AddWeight(int cell, int one, in Weight weight)
    {
        ref var tally = ref (weights ??= new WeightTally[tallies.Length])[cell];
        tally.Answered++;
        tally.Cases += one;
        tally.Weight += weight.Exact;
        tally.SquaredWeight += weight.ExactSquare;
        if (one > 0)
        {
            tally.WeightedCases += weight.Exact;
        }
    }

    /// <summary>Adds every cell that was asked about to a counter.</summary>
    public void AddTo(ObservationCounter counter, int municipality, int year)
    {
        for (var cell = 0; cell < tallies.Length; cell++)
        {
            if (tallies[cell].Asked > 0)
            {
                var (group, indicator) = Math.DivRem(cell, measures.Length);
                counter.Add(indicator, year, municipality, group / Sexes, (Sex)(group % Sexes), Counted(cell, group, indicator));
            }
        }
    }

    Counts Counted(int cell, int group, int indicator)
    {
        var tally = tallies[cell];
        var counts = measures[indicator] switch
        {
            Measure.Rate => new Counts { Cases = tally.Cases, Contributors = tally.Contributors },
            Measure.Mean => means[indicator] is { } all ? all[group] : default,
            _ => Proportion(tally, weights is null ? default : weights[cell]),
        };
        counts.Asked = tally.Asked;
        return counts;
    }

    static Counts Proportion(in Tally tally, in WeightTally weighted)
    {
        var (plain, plainCases) = (ExactSum.OfWhole(tally.Answered - weighted.Answered), ExactSum.OfWhole(tally.Cases - weighted.Cases));
        return new Counts
        {
            Base = tally.Answered,
            Cases = tally.Cases,
            Contributors = tally.Contributors,
            Weight = plain + weighted.Weight,
            SquaredWeight = plain + weighted.SquaredWeight,
            WeightedValue = plainCases + weighted.WeightedCases,
            WeightedSquare = plainCases + weighted.WeightedCases,
            Value = ExactSum.OfWhole(tally.Cases),
            Square = ExactSum.OfWhole(tally.Cases),
        };
    }
}

/// <summary>A weight, made ready to be summed once for all the rows that have it.</summary>
/// <param name="Value">The weight.</param>
readonly record struct Weight(double Value)
{
    /// <summary>Weight of rows without one.</summary>
    public static readonly Weight One = new(1);

    /// <summary>w as a term of a sum.</summary>
    public ExactSum Exact { get; } = Value;

    /// <summary>w² as a term of a sum.</summary>
    public ExactSum ExactSquare { get; } = Value * Value;
}
