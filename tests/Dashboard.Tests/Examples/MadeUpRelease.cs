using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Intake;
using Analytics.Release;

namespace Dashboard.Tests.Examples;

/// <summary>A release with shown, suppressed, not measured, unanswered and source cells; the same every time.</summary>
static class MadeUpRelease
{
    public const string Id = "0123456789abcdef";

    static readonly Sex[] Sexes = [Sex.F, Sex.M, Sex.T];

    /// <summary>A release.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="codebook">Its catalogue.</param>
    /// <param name="demonstration">Whether it is made up.</param>
    /// <param name="years">Its years.</param>
    public static ReleaseDocument Of(string id = Id, Codebook? codebook = null, bool demonstration = true, params int[] years)
    {
        codebook ??= MadeUpCodebook.Of();
        years = years.Length > 0 ? years : [2024, 2025];
        var counties = codebook.Municipalities.Select(x => x.County).Distinct().Order(StringComparer.Ordinal).ToArray();
        var manifest = new Manifest(
            id, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            new InputDescription("Skolenkät, påhittad", "Lägesbild, provdata", "CC0", "mars 2026", 0.78, demonstration),
            [new InputFileRecord("observations.csv", 1_234_567, new string('a', 64)), new InputFileRecord("population.csv", 4_321, new string('b', 64))],
            codebook.Version, new ReleaseParameters(5, 20, "suppression"), new Dictionary<string, string> { ["proportion"] = "Wilson: 1", ["rate"] = "Byar: 1" },
            years, [.. codebook.Municipalities.Select(x => x.Code), .. counties]);
        var cells = from indicator in codebook.Indicators
                    from year in years
                    from county in counties
                    from band in codebook.AgeBands.All
                    from sex in Sexes
                    from cell in CountyCells(codebook, indicator, year, county, band, sex)
                    select cell;
        return new ReleaseDocument(manifest, codebook, [.. cells]);
    }

    /// <summary>The document as one of which the small counts are rounded.</summary>
    public static ReleaseDocument Rounded(ReleaseDocument document) => document with { Manifest = document.Manifest with { Parameters = new ReleaseParameters(5, 20, ProtectionMode.Rounding) } };

    /// <summary>The document with one cell replaced.</summary>
    public static ReleaseDocument With(ReleaseDocument document, CellAddress address, Cell cell) =>
        document with { Cells = [.. document.Cells.Where(x => x.Address != address), new ReleasedCell(address, cell, null, null)] };

    static IEnumerable<ReleasedCell> CountyCells(Codebook codebook, Indicator indicator, int year, string county, AgeBand band, Sex sex)
    {
        var places = codebook.Municipalities.Where(x => x.County == county).ToArray();
        var counts = places.Select(x => CountsOf(indicator, year, x.Code, band, sex)).ToArray();
        var measured = band == codebook.AgeBands.Total || indicator.AgeBands.Contains(band.Id);
        var broader = indicator.NoteEn.Contains("0–19", StringComparison.Ordinal) ? "0-19" : null;
        ReleasedCell At(string area, Cell cell) => new(new CellAddress(indicator.Id, year, area, band.Id, sex), cell, measured ? broader : null, broader is null ? null : "Kolada");
        for (var i = 0; i < places.Length; i++)
        {
            yield return At(places[i].Code, CellOf(indicator, places[i].Code, measured, counts[i], sex));
        }

        yield return At(county, measured
            ? new Cell.Shown(EstimateOf(indicator, counts.Sum(x => x.Cases), counts.Sum(x => x.Base)))
            : new Cell.Missing(Reason.NotMeasured, null));
    }

    static Cell CellOf(Indicator indicator, string area, bool measured, (long Cases, long Base) own, Sex sex) => (measured, indicator.Level, area, sex) switch
    {
        (false, _, _, _) => new Cell.Missing(Reason.NotMeasured, null),
        (_, AreaLevel.County, _, _) => new Cell.Missing(Reason.SourceMissing, null),
        (_, _, "0642", _) when indicator.Measure == Measure.Proportion => new Cell.Missing(Reason.Suppressed, own.Base),
        (_, _, "0684", Sex.F or Sex.M) => new Cell.Missing(Reason.Suppressed, null),
        (_, _, "0617", _) when indicator.Domain == Domain.Peers => new Cell.Missing(Reason.NoResponse, null),
        (_, _, "0604", _) when indicator.Domain == Domain.School => new Cell.Shown(new Estimate((double)own.Cases / own.Base, null, null, null, EstimateMethod.AsPublished)),
        _ => new Cell.Shown(EstimateOf(indicator, own.Cases, own.Base)),
    };

    // A mean of answers with a standard deviation of 15.
    static Estimate EstimateOf(Indicator indicator, long cases, long people) => Estimate.Of(
        indicator.Measure == Measure.Mean
            ? new Totals(people, people, people, people, cases * 100.0, ((double)cases * cases / people * 10_000) + (225.0 * (people - 1)), cases * 100.0, ((double)cases * cases / people * 10_000) + (225.0 * (people - 1)))
            : Totals.OfCounts(cases, people),
        indicator.Measure);

    // A level per indicator, a planted effect per municipality and a little of everything else, from a fixed hash.
    static (long Cases, long Base) CountsOf(Indicator indicator, int year, string area, AgeBand band, Sex sex)
    {
        var people = (area == "0680" ? 2600 : 260 + Noise(area, 340)) * (band.Id == "0-18" ? 3 : 1) / (sex == Sex.T ? 1 : 2);
        var level = (indicator.Role == Role.Protective ? 0.70 : indicator.Measure == Measure.Rate ? 0.03 : indicator.Measure == Measure.Mean ? 0.36 : 0.14)
            + (Noise(indicator.Id, 100) / 1500.0);
        var effect = Noise(indicator.Id + area, 5) switch { 0 => 1.25, 1 => 0.8, _ => 1 };
        var wobble = 1 + ((Noise($"{indicator.Id}{year}{area}{band.Id}{sex}", 100) - 50) / 900.0);
        var risky = indicator.Role == Role.Protective ? 1 - ((1 - level) / effect * wobble) : level * effect * wobble;
        return ((long)(people * risky), people);
    }

    static int Noise(string text, int below)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) % (uint)below);
    }
}
