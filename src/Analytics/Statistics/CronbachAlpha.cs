namespace Analytics.Statistics;

/// <summary>Internal consistency of an index.</summary>
public static class CronbachAlpha
{
    /// <summary>Cronbach's α of the sum of items, from their covariances (raw, not standardised).</summary>
    /// <param name="items">At least two items; each is the list of its values, finite, for the same people in the same order; at least two people.</param>
    /// <returns>α, at most 1; negative when items contradict each other. Null when the totals do not vary.</returns>
    /// <exception cref="ArgumentException">There are fewer than two items or people, or items have different numbers of people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>Source: Cronbach (1951), Psychometrika 16: 297–334. See docs/methods/cronbach-alpha.md.</remarks>
    public static double? Of(IReadOnlyList<IReadOnlyList<double>> items)
    {
        Check(items);
        var count = items[0].Count;
        var totals = new double[count];
        var (scale, within) = (0.0, 0.0);
        foreach (var item in items)
        {
            // Values about the item's mean, so that totals keep the digits in which people differ.
            var mean = item.Sum() / count;
            scale += item.Max(Math.Abs);
            for (var i = 0; i < count; i++)
            {
                var deviation = item[i] - mean;
                within += deviation * deviation;
                totals[i] += deviation;
            }
        }

        // Totals that differ only by rounding do not vary.
        if (totals.Max() - totals.Min() <= 1e-13 * scale)
        {
            return null;
        }

        var all = totals.Sum() / count;
        return items.Count / (items.Count - 1.0) * (1 - (within / totals.Sum(total => (total - all) * (total - all))));
    }

    static void Check(IReadOnlyList<IReadOnlyList<double>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2 || items[0].Count < 2)
        {
            throw new ArgumentException("Expected at least two items of at least two people.", nameof(items));
        }

        foreach (var item in items)
        {
            if (item.Count != items[0].Count)
            {
                throw new ArgumentException($"Expected the same people in every item, found {items[0].Count} and {item.Count}.", nameof(items));
            }

            foreach (var value in item)
            {
                Require.Finite(value, nameof(items));
            }
        }
    }
}
