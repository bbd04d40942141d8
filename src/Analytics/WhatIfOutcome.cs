using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Analytics.Release;
using Analytics.Tables;

namespace Analytics;

/// <summary>One way to protect.</summary>
/// <param name="Protection">A name of <see cref="ProtectionMode"/>.</param>
/// <param name="Threshold">Counts from 1 to one less are small.</param>
/// <param name="Base">Smallest base that is shown.</param>
/// <param name="Weights">What hiding a cell costs; null for rounding.</param>
public sealed record WhatIfCombination(string Protection, int Threshold, int Base, HidingCost? Weights);

/// <summary>What a protection costs, in sums over all indicators and years.</summary>
/// <param name="Combination">The protection.</param>
/// <param name="Primary">Number of cells withheld for their own sake, those that no proof is possible about or that a source withholds included.</param>
/// <param name="Secondary">Number of cells withheld to protect others.</param>
/// <param name="ShownOfAll">Shown part of all cells that hold a figure; null where there are none.</param>
/// <param name="ShownOfTotals">The same of municipalities, all ages and sexes together.</param>
/// <param name="ShownOfCounties">The same of counties.</param>
/// <param name="HiddenCounts">People that withheld cells do not show: bases where those are withheld, elsewhere cases.</param>
/// <param name="Gap">How much more than the lower bound the secondary cells cost, as a fraction; null where no bound above 0 is known, and for rounding.</param>
/// <param name="MeanError">Mean distance of a shown count from the true one; null without rounding.</param>
/// <param name="LargestError">The largest; null without rounding.</param>
public sealed record WhatIfOutcome(
    WhatIfCombination Combination, int Primary, int Secondary, double? ShownOfAll, double? ShownOfTotals, double? ShownOfCounties, long HiddenCounts, double? Gap, double? MeanError, long? LargestError)
{
    internal static WhatIfOutcome Of(WhatIfCombination combination, CountedInput input, ProtectedInput protection)
    {
        var hidden = protection.Years.Select(x => x.Hidden).ToArray();
        var secondary = hidden.Sum(x => x.CellsOf(ProtectionRule.Secondary));
        var rounded = combination.Protection == ProtectionMode.Rounding;
        long[] errors = rounded ? [.. protection.Tables.SelectMany(x => Errors(x.Key, x.Value))] : [];
        var total = input.Codebook.AgeBands.Total.Id;
        return new(
            combination, hidden.Sum(x => x.Cells) - secondary, secondary,
            Shown(protection, _ => true),
            Shown(protection, x => AreaCode.LevelOf(x.Area) == AreaLevel.Municipality && x.AgeBand == total && x.Sex == Sex.T),
            Shown(protection, x => AreaCode.LevelOf(x.Area) == AreaLevel.County),
            hidden.Sum(x => x.Counts), rounded ? null : ProtectionRecord.GapOf(hidden.Sum(x => x.Cost), hidden.Sum(x => x.LowerBound)),
            rounded ? errors.Length == 0 ? 0 : errors.Average() : null, rounded ? errors.Length == 0 ? 0 : errors.Max() : null);
    }

    static double? Shown(ProtectedInput protection, Func<CellAddress, bool> counts)
    {
        var (shown, all) = (0L, 0L);
        foreach (var cell in protection.Years.SelectMany(x => x.Cells).Where(x => x.Cell is Cell.Shown or Cell.Missing { Reason: Reason.Suppressed } && counts(x.Address)))
        {
            shown += cell.Cell is Cell.Shown ? 1 : 0;
            all++;
        }

        return all == 0 ? null : (double)shown / all;
    }

    /// <summary>Distances of all shown counts from the true ones; the sum of a mean is no count.</summary>
    static IEnumerable<long> Errors(CountTable table, ProtectedTable rounded)
    {
        for (var area = 0; area < table.Layout.Areas.Count; area++)
        {
            for (var band = 0; band < table.Layout.Bands.Count; band++)
            {
                foreach (var sex in table.BySex ? Sexes.Published : [Sex.T])
                {
                    var visibility = rounded[area, band, sex];
                    var (counted, shown) = (table[area, band, sex], rounded.Table[area, band, sex]);
                    if (visibility != Visibility.BaseWithheld && counted.Base > 0)
                    {
                        yield return Math.Abs(shown.Base - counted.Base);
                    }

                    if (visibility == Visibility.Shown && counted.Base > 0 && table.Indicator.Measure != Measure.Mean)
                    {
                        yield return Math.Abs(shown.Cases - counted.Cases);
                    }
                }
            }
        }
    }
}
