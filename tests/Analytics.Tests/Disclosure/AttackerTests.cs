using Analytics.Catalogue;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>The attacker against the enumeration of every table of whole numbers that agrees with what is published.</summary>
public sealed class AttackerTests
{
    static readonly ProtectionParameters Default = new();

    /// <summary>Every way to write a total as a sum of so many whole numbers.</summary>
    static IEnumerable<int[]> Compositions(int total, int parts)
    {
        if (parts == 1)
        {
            yield return [total];
            yield break;
        }

        for (var first = 0; first <= total; first++)
        {
            foreach (var rest in Compositions(total - first, parts - 1))
            {
                yield return [first, .. rest];
            }
        }
    }

    [Fact]
    public void Attack_TwoWayTablesOfEvents_IntervalsAreThoseOfEnumeration()
    {
        // Two-way tables are totally unimodular: real and whole-number intervals are the same.
        var layout = Tables.Layout([3], 2);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var table = Tables.Of(layout, Measure.Rate, (_, _, _) => (100, random.Next(0, 4)), bySex: false);
            var isHidden = new bool[4, 3];
            var published = new PublishedTable(layout, Measure.Rate, bySex: false, otherSex: false);
            for (var area = 0; area < 4; area++)
            {
                for (var band = 0; band < 3; band++)
                {
                    isHidden[area, band] = table[area, band, Sex.T].Cases > 0 && (area, band) != (3, 2) && random.Next(3) > 0;
                    published.Show(area, band, Sex.T, table[area, band, Sex.T].Base, isHidden[area, band] ? null : table[area, band, Sex.T].Cases);
                }
            }

            var lowest = new Dictionary<(int Area, int Band), int>();
            var highest = new Dictionary<(int Area, int Band), int>();
            foreach (var leaves in Compositions((int)table[3, 2, Sex.T].Cases, 6))
            {
                int Value(int area, int band) => (area, band) switch
                {
                    (3, 2) => leaves.Sum(),
                    (3, _) => leaves[band] + leaves[2 + band] + leaves[4 + band],
                    (_, 2) => leaves[2 * area] + leaves[(2 * area) + 1],
                    _ => leaves[(2 * area) + band],
                };
                var cells = (from area in Enumerable.Range(0, 4) from band in Enumerable.Range(0, 3) select (area, band)).ToList();
                if (cells.All(x => isHidden[x.area, x.band] ? Value(x.area, x.band) >= 1 : Value(x.area, x.band) == table[x.area, x.band, Sex.T].Cases))
                {
                    foreach (var cell in cells.Where(x => isHidden[x.area, x.band]))
                    {
                        lowest[cell] = Math.Min(lowest.GetValueOrDefault(cell, int.MaxValue), Value(cell.area, cell.band));
                        highest[cell] = Math.Max(highest.GetValueOrDefault(cell, 0), Value(cell.area, cell.band));
                    }
                }
            }

            var expected = lowest.Keys
                .Where(cell => highest[cell] - lowest[cell] < 3)
                .Select(cell => (layout.Areas[cell.Area], layout.Bands[cell.Band].Id));
            var found = Attacker.Attack(published, Default, cancellation: TestContext.Current.CancellationToken).Findings.Where(x => x is { Attack: Attacker.Additivity, Quantity: Quantity.Cases }).Select(x => (x.Area, x.Band)).Distinct();
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    [Fact]
    public void Attack_SexesWithComplement_IntervalsHoldThoseOfEnumeration()
    {
        var layout = Tables.Layout([1], 1);
        var findings = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var table = Tables.Of(layout, Measure.Proportion, (_, _, _) => random.Next(1, 4) is var people ? (people, random.Next(0, people + 1)) : default);
            var visibility = Tables.Published.ToDictionary(sex => sex, sex =>
                sex != Sex.T && random.Next(2) == 0 ? Visibility.BaseWithheld : table[0, 0, sex].Cases > 0 && random.Next(2) == 0 ? Visibility.CasesWithheld : Visibility.Shown);
            var published = new PublishedTable(layout, Measure.Proportion, bySex: true, otherSex: true);
            for (var area = 0; area < 2; area++)
            {
                foreach (var sex in Tables.Published)
                {
                    var counts = table[0, 0, sex];
                    published.Show(area, 0, sex, visibility[sex] == Visibility.BaseWithheld ? null : counts.Base, visibility[sex] == Visibility.Shown ? counts.Cases : null);
                }
            }

            var lowest = new Dictionary<(Sex, Quantity), int>();
            var highest = new Dictionary<(Sex, Quantity), int>();
            foreach (var leaves in Compositions((int)table[0, 0, Sex.T].Base, 6))
            {
                int Cases(Sex sex) => sex == Sex.T ? leaves[0] + leaves[1] + leaves[2] : leaves[(int)sex];
                int Complement(Sex sex) => sex == Sex.T ? leaves[3] + leaves[4] + leaves[5] : leaves[3 + (int)sex];
                bool Agrees(Sex sex) => visibility[sex] switch
                {
                    Visibility.Shown => (Cases(sex), Complement(sex)) == (table[0, 0, sex].Cases, table[0, 0, sex].Complement),
                    Visibility.CasesWithheld => Cases(sex) >= 1 && Cases(sex) + Complement(sex) == table[0, 0, sex].Base,
                    _ => Cases(sex) + Complement(sex) >= 1,
                };
                if (Tables.Published.All(Agrees))
                {
                    foreach (var sex in Enum.GetValues<Sex>())
                    {
                        Take((sex, Quantity.Base), Cases(sex) + Complement(sex));
                        Take((sex, Quantity.Cases), Cases(sex));
                        Take((sex, Quantity.Complement), Complement(sex));
                    }
                }
            }

            foreach (var finding in Attacker.Attack(published, Default, cancellation: TestContext.Current.CancellationToken).Findings)
            {
                if (finding.Attack == Attacker.Additivity)
                {
                    findings++;
                    Assert.Equal(highest[(finding.Sex, finding.Quantity)] - lowest[(finding.Sex, finding.Quantity)], finding.Width);
                }
            }

            void Take((Sex, Quantity) key, int value)
            {
                lowest[key] = Math.Min(lowest.GetValueOrDefault(key, int.MaxValue), value);
                highest[key] = Math.Max(highest.GetValueOrDefault(key, 0), value);
            }
        }

        Assert.True(findings > 100);
    }

