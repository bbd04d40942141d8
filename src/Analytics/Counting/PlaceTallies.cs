using System.Runtime.CompilerServices;
using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Counting;

/// <summary>The counts of one municipality and year: age band × sex × indicator, the indicators of a person side by side.</summary>
/// <param name="indicators">The indicators' places in a row of cells.</param>
/// <param name="bands">Number of bands of the partition.</param>
sealed class PlaceTallies(IndicatorSlots indicators, int bands)
{
    /// <summary>F, M and X.</summary>
    public const int Sexes = 3;

    readonly Tally[] tallies = new Tally[bands * Sexes * indicators.Count];
    readonly long[]?[] contributors = new long[indicators.Count][];
    readonly Counts[]?[] means = new Counts[indicators.Count][];
    WeightTally[]? weights;

    /// <summary>Adds one row.</summary>
    /// <param name="group">Index of age band and sex: band · 3 + sex.</param>
    /// <param name="indicator">Index of the indicator.</param>
    /// <param name="value">The answer; NaN without one.</param>
    /// <param name="weight">The weight.</param>
    /// <exception cref="OverflowException">Over four billion rows of one cell.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int group, int indicator, double value, in Weight weight)
    {
        var slot = indicators.SlotOf(indicator);
        var cell = group * indicators.Count + slot;
        ref var tally = ref tallies[cell];
        tally.Asked = checked(tally.Asked + 1);
        if (double.IsNaN(value))
        {
            return;
        }

        tally.Answered++;
        if (indicators.MeasureOf(slot) != Measure.Proportion)
        {
            AddNumber(ref tally, group, slot, value, weight.Value);
            return;
        }

        var one = value > 0 ? 1 : 0;
        tally.Cases += one;
        if (weight.Value != 1)
        {
            AddWeight(cell, one, weight);
        }
    }

    void AddNumber(ref Tally tally, int group, int slot, double value, double weight)
    {
        if (indicators.MeasureOf(slot) == Measure.Rate)
        {
            tally.Cases += (long)value;
            (contributors[slot] ??= new long[bands * Sexes])[group] += value > 0 ? 1 : 0;
        }
        else
        {
            ObservationCounter.Count(ref (means[slot] ??= new Counts[bands * Sexes])[group], Measure.Mean, value, weight);
        }
    }

    void AddWeight(int cell, int one, in Weight weight)
    {
        ref var tally = ref (weights ??= new WeightTally[tallies.Length])[cell];
        tally.Answered++;
        tally.Cases += (uint)one;
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
                var (group, slot) = Math.DivRem(cell, indicators.Count);
                counter.Add(indicators.IndicatorAt(slot), year, municipality, group / Sexes, (Sex)(group % Sexes), Counted(cell, group, slot));
            }
        }
    }

    Counts Counted(int cell, int group, int slot)
    {
        var tally = tallies[cell];
        var counts = indicators.MeasureOf(slot) switch
        {
            Measure.Rate => new Counts { Cases = tally.Cases, Contributors = contributors[slot]?[group] ?? 0 },
            Measure.Mean => means[slot]?[group] ?? default,
            _ => Proportion(tally, weights?[cell] ?? default),
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
            Contributors = tally.Cases,
            Weight = plain + weighted.Weight,
            SquaredWeight = plain + weighted.SquaredWeight,
            WeightedValue = plainCases + weighted.WeightedCases,
            WeightedSquare = plainCases + weighted.WeightedCases,
            Value = ExactSum.OfWhole(tally.Cases),
            Square = ExactSum.OfWhole(tally.Cases),
        };
    }
}
