using Xunit;

namespace Analytics.Tests.Intake;

public sealed class RepeatTests : IDisposable
{
    readonly TestInput input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_PersonYearIndicatorTwice_NamesBothLines()
    {
        var content = input.WithRows("a,0680,15,F,2024,share,1,", "b,0680,15,F,2024,share,1,", "a,0680,15,F,2024,share,0,").Read();

        Assert.Null(content);
        Assert.Equal(
            ["observations.csv, line 4, column 'person': found the same person, year and indicator as in line 2, expected one row per person, year and indicator."],
            input.Sentences);
    }

    [Fact]
    public void Read_PersonInTwoMunicipalities_NamesBoth()
    {
        input.WithRows("a,0680,15,F,2024,share,1,", "a,0643,15,F,2024,share,1,").Read();

        Assert.Equal(
            ["observations.csv, line 3, column 'municipality': found '0643' where line 2 has '0680' for the same person, year and indicator, expected one municipality per person and year for an indicator."],
            input.Sentences);
    }

    [Fact]
    public void Read_RepeatAcrossFiles_NamesTheOtherFile()
    {
        var row = "a,0680,15,F,2024,share,1,\n";
        input.With("observations.csv", TestInput.Header + row).With("observations.csv.gz", TestInput.Packed(TestInput.Header + row)).With("observations-2.csv", TestInput.Header + row).Read();

        Assert.Equal(
            [
                "observations.csv, line 2, column 'person': found the same person, year and indicator as in observations-2.csv, line 2, expected one row per person, year and indicator.",
                "observations.csv.gz, line 2, column 'person': found the same person, year and indicator as in observations-2.csv, line 2, expected one row per person, year and indicator.",
            ],
            input.Sentences);
    }

    [Fact]
    public void Read_OtherYearOrIndicator_IsNoRepeat()
    {
        var content = input.WithRows(
            "a,0680,15,F,2024,share,1,", "a,0643,15,F,2025,share,1,", "a,0643,15,F,2024,level,1,", "a,0680,15,F,2024,more_69,1,", "A,0680,15,F,2024,share,1,").Read();

        Assert.Equal(5, content!.ObservationCount);
    }

    [Fact]
    public void Read_RowWithAnotherFault_StillCountsAsRepeat()
    {
        input.WithRows("a,0680,15,F,2024,share,2,", "a,680,15,F,2024,share,1,").Read();

        Assert.Equal(["value", "municipality", "person"], input.Faults.Listed.Select(x => x.Column));
    }

    [Fact]
    public void Read_PersonsWithTheSameHash_AreNoRepeat()
    {
        var content = input.WithRows("a,0680,15,F,2024,share,1,", "b,0680,15,F,2024,share,1,", "c,0643,15,F,2025,share,1,").Read((_, _) => 7);

        Assert.Empty(input.Sentences);
        Assert.Equal(3, content!.ObservationCount);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(7ul)]
    [InlineData(ulong.MaxValue)]
    public void Read_RepeatAmongPersonsWithTheSameHash_OnlyTheTrueOne(ulong hash)
    {
        input.WithRows("a,0680,15,F,2024,share,1,", "b,0680,15,F,2024,share,1,", "c,0643,15,F,2024,share,1,", "b,0680,15,F,2024,share,0,").Read((_, _) => hash);

        Assert.Equal(5, Assert.Single(input.Faults.Listed).Line);
    }

    [Fact]
    public void Read_ManyPersons_FindsExactlyTheRepeats()
    {
        var rows = Enumerable.Range(0, 20_000).Select(x => $"p{x},0680,15,F,{2000 + x % 7},more_{x % 70},1,").ToList();
        rows.AddRange(Enumerable.Range(0, 60).Select(x => rows[x * 300]));
        input.WithRows([.. rows]).Read();

        Assert.Equal(60, input.Faults.Count);
        Assert.Equal(Enumerable.Range(20_002, 50).Select(x => (long)x), input.Faults.Listed.Select(x => x.Line));
    }

    [Fact]
    public void Read_MoreRepeatsThanAreLookedInto_CountsAll()
    {
        var rows = Enumerable.Range(0, 100_010).Select(x => $"p{x},0680,15,F,2024,share,1,").ToArray();
        input.WithRows([.. rows, .. rows]).Read();

        Assert.Equal(100_010, input.Faults.Count);
        Assert.Equal(50, input.Faults.Listed.Count);
    }
}
