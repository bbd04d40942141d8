using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Intake;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Aggregation;

public sealed class ObservationCounterTests
{
    static readonly Gen<Observation[]> Observations = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 5], Gen.Enum<Sex>().Where(x => x != Sex.T), Gen.Int[2024, 2025], Gen.Int[0, 2], Gen.Int[-1, 4], Gen.Int[1, 300])
        .Select((municipality, age, sex, year, indicator, value, weight) => new Observation(
            municipality, age, sex, year, indicator, value < 0 ? double.NaN : indicator == 0 ? value % 2 : indicator == 1 ? value : value * 12.5, weight / 100.0)).Array[0, 120];

    [Fact]
    public void Tables_AgreeWithCountingEveryCellFromTheRows() => Observations.Sample(rows =>
    {
        foreach (var table in Count(rows))
        {
            var layout = table.Layout;
            for (var area = 0; area < layout.Areas.Count; area++)
            {
                for (var band = 0; band < layout.Bands.Count; band++)
                {
                    for (var sex = Sex.F; sex <= Sex.T; sex++)
                    {
                        AssertSame(Slowly(rows, table, layout.Areas[area], layout.Bands[band], sex), table[area, band, sex]);
                    }
                }
            }
        }
    });

    [Fact]
    public void Tables_OfShuffledRows_AreTheSame() => Observations.Select(Gen.Int[0, int.MaxValue]).Sample((rows, seed) =>
    {
        var shuffled = (Observation[])rows.Clone();
        new Random(seed).Shuffle(shuffled);

        foreach (var (one, other) in Count(rows).Zip(Count(shuffled)))
        {
            Assert.Equal((one.Indicator, one.Year), (other.Indicator, other.Year));
            Assert.Equal(one[one.Layout.Areas.Count - 1, 4, Sex.T], other[one.Layout.Areas.Count - 1, 4, Sex.T]);
        }
    });

    [Fact]
    public void Tables_OfOneCounty_HaveNoNation()
    {
        var table = Assert.Single(Count([new Observation(0, 3, Sex.F, 2025, 0, 1, 1)]));

        Assert.Equal(["0101", "0102", "01"], table.Layout.Areas);
    }

    [Fact]
    public void Tables_OfTwoCounties_HaveBothAndTheNation()
    {
        var table = Assert.Single(Count([new Observation(0, 3, Sex.F, 2025, 0, 1, 1), new Observation(2, 3, Sex.F, 2025, 0, 1, 1)]));

        Assert.Equal(["0101", "0102", "0201", "01", "02", "00"], table.Layout.Areas);
        Assert.Equal(2, table[5, 4, Sex.T].Base);
    }

    [Fact]
    public void Tables_OfARate_TakeThePopulationOfBandsThatWereAsked()
    {
        var population = new Population([new PopulationRow(0, 0, Sex.F, 2025, 40), new PopulationRow(0, 1, Sex.M, 2025, 60), new PopulationRow(0, 4, Sex.M, 2025, 500)], SmallCounty.Codebook.AgeBands);
        var counter = new ObservationCounter(SmallCounty.Codebook);
        counter.Add(new Observation(0, 0, Sex.X, 2025, 1, 3, 1));

        var table = Assert.Single(counter.Tables(AreaHierarchy.Of(SmallCounty.Codebook, counter.Municipalities, SmallCounty.Codebook.AgeBands), population));

        Assert.Equal((100, 3, 1), (table[0, 0, Sex.T].Base, table[0, 0, Sex.T].Cases, table[0, 0, Sex.T].Contributors));
        Assert.Equal(100, table[0, 4, Sex.T].Base);
    }

    static CountTable[] Count(IEnumerable<Observation> rows)
    {
        var counter = new ObservationCounter(SmallCounty.Codebook);
        foreach (var row in rows)
        {
            counter.Add(row);
        }

        return [.. counter.Tables(AreaHierarchy.Of(SmallCounty.Codebook, counter.Municipalities, SmallCounty.Codebook.AgeBands), new Population([], SmallCounty.Codebook.AgeBands))];
    }

    /// <summary>Rates have no population here, so their events count nowhere.</summary>
    static Counts Slowly(Observation[] rows, CountTable table, string area, AgeBand band, Sex sex)
    {
        var codebook = SmallCounty.Codebook;
        var asked = rows.Where(x =>
            codebook.Indicators[x.Indicator] == table.Indicator && x.Year == table.Year && band.From <= x.Age && x.Age <= band.To && (sex == Sex.T || x.Sex == sex)
            && (area == AreaCode.Nation || codebook.Municipalities[x.Municipality].Code.StartsWith(area, StringComparison.Ordinal))).ToArray();
        var answered = asked.Where(x => x.Answered).ToArray();
        var rate = table.Indicator.Measure == Measure.Rate;
        var counts = new Counts
        {
            Asked = asked.Length,
            Base = rate ? 0 : answered.Length,
            Cases = table.Indicator.Measure switch { Measure.Rate => 0, Measure.Mean => answered.Length, _ => answered.Count(x => x.Value == 1) },
            Contributors = table.Indicator.Measure switch { Measure.Rate => 0, Measure.Mean => answered.Length, _ => answered.Count(x => x.Value > 0) },
        };
        if (!rate)
        {
            foreach (var x in answered)
            {
                counts.Weight += x.Weight;
                counts.SquaredWeight += x.Weight * x.Weight;
                counts.WeightedValue += x.Weight * x.Value;
                counts.WeightedSquare += x.Weight * x.Value * x.Value;
                counts.Value += x.Value;
                counts.Square += x.Value * x.Value;
            }
        }

        if (table.Indicator.Measure == Measure.Mean && answered.Length > 0)
        {
            (counts.Minimum, counts.Maximum) = (answered.Min(x => x.Value), answered.Max(x => x.Value));
            (counts.AtMinimum, counts.AtMaximum) = (answered.Count(x => x.Value == counts.Minimum), answered.Count(x => x.Value == counts.Maximum));
        }

        return counts;
    }

    static void AssertSame(Counts expected, Counts actual)
    {
        Assert.Equal((expected.Asked, expected.Base, expected.Cases, expected.Contributors), (actual.Asked, actual.Base, actual.Cases, actual.Contributors));
        Assert.Equal((expected.Weight, expected.SquaredWeight, expected.WeightedValue, expected.WeightedSquare, expected.Value, expected.Square), (actual.Weight, actual.SquaredWeight, actual.WeightedValue, actual.WeightedSquare, actual.Value, actual.Square));
        if (actual.Base > 0)
        {
            Assert.Equal((expected.Minimum, expected.AtMinimum, expected.Maximum, expected.AtMaximum), (actual.Minimum, actual.AtMinimum, actual.Maximum, actual.AtMaximum));
        }
    }
}
