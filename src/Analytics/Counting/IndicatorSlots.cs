using System.Runtime.CompilerServices;
using Analytics.Catalogue;

namespace Analytics.Counting;

/// <summary>Gives indicators neighbouring places in the order in which they are first met, so that the few that a file holds share few cache lines.</summary>
sealed class IndicatorSlots(IReadOnlyList<Indicator> indicators)
{
    readonly int[] slots = [.. Enumerable.Repeat(-1, indicators.Count)];
    readonly int[] indicatorAt = new int[indicators.Count];
    readonly Measure[] measures = new Measure[indicators.Count];
    int used;

    /// <summary>Number of indicators, met or not.</summary>
    public int Count { get; } = indicators.Count;

    /// <summary>The place of an indicator.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SlotOf(int indicator) => slots[indicator] is var slot and >= 0 ? slot : Take(indicator);

    /// <summary>Kind of number of the indicator at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Measure MeasureOf(int slot) => measures[slot];

    /// <summary>Index of the indicator at a place.</summary>
    public int IndicatorAt(int slot) => indicatorAt[slot];

    int Take(int indicator)
    {
        (indicatorAt[used], measures[used]) = (indicator, indicators[indicator].Measure);
        return slots[indicator] = used++;
    }
}
