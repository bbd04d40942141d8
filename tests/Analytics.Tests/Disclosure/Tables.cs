using System.Globalization;
using Analytics.Aggregation;
using Analytics.Catalogue;

namespace Analytics.Tests.Disclosure;

/// <summary>Count tables made by hand or at random, margins summed.</summary>
static class Tables
{
    public static readonly Sex[] Leaves = [Sex.F, Sex.M, Sex.X];
    public static readonly Sex[] Published = [Sex.F, Sex.M, Sex.T];

    public static Indicator Indicator(Measure measure) => new(
        "test", "test", "test", Role.Risk, Domain.Individual, SatConstruct.Morality, new("percent", "%", "%", 100), Polarity.HigherWorse,
        measure, "test", "test", [], "test", string.Empty, AreaLevel.Municipality, Core: false, string.Empty, string.Empty);

    /// <summary>Municipalities in counties of the given sizes, a nation above several counties, and bands of which the last is the total.</summary>
    public static Layout Layout(int[] municipalitiesOfCounty, int bands, bool nested = false)
    {
        var areas = new List<string>();
        var parents = new List<int>();
        var municipalities = municipalitiesOfCounty.Sum();
        for (var county = 0; county < municipalitiesOfCounty.Length; county++)
        {
            for (var i = 0; i < municipalitiesOfCounty[county]; i++)
            {
                areas.Add(string.Create(CultureInfo.InvariantCulture, $"{county + 3:00}{i + 10:00}"));
                parents.Add(municipalities + county);
            }
        }

        for (var county = 0; county < municipalitiesOfCounty.Length; county++)
        {
            areas.Add((county + 3).ToString("00", CultureInfo.InvariantCulture));
            parents.Add(municipalitiesOfCounty.Length > 1 ? municipalities + municipalitiesOfCounty.Length : -1);
        }

        if (municipalitiesOfCounty.Length > 1)
        {
            areas.Add("00");
            parents.Add(-1);
        }

        return new(areas, parents, [.. Bands(bands, nested).Select(x => x.Band)], [.. Bands(bands, nested).Select(x => x.Leaves)]);
    }

    static IEnumerable<(AgeBand Band, IReadOnlyList<int> Leaves)> Bands(int bands, bool nested)
    {
        for (var i = 0; i < bands; i++)
        {
            yield return (new(AgeBand.IdOf(i * 3, (i * 3) + 2), i * 3, (i * 3) + 2), [i]);
        }

        if (nested)
        {
            yield return (new(AgeBand.IdOf(0, 5), 0, 5), [0, 1]);
        }

        if (bands > 1)
        {
            yield return (new(AgeBand.IdOf(0, (bands * 3) - 1), 0, (bands * 3) - 1), [.. Enumerable.Range(0, bands)]);
        }
    }

    /// <summary>A table from base and cases of each leaf.</summary>
    public static CountTable Of(Layout layout, Measure measure, Func<int, int, Sex, (long Base, long Cases)> leaf, bool bySex = true)
    {
        var table = new CountTable(Indicator(measure), 2025, layout) { BySex = bySex };
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                if (layout.AreaChildren[area].Count > 0 || layout.BandLeaves[band] is not [var only] || only != band)
                {
                    continue;
                }

                foreach (var sex in bySex ? Leaves : [Sex.T])
                {
                    var (people, cases) = leaf(area, band, sex);
                    table[area, band, sex] = new() { Asked = people, Base = people, Cases = cases, Contributors = cases, Minimum = 0, Maximum = 10, AtMinimum = people / 4, AtMaximum = people / 5 };
                }
            }
        }

        table.SumMargins();
        return table;
    }

    /// <summary>A table of realistic size: 70 to 1,600 persons per municipality and band, 0.4 % of sex X.</summary>
    public static CountTable Random(Layout layout, Measure measure, int seed, double prevalence, double shareX = 0.004, int smallest = 70, int largest = 1600, bool bySex = true)
    {
        var random = new Random(seed);
        var scale = layout.Areas.Select(_ => smallest * Math.Pow((double)largest / smallest, random.NextDouble())).ToArray();
        return Of(layout, measure, (area, _, sex) =>
        {
            var expected = scale[area] * (0.85 + (0.3 * random.NextDouble())) * (sex == Sex.X ? shareX : sex == Sex.T ? 1 : (1 - shareX) / 2);
            var people = Binomial(random, (int)Math.Ceiling(expected * 2), 0.5);
            return (people, measure == Measure.Mean ? people : Binomial(random, people, prevalence * (sex == Sex.X ? 2 : 1)));
        }, bySex);
    }

    static int Binomial(Random random, int trials, double probability)
    {
        var hits = 0;
        for (var i = 0; i < trials; i++)
        {
            hits += random.NextDouble() < probability ? 1 : 0;
        }

        return hits;
    }
}
