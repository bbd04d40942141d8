using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

/// <summary>A made-up input from the catalogue that comes with the program.</summary>
public sealed class SampleCatalogueTests
{
    static readonly Codebook Codebook = Read();

    [Fact]
    public void PlantedStructure_EveryId_IsInTheCatalogue()
    {
        Assert.All(SampledIndicator.All, x => Assert.NotNull(Codebook.FindIndicator(x.Id)));
        Assert.All(PublishedSeries.All, x => Assert.NotNull(Codebook.FindIndicator(x.Id)));
        Assert.All(PlantedStructure.MunicipalityEffects, x => Assert.NotNull(Codebook.FindMunicipality(x.Municipality)));
        Assert.All(PlantedStructure.MunicipalityEffects.Select(x => x.Indicator).Concat(PlantedStructure.Trends.Select(x => x.Indicator)), x => Assert.Contains(SampledIndicator.All, y => y.Id == x));
        Assert.All(PlantedStructure.Ways.SelectMany(x => x.Methods), x => Assert.Contains(Codebook.Methods, y => y.Id == x));
        Assert.All(SampleActors.All, x => Assert.Contains(Codebook.Actors, y => y.Id == x));
    }

    [Fact]
    public void Indicators_EachOfTheCatalogue_IsMadeUpInOneWay()
    {
        var madeUp = SampledIndicator.All.Select(x => x.Id).Concat(PublishedSeries.All.Select(x => x.Id)).Order(StringComparer.Ordinal);

        Assert.Equal(Codebook.Indicators.Select(x => x.Id).Order(StringComparer.Ordinal), madeUp);
    }

    [Fact]
    public void SampledIndicators_KindAndAges_AgreeWithTheCatalogue()
    {
        foreach (var sampled in SampledIndicator.All)
        {
            var indicator = Codebook.FindIndicator(sampled.Id)!;
            var bands = Codebook.AgeBands.All.Where(x => indicator.AgeBands.Contains(x.Id)).ToList();

            Assert.Equal(sampled.Kind switch { SampledKind.Event or SampledKind.Events => Measure.Rate, SampledKind.SelfControl or SampledKind.Morality => Measure.Mean, _ => Measure.Proportion }, indicator.Measure);
            Assert.True(bands.Min(x => x.From) <= sampled.From && sampled.To <= bands.Max(x => x.To), sampled.Id);
        }
    }

    [Fact]
    public void PublishedSeries_Ages_MeetTheBandsOfTheCatalogue() => Assert.All(
        PublishedSeries.All, series => Assert.Contains(Codebook.AgeBands.All, x => x.Overlaps(series.From, series.To) && Codebook.FindIndicator(series.Id)!.AgeBands.Contains(x.Id)));

    [Theory]
    [InlineData(13, 13)]
    [InlineData(290, 290)]
    public void Write_ShippedCatalogue_IsReadWithoutAFault(int wanted, int municipalities)
    {
        var directory = Directory.CreateTempSubdirectory("sample").FullName;
        SampleInput.Write(directory, new(wanted, 2000), Codebook, null, TestContext.Current.CancellationToken);
        var faults = new FaultList();

        var content = InputFolder.Read(directory, Codebook, x => x.Read((_, in _, _) => { }, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken);

        Assert.Empty(faults.Lines());
        Assert.Equal(municipalities, content!.Population.DistinctBy(x => x.Municipality).Count());
        Assert.Equal(municipalities, content.MethodUse.DistinctBy(x => x.Municipality).Count());
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Choose_MunicipalitiesWithoutFigures_GetSizesFromTheRule()
    {
        var areas = SampleAreas.Choose(Codebook, 290, 1);

        Assert.Equal(290, areas.All.Count);
        Assert.Equal(32250, areas.Children[areas.All.ToList().FindIndex(x => x.Code == "0680")]);
        Assert.All(areas.Children, x => Assert.InRange(x, 600, 33_000));
        Assert.Equal(areas.Children, SampleAreas.Choose(Codebook, 290, 1).Children);
    }

    static Codebook Read()
    {
        var faults = new FaultList();
        return CodebookReader.Read(ShippedCatalogue.Directory, faults) ?? throw new InvalidOperationException(string.Join('\n', faults.Lines()));
    }
}
