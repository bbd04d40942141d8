namespace Analytics.Disclosure;

/// <summary>A reader with time: works out from the published figures alone what the withheld ones can be.</summary>
/// <remarks>
/// Knows that areas, bands and sexes add up, that there is a sex X that is never published, that cases and complement are a base, that counts are whole numbers, and that zeros
/// are shown, so that a withheld base is at least 1 and so are withheld cases beside a shown base. Whatever is not found is proved: for every withheld count there are two tables of whole numbers, as far apart as
/// required, that agree with all that is published. Whoever knows less is left with at least as much.
/// </remarks>
static class Attacker
{
    /// <summary>The attack by what adds up.</summary>
    public const string Additivity = "additivity";

    /// <summary>The attack by the few that a shown total and its shown parts leave.</summary>
    public const string SmallGroup = "small group";

    /// <summary>Attacks that the proof rules out together, each with all that is known of the others.</summary>
    public static IReadOnlyList<string> Attacks { get; } = [Additivity, "zero knowledge", "complement", "unpublished sex", "nested bands", "whole numbers", SmallGroup];

    /// <summary>Attacks a table.</summary>
    /// <param name="table">What is published.</param>
    /// <param name="parameters">What counts as small and as narrow.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidDataException">The published figures contradict each other.</exception>
    public static AttackResult Attack(PublishedTable table, ProtectionParameters parameters, CancellationToken cancellation = default)
    {
        var space = table.Space();
        var view = table.View(space);
        var certificate = Certificate.Of(view, parameters.Width, cancellation) ?? throw new InvalidDataException("No table agrees with the published figures.");
        var faults = CertificateVerifier.Check(view, certificate, parameters.Width, parameters.Threshold, IsUnpublished);
        if (faults.Any(x => x.Fault is CertificateFault.DoesNotAddUp))
        {
            throw new InvalidDataException("The published figures do not add up.");
        }

        var widths = Widths(certificate);
        Finding[] findings =
        [
            .. faults.Select(x => Describe(Additivity, x.Cell, widths.GetValueOrDefault(x.Cell))),
            .. space.System.Cells.Where(cell => AdditiveSystem.IsUnpublished(cell) && parameters.IsSmall(space.KnownBase(cell) ?? 0)).Select(cell => Describe(Additivity, space.Index(Quantity.Base, cell), 0)),
            .. SmallGroups().Select(cell => Describe(SmallGroup, cell, 0)),
        ];
        return new(
            widths.Keys.Select(i => space.At(i).Cell).Distinct().Count(),
            widths.Where(x => !IsUnpublished(x.Key)).Select(x => (double?)x.Value).DefaultIfEmpty().Min(), findings);

        bool IsUnpublished(int index) => AdditiveSystem.IsUnpublished(space.At(index).Cell);

        Finding Describe(string attack, int index, long width)
        {
            var (quantity, cell) = space.At(index);
            var (area, band, sex) = table.System.Place(cell);
            return new(attack, table.System.Layout.Areas[area], table.System.Layout.Bands[band].Id, sex, quantity, width);
        }

        IEnumerable<int> SmallGroups() =>
            from relation in view.Relations
            where view[relation.Total] is not null && relation.Parts.Any(part => view[part] is null && space.Floors[part] >= 0)
            where parameters.IsSmall(view[relation.Total]!.Value - relation.Parts.Sum(part => view[part] ?? 0))
            where relation.Parts.Any(part => view[part] is null && !IsUnpublished(part))
            select relation.Total;
    }

    /// <summary>How far apart the tables of a certificate lie, per unknown count.</summary>
    static Dictionary<int, long> Widths(Certificate certificate)
    {
        var widths = new Dictionary<int, long>();
        foreach (var part in certificate.Parts)
        {
            var lowest = part.Cells.ToDictionary(cell => cell, _ => 0L);
            var highest = part.Cells.ToDictionary(cell => cell, _ => 0L);
            foreach (var (cell, step) in part.Changes.SelectMany(change => change.Cells.Zip(change.Steps)))
            {
                lowest[cell] = Math.Min(lowest[cell], step);
                highest[cell] = Math.Max(highest[cell], step);
            }

            foreach (var cell in part.Cells)
            {
                widths[cell] = highest[cell] - lowest[cell];
            }
        }

        return widths;
    }
}
