using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class EarlierTableTests
{
    static readonly ProtectionParameters Default = new();

    static ProtectedTable Protect(CountTable table, EarlierTable? earlier = null, ProtectionParameters? parameters = null) =>
        Suppression.Protect(table, parameters ?? Default, earlier, cancellation: TestContext.Current.CancellationToken);

    static IEnumerable<(int Area, int Band, Sex Sex)> Places(CountTable table) =>
        from area in Enumerable.Range(0, table.Layout.Areas.Count)
        from band in Enumerable.Range(0, table.Layout.Bands.Count)
        from sex in Tables.Published
        select (area, band, sex);

    /// <summary>What a reader of a protected table keeps of it.</summary>
    static EarlierTable Published(ProtectedTable source)
    {
        var earlier = new EarlierTable();
        foreach (var (area, band, sex) in Places(source.Table))
        {
            var (visibility, counts) = (source[area, band, sex], source.Table[area, band, sex]);
            earlier.Add(source.Table.Layout.Areas[area], source.Table.Layout.Bands[band].Id, sex, Quantity.Base, visibility == Visibility.BaseWithheld ? null : counts.Base);
            earlier.Add(source.Table.Layout.Areas[area], source.Table.Layout.Bands[band].Id, sex, Quantity.Cases, visibility == Visibility.Shown ? counts.Cases : null);
        }

        return earlier;
    }

    static CountTable Sample(int more = 0) =>
        Tables.Of(Tables.Layout([5], 3), Measure.Proportion, (area, band, sex) => sex == Sex.X ? (0, 0)
            : (300, area == 1 && band == 1 && sex == Sex.F ? 3 : 40 + (7 * area) + (3 * band) + (int)sex + (area == 3 && band == 2 && sex == Sex.M ? more : 0)));

    [Fact]
    public void Protect_SameDataAsPublished_KeepsThePattern()
    {
        var first = Protect(Sample());
        var second = Protect(Sample(), Published(first));
        Assert.Empty(second.Unsafe);
        Assert.All(Places(first.Table), x => Assert.Equal(first[x.Area, x.Band, x.Sex], second[x.Area, x.Band, x.Sex]));
    }

    [Fact]
    public void Protect_SameDataOtherWeights_WithholdsWhatWasWithheldAndShowsWhatIsOut()
    {
        var table = Tables.Random(Tables.Layout([6], 3), Measure.Proportion, 3, 0.05);
        var (first, alone) = (Protect(table, parameters: Default with { Weights = SuppressionWeights.Cells }), Protect(table));
        Assert.Contains(Places(table), x => first[x.Area, x.Band, x.Sex] != alone[x.Area, x.Band, x.Sex]);
        var second = Protect(table, Published(first));
        Assert.Empty(second.Unsafe);
        Assert.All(Places(table), x => Assert.Equal(first[x.Area, x.Band, x.Sex], second[x.Area, x.Band, x.Sex]));
    }

    [Fact]
    public void Protect_CountThatGrewByOnePerson_IsWithheldInEverySumThatShowedIt()
    {
        var first = Protect(Sample());
        Assert.Equal(Visibility.Shown, first[3, 2, Sex.M]);
        var second = Protect(Sample(more: 1), Published(first));
        Assert.Equal(Visibility.CasesWithheld, second[3, 2, Sex.M]);
        Assert.All(
            Places(second.Table).Where(x => first[x.Area, x.Band, x.Sex] == Visibility.Shown && first.Table[x.Area, x.Band, x.Sex].Cases != second.Table[x.Area, x.Band, x.Sex].Cases),
            x => Assert.Equal(Visibility.CasesWithheld, second[x.Area, x.Band, x.Sex]));
    }

    [Fact]
    public void Protect_SmallCountThatIsOut_IsNamedAsNotSafe()
    {
        var earlier = new EarlierTable();
        var table = Sample();
        earlier.Add(table.Layout.Areas[1], table.Layout.Bands[1].Id, Sex.F, Quantity.Cases, 3);
        var place = Assert.Single(Protect(table, earlier).Unsafe);
        Assert.Equal((Quantity.Cases, AdditiveSystem.CellIndex(table.Layout, 1, 1, Sex.F)), place);
    }
}
