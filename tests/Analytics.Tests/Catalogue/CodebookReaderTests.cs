using Analytics.Catalogue;
using Analytics.Csv;
using Xunit;

namespace Analytics.Tests.Catalogue;

public sealed class CodebookReaderTests
{
    [Fact]
    public void Read_SmallCatalogue_GivesEveryField()
    {
        var codebook = Read(SmallCatalogue.Texts());

        Assert.Equal(["0-2", "3-5", "6-7", "3-7", "0-7"], codebook.AgeBands.All.Select(x => x.Id));
        Assert.Equal(["0-2", "3-5"], codebook.Indicators[0].AgeBands);
        Assert.Equal(("ja / tillfrågade", "yes / asked"), (codebook.Indicators[0].DefinitionSv, codebook.Indicators[0].DefinitionEn));
        Assert.Equal(("att veta, med komma", "a note, with a comma"), (codebook.Indicators[1].NoteSv, codebook.Indicators[1].NoteEn));
        Assert.Equal((1_000.0, Measure.Rate, Polarity.None, false), (codebook.Indicators[1].Unit.Factor, codebook.Indicators[1].Measure, codebook.Indicators[1].Polarity, codebook.Indicators[1].Core));
        var method = codebook.FindMethod("eins")!;
        Assert.Equal((1.0, 3, MethodKind.Screening, 2, 1, 0), (method.Structured, method.Evidence, method.Kind, method.Coverage[Domain.Individual], method.Coverage[Domain.Family], method.Coverage[Domain.Community]));
        Assert.Equal(["police", "school"], method.Actors);
        Assert.Equal(["morality", "exposure"], method.Constructs);
        Assert.Equal((new Tile(1, 0), 7000, 1400, "24"), (codebook.Municipalities[0].Tile, codebook.Municipalities[0].Population, codebook.Municipalities[0].Children, codebook.Municipalities[0].County));
        Assert.Equal((null, null, null), (codebook.Municipalities[2].Tile, codebook.Municipalities[2].Population, codebook.Municipalities[2].Children));
        Assert.Equal(["A guide", "Another"], codebook.WarningSigns[0].Sources);
    }

    [Theory]
    [InlineData("age_bands.csv", "3-7,3,7,coarser\n", "")]
    [InlineData("municipalities.csv", "2580,Luleå,,,,,", "2580,Luleå,,,0,0,")]
    [InlineData("age_bands.csv", "0-2,0,2,partition\n3-5,3,5,partition\n6-7,6,7,partition\n3-7,3,7,coarser\n0-7,0,7,total", "6-7,6,7,partition\n0-7,0,7,total\n3-7,3,7,coarser\n3-5,3,5,partition\n0-2,0,2,partition")]
    public void Read_WhatIsAllowed_IsRead(string file, string old, string changed) => Assert.NotNull(Read(Edited(file, old, changed)));

    [Fact]
    public void Read_OneBand_IsTheTotalAsWell()
    {
        var texts = SmallCatalogue.Texts();
        texts[CatalogueFiles.AgeBands] = "id,from,to,kind\n0-2,0,2,partition\n";
        texts[CatalogueFiles.Indicators] = texts[CatalogueFiles.Indicators].Replace("3-5 0-2", "0-2", StringComparison.Ordinal);

        Assert.Equal("0-2", Assert.Single(Read(texts).AgeBands.All).Id);
    }