    [Fact]
    public void Attack_NothingWithheld_AttacksNothing()
    {
        var published = new PublishedTable(Tables.Layout([1], 1), Measure.Proportion, bySex: false, otherSex: false);
        published.Show(0, 0, Sex.T, 100, 30);
        published.Show(1, 0, Sex.T, 100, 30);
        var result = Attacker.Attack(published, Default, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((0, null), (result.CellsAttacked, result.NarrowestWidth));
        Assert.Empty(result.Findings);
    }

    /// <summary>The county shows that no girl and nobody of the unpublished sex is a case: an area of girls alone then has none, which is no secret, and all else stays wide.</summary>
    [Fact]
    public void Attack_AZeroThatFollowsFromShownZeros_IsNoFinding()
    {
        var published = new PublishedTable(Tables.Layout([3], 1), Measure.Rate, bySex: true, otherSex: true);
        foreach (var (area, sex, people, cases) in new (int, Sex, long?, long?)[]
        {
            (0, Sex.F, null, null), (0, Sex.M, 0, 0), (0, Sex.T, null, null),
            (1, Sex.F, null, null), (1, Sex.M, null, null), (1, Sex.T, null, null),
            (2, Sex.F, null, null), (2, Sex.M, null, null), (2, Sex.T, null, null),
            (3, Sex.F, 113, 0), (3, Sex.M, 133, 6), (3, Sex.T, 246, 6),
        })
        {
            published.Show(area, 0, sex, people, cases);
        }

        var result = Attacker.Attack(published, Default, TestContext.Current.CancellationToken);

        Assert.Empty(result.Findings);
        Assert.True(result.NarrowestWidth >= Default.Width);
    }

    /// <summary>The county's bases leave nobody of the unpublished sex, so nobody of it is anywhere: an area of girls alone has no case where no girl is one.</summary>
    [Fact]
    public void Attack_AZeroThatFollowsFromShownBases_IsNoFinding()
    {
        var published = new PublishedTable(Tables.Layout([3], 1), Measure.Proportion, bySex: true, otherSex: true);
        foreach (var (area, sex, people, cases) in new (int, Sex, long?, long?)[]
        {
            (0, Sex.F, null, null), (0, Sex.M, 0, 0), (0, Sex.T, null, null),
            (1, Sex.F, null, null), (1, Sex.M, null, null), (1, Sex.T, null, null),
            (2, Sex.F, null, null), (2, Sex.M, null, null), (2, Sex.T, null, null),
            (3, Sex.F, 113, 0), (3, Sex.M, 133, null), (3, Sex.T, 246, null),
        })
        {
            published.Show(area, 0, sex, people, cases);
        }

        Assert.Empty(Attacker.Attack(published, Default, TestContext.Current.CancellationToken).Findings);
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(0, 0L, false)]
    [InlineData(0, 20L, false)]
    [InlineData(30, null, false)]
    public void HasNobodyWhere_TheOtherWithholdsABase_TellsOtherPeople(long here, long? there, bool others)
    {
        PublishedTable Of(long? people)
        {
            var table = new PublishedTable(Tables.Layout([1], 1), Measure.Proportion, bySex: false, otherSex: false);
            table.Show(0, 0, Sex.T, people, null);
            table.Show(1, 0, Sex.T, people, null);
            return table;
        }

        Assert.Equal(others, Of(here).HasNobodyWhere(Of(there)));
    }

    [Fact]
    public void Attack_FiguresThatContradictEachOther_AreNamed()
    {
        var published = new PublishedTable(Tables.Layout([1], 1), Measure.Proportion, bySex: false, otherSex: false);
        published.Show(0, 0, Sex.T, 100, 30);
        published.Show(1, 0, Sex.T, 100, 31);
        Assert.Throws<InvalidDataException>(() => Attacker.Attack(published, Default, cancellation: TestContext.Current.CancellationToken));
    }
}
