using Analytics.Catalogue;
using Analytics.Csv;
using Xunit;

namespace Analytics.Tests.Catalogue;

public sealed class ShippedCatalogueTests
{
    static Codebook Codebook { get; } = Read();

    static Codebook Read()
    {
        var faults = new FaultList();
        var codebook = CodebookReader.Read(ShippedCatalogue.Directory, faults);
        Assert.Equal([], faults.Lines());
        return codebook!;
    }

    [Fact]
    public void Read_Shipped_HoldsEverything() => Assert.Equal(
        (78, 52, 13, 26, 290, 21, 6),
        (Codebook.Indicators.Count, Codebook.Methods.Count, Codebook.Actors.Count, Codebook.WarningSigns.Count, Codebook.Municipalities.Count, Codebook.Counties.Count, Codebook.AgeBands.All.Count));

    [Fact]
    public void Read_Shipped_IsTheOneInTheRepository() => Assert.Equal(
        CatalogueFiles.VersionOf(CatalogueFiles.ReadDirectory(Path.Combine(Repository.Root, "data", "catalogue"), new FaultList())), Codebook.Version);

    [Fact]
    public void Read_Shipped_DrawsTheThirteenOfJonkoping()
    {
        var drawn = Codebook.Municipalities.Where(x => x.Tile is not null).ToArray();

        Assert.Equal(13, drawn.Length);
        Assert.All(drawn, x => Assert.Equal("06", x.County));
        Assert.Equal(2 * 25, drawn.Sum(x => x.Neighbours.Count));
    }

    [Theory]
    [InlineData("01", "Stockholms län")]
    [InlineData("03", "Uppsala län")]
    [InlineData("14", "Västra Götalands län")]
    [InlineData("25", "Norrbottens län")]
    public void FindCounty_Shipped_IsNamedInTheGenitive(string code, string name) => Assert.Equal(name, Codebook.FindCounty(code)!.NameSv);

    [Theory]
    [InlineData("savry", "savry")]
    [InlineData("SAVRY", "savry")]
    [InlineData("Structured assessment of violence risk in youth", "savry")]
    [InlineData("bekymringssamtal", "orossamtal")]
    [InlineData("Styrkor och Svårigheter", "sdq")]
    [InlineData("samordnad individuell plan", "sip")]
    [InlineData("Multisystemic therapy", "mst")]
    public void FindMethod_NameOrAlias_GivesTheMethod(string name, string id) => Assert.Equal(id, Codebook.FindMethod(name)!.Id);

    [Fact]
    public void FindMethod_EveryNameAndAlias_GivesItsOwner() => Assert.All(
        Codebook.Methods.SelectMany(x => (string[])[x.Id, x.NameSv, x.NameEn, .. x.Aliases], (method, name) => (method, name)),
        x => Assert.Equal(x.method.Id, Codebook.FindMethod(x.name.ToUpperInvariant())!.Id));

    [Fact]
    public void IndexOf_EveryCode_IsItsPlace()
    {
        Assert.Equal(Enumerable.Range(0, 78), Codebook.Indicators.Select(x => Codebook.IndexOfIndicator(x.Id)));
        Assert.Equal(Enumerable.Range(0, 290), Codebook.Municipalities.Select(x => Codebook.IndexOfMunicipality(x.Code)));
        Assert.Equal(Enumerable.Range(0, 13), Codebook.Actors.Select(x => Codebook.IndexOfActor(x.Id)));
        Assert.Equal(Enumerable.Range(0, 52), Codebook.Methods.Select(x => Codebook.IndexOfMethod(x.Id)));
    }

    [Fact]
    public void IndexOf_UnknownCode_IsNone()
    {
        Assert.Equal((-1, -1, -1, -1), (Codebook.IndexOfIndicator("x"), Codebook.IndexOfMunicipality("680"), Codebook.IndexOfActor(""), Codebook.IndexOfMethod("x")));
        Assert.True(Codebook.FindIndicator("x") is null && Codebook.FindMunicipality("680") is null && Codebook.FindActor("x") is null && Codebook.FindMethod("x") is null);
    }

    [Theory]
    [InlineData("fam_concern_reports")]
    [InlineData("fam_placed_children")]
    [InlineData("out_violent_reported")]
    [InlineData("out_suspects_15_17")]
    public void Polarity_WhereARiseCanMeanBetterDetection_IsNone(string id) => Assert.Equal(Polarity.None, Codebook.FindIndicator(id)!.Polarity);

    [Fact]
    public void Texts_OfEveryIndicator_StandInBothLanguages() => Assert.All(Codebook.Indicators, x =>
    {
        Assert.NotEqual(x.DefinitionSv, x.DefinitionEn);
        Assert.Equal(x.NoteSv.Length > 0, x.NoteEn.Length > 0);
        Assert.True(x.NoteSv.Length == 0 || x.NoteSv != x.NoteEn);
    });

    [Fact]
    public void EvidenceNote_OfEveryMethod_StandsInBothLanguages() => Assert.All(Codebook.Methods, x =>
        Assert.True(x.EvidenceNoteSv.Length > 0 && x.EvidenceNoteEn.Length > 0 && x.EvidenceNoteSv != x.EvidenceNoteEn, x.Id));

    [Fact]
    public void Notes_Shipped_CarryNoMarksOfResearch() => Assert.DoesNotContain(
        Codebook.Indicators.SelectMany(x => (string[])[x.NoteSv, x.NoteEn]).Concat(Codebook.Methods.SelectMany(x => (string[])[x.EvidenceNoteSv, x.EvidenceNoteEn])), x => x.Contains('[', StringComparison.Ordinal));
}
