using Analytics.Catalogue;

namespace Analytics.Disclosure;

/// <summary>A reader with time: computes from the published figures alone what the withheld ones can be.</summary>
/// <remarks>
/// Knows that areas, bands and sexes add up, that there is a sex X that is never published, that cases and complement are a base, and that zeros are
/// shown, so that a withheld base is at least 1 and so are withheld cases beside a shown base. Each interval is the exact one over the real numbers, or proven at least as wide as
/// required. Knows nothing of other tables, and is nobody in the table.
/// </remarks>
static class Attacker
{
    const double Tolerance = 1e-3;

    /// <summary>What is tried. The attacks with less knowledge leave wider intervals and are covered by the one with most.</summary>
    public static IReadOnlyList<string> Attacks { get; } = ["additivity", "additivity with shown zeros", "complement", "unpublished sex"];

    /// <summary>Attacks a table.</summary>
    /// <param name="table">What is published.</param>
    /// <param name="parameters">What counts as small and as narrow.</param>
    /// <exception cref="InvalidDataException">The published figures contradict each other.</exception>
    public static AttackResult Attack(PublishedTable table, ProtectionParameters parameters)
    {
        var bounds = new Bounds(table);
        var intervals = new Dictionary<(Quantity, int), (double Lower, double Upper)>();
        foreach (var component in AttackComponent.Of(table, bounds))
        {
            component.Widen(parameters.Width, intervals);
        }

        var findings = new List<Finding>();
        var attacked = new HashSet<int>();
        double? narrowest = null;
        foreach (var cell in table.System.Cells)
        {
            foreach (var quantity in (ReadOnlySpan<Quantity>)[Quantity.Base, Quantity.Cases, Quantity.Complement])
            {
                if (!IsSecret(table, quantity, cell))
                {
                    continue;
                }

                var (lower, upper) = Interval(table, bounds, intervals, quantity, cell);
                var harmless = AdditiveSystem.IsUnpublished(cell) && IsHarmless(table, bounds, intervals, parameters, quantity, cell, lower, upper);
                if (harmless && upper - lower < parameters.Width)
                {
                    continue;
                }

                attacked.Add(cell);
                narrowest = Math.Min(narrowest ?? double.PositiveInfinity, upper - lower);
                if (upper - lower < Tolerance || (upper - lower < parameters.Width - Tolerance && lower < parameters.Threshold - 1 + Tolerance))
                {
                    var (area, band, sex) = table.System.Place(cell);
                    findings.Add(new(table.System.Layout.Areas[area], table.System.Layout.Bands[band].Id, sex, quantity, lower, upper));
                }
            }
        }

        return new(attacked.Count, narrowest, findings);
    }

    static bool IsSecret(PublishedTable table, Quantity quantity, int cell) => quantity switch
    {
        Quantity.Base => table.Base(cell) is null,
        Quantity.Cases => table.Cases(cell) is null,
        _ => table.Measure == Measure.Proportion && table.Cases(cell) is null,
    };

    /// <summary>An unpublished count that cannot be small; for the sum of a mean, one that is not known to be of few people.</summary>
    static bool IsHarmless(
        PublishedTable table, Bounds bounds, Dictionary<(Quantity, int), (double, double)> intervals, ProtectionParameters parameters, Quantity quantity, int cell, double lower, double upper)
    {
        if (table.Measure == Measure.Mean && quantity == Quantity.Cases)
        {
            (lower, _) = Interval(table, bounds, intervals, Quantity.Base, cell);
            upper = lower;
        }

        return upper < 1 - Tolerance || lower > parameters.Threshold - 1 + Tolerance;
    }

    static (double Lower, double Upper) Interval(
        PublishedTable table, Bounds bounds, Dictionary<(Quantity, int), (double Lower, double Upper)> intervals, Quantity quantity, int cell)
    {
        if (intervals.TryGetValue((quantity, cell), out var interval))
        {
            return interval;
        }

        if (quantity == Quantity.Complement && bounds.IsKnown(Quantity.Base, cell) && intervals.TryGetValue((Quantity.Cases, cell), out var cases))
        {
            var people = bounds.Lower(Quantity.Base, cell);
            return (people - cases.Upper, people - cases.Lower);
        }

        return (bounds.Lower(quantity, cell), bounds.Upper(quantity, cell));
    }
}