    [Theory]
    [InlineData("actors.csv", "school,", "police,", "actors.csv, line 3, column 'id': found 'police', expected each id once; line 2 has it too.")]
    [InlineData("actors.csv", "school,", "a school,", "actors.csv, line 3, column 'id': found 'a school', expected letters a–z, digits, '_' or '-', at most 64, for example 'fam_parent_talk'.")]
    [InlineData("actors.csv", "Skola", " ", "actors.csv, line 3, column 'name_sv': found ' ', expected a text.")]
    [InlineData("actors.csv", "6,19", "6,5", "actors.csv, line 3, column 'age_to': found '5', expected an age from 6, the youngest.")]
    [InlineData("actors.csv", "6,19", "-1,19", "actors.csv, line 3, column 'age_from': found '-1', expected a whole number from 0 to 120.")]
    [InlineData("actors.csv", "6,19", "6,121", "actors.csv, line 3, column 'age_to': found '121', expected a whole number from 0 to 120.")]
    [InlineData("actors.csv", "6,19", "6", "actors.csv, line 3: found 4 fields, expected 5 fields as in the header.")]
    [InlineData("actors.csv", "age_to", "age", "actors.csv, line 1: found the column 'age', expected only the columns 'id,name_sv,name_en,age_from,age_to'.", "actors.csv, line 1, column 'age_to': found no such column, expected the header 'id,name_sv,name_en,age_from,age_to'.")]
    [InlineData("indicators.csv", "protective", "good", "indicators.csv, line 2, column 'role': found 'good', expected one of risk, protective, outcome.")]
    [InlineData("indicators.csv", "protective,family", "protective,home", "indicators.csv, line 2, column 'domain': found 'home', expected one of individual, family, peers, school, community.")]
    [InlineData("indicators.csv", "social_controls", "Social_Controls", "indicators.csv, line 2, column 'sat_construct': found 'Social_Controls', expected one of morality, self_control, criminogenic_settings, peers, unsupervised_time, social_controls, causes_of_causes, outcome.")]
    [InlineData("indicators.csv", "percent", "%", "indicators.csv, line 2, column 'unit': found '%', expected one of percent, per_1000, per_10000, per_100000, index, ratio, count.")]
    [InlineData("indicators.csv", "percent", "index", "indicators.csv, line 2, column 'unit': found 'index', expected for the measure 'proportion' one of percent, per_1000, per_10000, per_100000.")]
    [InlineData("indicators.csv", "higher_better", "0", "indicators.csv, line 2, column 'polarity': found '0', expected one of higher_better, higher_worse, none.")]
    [InlineData("indicators.csv", ",proportion", ",share", "indicators.csv, line 2, column 'measure': found 'share', expected one of proportion, rate, mean, count.")]
    [InlineData("indicators.csv", "ja / tillfrågade", "", "indicators.csv, line 2, column 'definition_sv': found an empty field, expected a text.")]
    [InlineData("indicators.csv", "yes / asked", "", "indicators.csv, line 2, column 'definition_en': found an empty field, expected a text.")]
    [InlineData("indicators.csv", "3-5 0-2", "3-6", "indicators.csv, line 2, column 'age_bands': found '3-6', expected one of the ids in age_bands.csv.")]
    [InlineData("indicators.csv", "3-5 0-2", "", "indicators.csv, line 2, column 'age_bands': found an empty field, expected at least one age band.")]
    [InlineData("indicators.csv", "3-5 0-2", "3-5 3-5", "indicators.csv, line 2, column 'age_bands': found '3-5 3-5', expected entries with one ' ' between, each once.")]
    [InlineData("indicators.csv", "municipality,1", "K,1", "indicators.csv, line 2, column 'level': found 'K', expected one of municipality, county, nation.")]
    [InlineData("indicators.csv", "municipality,1", "municipality,yes", "indicators.csv, line 2, column 'core': found 'yes', expected one of 1, 0.")]
    [InlineData("methods.csv", "screening", "test", "methods.csv, line 2, column 'kind': found 'test', expected one of screening, risk_assessment, needs_assessment, follow_up, treatment, intervention.")]
    [InlineData("methods.csv", "0,5,police", "6,5,police", "methods.csv, line 2, column 'age_to': found '5', expected an age from 6, the youngest.")]
    [InlineData("methods.csv", "police school", "police doctor", "methods.csv, line 2, column 'actors': found 'doctor', expected one of the ids in actors.csv.")]
    [InlineData("methods.csv", ",yes,3", ",1,3", "methods.csv, line 2, column 'structured': found '1', expected one of yes, partly, no.")]
    [InlineData("methods.csv", ",yes,3", ",yes,5", "methods.csv, line 2, column 'evidence': found '5', expected a whole number from 0 to 4.")]
    [InlineData("methods.csv", ",2,1,0", ",3,1,0", "methods.csv, line 2, column 'individual': found '3', expected a whole number from 0 to 2.")]
    [InlineData("methods.csv", "morality exposure", "morality faith", "methods.csv, line 2, column 'sat': found 'morality faith', expected with one blank between, some of morality, self_control, criminogenic_settings, peers, unsupervised_time, social_controls, causes_of_causes, outcome, propensity, exposure.")]
    [InlineData("methods.csv", "Uno|Eins", "Uno|TVÅ", "methods.csv, line 2, column 'aliases': found 'TVÅ', expected a name of this method only; 'two' has it too.")]
    [InlineData("methods.csv", "Uno|Eins", "Uno|two", "methods.csv, line 2, column 'aliases': found 'two', expected a name of this method only; 'two' has it too.")]
    [InlineData("methods.csv", "0,2,,", "0,2,,eins", "methods.csv, line 3, column 'aliases': found 'eins', expected a name of this method only; 'one' has it too.")]
    [InlineData("methods.csv", "two,Två", "two,one", "methods.csv, line 3, column 'name_sv': found 'one', expected a name of this method only; 'one' has it too.")]
    [InlineData("methods.csv", "Uno|Eins", "Uno||Eins", "methods.csv, line 2, column 'aliases': found 'Uno||Eins', expected entries with one '|' between, each once.")]
    [InlineData("warning_signs.csv", "talk reports", "talk silence", "warning_signs.csv, line 2, column 'indicators': found 'silence', expected one of the ids in indicators.csv.")]
    [InlineData("counties.csv", "24,", "00,", "counties.csv, line 2, column 'code': found '00', expected another code: '00' is the nation.", "municipalities.csv, line 2, column 'code': found '2401', expected a code whose first two digits are a county in counties.csv.", "municipalities.csv, line 3, column 'code': found '2480', expected a code whose first two digits are a county in counties.csv.")]
    [InlineData("counties.csv", "25,", "5,", "counties.csv, line 3, column 'code': found '5', expected 2 digits, for example '06'.", "municipalities.csv, line 4, column 'code': found '2580', expected a code whose first two digits are a county in counties.csv.")]
    [InlineData("municipalities.csv", "2580,", "580,", "municipalities.csv, line 4, column 'code': found '580', expected 4 digits, for example '0680'.")]
    [InlineData("municipalities.csv", "2580,", "9980,", "municipalities.csv, line 4, column 'code': found '9980', expected a code whose first two digits are a county in counties.csv.")]
    [InlineData("municipalities.csv", "7000,1400", "1400,7000", "municipalities.csv, line 2, column 'children': found '7000', expected no more children than inhabitants.")]
    [InlineData("municipalities.csv", "28000,0,0", "28000,1,0", "municipalities.csv, line 3, column 'tile_row': found row 1, column 0, expected a tile of its own in the county; 2401 has this one.")]
    [InlineData("municipalities.csv", "28000,0,0", "28000,0,", "municipalities.csv, line 3, column 'tile_column': found an empty field, expected both tile_row and tile_column, or neither.")]
    [InlineData("municipalities.csv", "0,0,2401", "0,0,2401 2499", "municipalities.csv, line 3, column 'neighbours': found '2499', expected codes of municipalities in this file.")]
    [InlineData("municipalities.csv", "0,0,2401", "0,0,2401 2480", "municipalities.csv, line 3, column 'neighbours': found '2401 2480', expected other municipalities than this one.")]
    [InlineData("municipalities.csv", "0,0,2401", "0,0,", "municipalities.csv, line 2, column 'neighbours': found '2480', expected neighbours on both sides: 2480 does not name 2401.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "6-7,7,6,partition", "age_bands.csv, line 4, column 'to': found '6', expected an age from 7, where the band starts.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "6–7,6,7,partition", "age_bands.csv, line 4, column 'id': found '6–7', expected letters a–z, digits, '_' or '-', at most 64, for example 'fam_parent_talk'.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "old,6,7,partition", "age_bands.csv, line 4, column 'id': found 'old', expected the ends of the band, '6-7'.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "6-7,6,7,fine", "age_bands.csv, line 4, column 'kind': found 'fine', expected one of partition, coarser, total.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "7-7,7,7,partition", "age_bands.csv, line 4, column 'from': found a gap between 3-5 and 7-7, expected bands of the partition that follow each other, here from 6.")]
    [InlineData("age_bands.csv", "6-7,6,7,partition", "5-7,5,7,partition", "age_bands.csv, line 4, column 'from': found an overlap between 3-5 and 5-7, expected bands of the partition that follow each other, here from 6.")]
    [InlineData("age_bands.csv", "3-7,3,7,coarser", "3-6,3,6,coarser", "age_bands.csv, line 5, column 'id': found '3-6', expected a coarser band that starts and ends where bands of the partition do.")]
    [InlineData("age_bands.csv", "3-7,3,7,coarser", "3-7,3,7,total", "age_bands.csv, line 6, column 'kind': found a second total, '0-7', expected one total.", "age_bands.csv, line 5, column 'id': found '3-7', expected a total that holds all ages of the partition and no other, '0-7'.")]
    [InlineData("age_bands.csv", "0-7,0,7,total", "0-8,0,8,total", "age_bands.csv, line 6, column 'id': found '0-8', expected a total that holds all ages of the partition and no other, '0-7'.")]
    [InlineData("age_bands.csv", "0-7,0,7,total", "", "age_bands.csv, column 'kind': found no band of the kind 'total', expected one that holds all ages, '0-7'.")]
    public void Read_OneFault_IsRefusedWithItsPlace(string file, string old, string changed, params string[] expected)
    {
        var faults = new FaultList();

        Assert.Null(CodebookReader.Read(SmallCatalogue.Files(Edited(file, old, changed)), faults));
        Assert.Equal(expected, faults.Lines());
    }

    [Theory]
    [InlineData("actors.csv", "actors.csv: found no such file, expected a file with the header 'id,name_sv,name_en,age_from,age_to'.")]
    [InlineData("age_bands.csv", "age_bands.csv: found no such file, expected a file with the header 'id,from,to,kind'.")]
    [InlineData("counties.csv", "counties.csv: found no such file, expected a file with the header 'code,name_sv,name_en'.")]
    public void Read_MissingFile_IsReportedOnceAndNotForEveryReference(string file, string expected)
    {
        var (texts, faults) = (SmallCatalogue.Texts(), new FaultList());
        texts.Remove(file);

        Assert.Null(CodebookReader.Read(SmallCatalogue.Files(texts), faults));
        Assert.Equal([expected], faults.Lines());
    }

    [Theory]
    [InlineData("", "actors.csv: found no header, expected the header 'id,name_sv,name_en,age_from,age_to' and rows below it.")]
    [InlineData("id,name_sv,name_en,age_from,age_to\n", "actors.csv: found no rows, expected at least one row after the header.")]
    public void Read_EmptyFile_IsReported(string text, string expected)
    {
        var (texts, faults) = (SmallCatalogue.Texts(), new FaultList());
        texts[CatalogueFiles.Actors] = text;
        texts[CatalogueFiles.Methods] = texts[CatalogueFiles.Methods].Replace("police school", "", StringComparison.Ordinal);

        Assert.Null(CodebookReader.Read(SmallCatalogue.Files(texts), faults));
        Assert.Equal([expected], faults.Lines());
    }

    [Fact]
    public void Read_FaultsInEveryFile_ReportsAllOfThem()
    {
        var faults = new FaultList();
        var texts = SmallCatalogue.Texts().ToDictionary(x => x.Key, x => x.Value + "one field\n", StringComparer.Ordinal);

        Assert.Null(CodebookReader.Read(SmallCatalogue.Files(texts), faults));
        Assert.Equal(CatalogueFiles.Names, faults.Listed.Select(x => x.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_NoSuchFolder_IsOneFault()
    {
        var faults = new FaultList();

        Assert.Null(CodebookReader.Read(Path.Combine(Repository.Root, "no", "such"), faults));
        Assert.Contains("found no such folder", Assert.Single(faults.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowsInAnyOrder_HaveTheSameAreasAndBands()
    {
        var (straight, texts) = (Read(SmallCatalogue.Texts()), SmallCatalogue.Texts());
        foreach (var file in (string[])[CatalogueFiles.Municipalities, CatalogueFiles.Counties, CatalogueFiles.AgeBands])
        {
            var lines = texts[file].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            texts[file] = string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]);
        }

        var turned = Read(texts);
        Assert.Equal(straight.Municipalities.Select(x => x.Code), turned.Municipalities.Select(x => x.Code));
        Assert.Equal(straight.Counties, turned.Counties);
        Assert.Equal(straight.AgeBands.All, turned.AgeBands.All);
    }

    [Theory]
    [InlineData("\n", "\r\n", true)]
    [InlineData("id,", "\uFEFFid,", true)]
    [InlineData("Polis", "Polisen", false)]
    public void Version_OfAnEditedCatalogue_ChangesWithTheContentOnly(string old, string changed, bool same)
    {
        var edited = SmallCatalogue.Texts();
        edited[CatalogueFiles.Actors] = edited[CatalogueFiles.Actors].Replace(old, changed, StringComparison.Ordinal);

        Assert.Equal(same, Read(SmallCatalogue.Texts()).Version == Read(edited).Version);
    }

    [Fact]
    public void Version_OfFilesInAnyOrder_IsTheSame()
    {
        var files = SmallCatalogue.Files(SmallCatalogue.Texts());

        Assert.Equal(CatalogueFiles.VersionOf(files), CatalogueFiles.VersionOf(files.Reverse().ToDictionary(x => x.Key, x => x.Value)));
        Assert.Matches("^[0-9a-f]{64}$", CatalogueFiles.VersionOf(files));
    }

    [Fact]
    public void Code_OfEveryMember_LeadsBack()
    {
        Assert.Equal(["screening", "risk_assessment", "needs_assessment", "follow_up", "treatment", "intervention"], Code.All<MethodKind>());
        Assert.All(Enum.GetValues<SatConstruct>(), x => Assert.True(Code.TryParse<SatConstruct>(Code.Of(x), out var back) && back == x));
        Assert.False(Code.TryParse<Polarity>("HigherBetter", out _));
    }

    static Dictionary<string, string> Edited(string file, string old, string changed)
    {
        var texts = SmallCatalogue.Texts();
        Assert.Contains(old, texts[file], StringComparison.Ordinal);
        var at = texts[file].IndexOf(old, StringComparison.Ordinal);
        texts[file] = texts[file].Remove(at, old.Length).Insert(at, changed);
        return texts;
    }

    static Codebook Read(IReadOnlyDictionary<string, string> texts)
    {
        var faults = new FaultList();
        var codebook = CodebookReader.Read(SmallCatalogue.Files(texts), faults);
        Assert.Equal([], faults.Lines());
        return codebook!;
    }
}
