using Analytics.Catalogue;
using Analytics.Intake;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace Analytics.Tests.Intake;

public sealed class ObservationParquetTests : IDisposable
{
    readonly TestInput input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public async Task Read_TwoRowGroups_GivesTheSameAsCsv()
    {
        await Write(
            [new Row("a", "0680", 15, "F", 2024, "share", 1, 1.5), new Row("b", "0643", 0, "X", 1990, "level", -3.25, null)],
            [new Row("a", "0680", 15, "F", 2024, "events", null, 2)]);
        var content = input.Read();

        Assert.Empty(input.Sentences);
        Assert.Equal(3, content!.ObservationCount);
        Assert.Equal(new FileInfo(Path.Combine(input.Folder, "observations.parquet")).Length, Assert.Single(content.Files).Bytes);
        Assert.Equal(
            [new Observation(1, 15, Sex.F, 2024, 0, 1, 1.5), new Observation(0, 0, Sex.X, 1990, 1, -3.25, 1), new Observation(1, 15, Sex.F, 2024, 2, double.NaN, 2)],
            input.Observations);
    }

    [Fact]
    public async Task Read_BadFields_AreNamedWithTheirRow()
    {
        await Write(
            [new Row("a", "0680", 15, "F", 2024, "share", 1, 1), new Row(null, "680", 19, "T", 24, "no", double.NaN, 0)],
            [new Row("a", null, null, null, null, null, null, null), new Row("a", "0680", 15, "F", 2024, "share", 0.5, double.PositiveInfinity)]);
        input.Read();

        Assert.Equal(
            [
                "observations.parquet, line 2, column 'person': found an empty field, expected a text of 1 to 64 characters.",
                "observations.parquet, line 2, column 'municipality': found '680', expected a four-digit code, for example '0680'.",
                "observations.parquet, line 2, column 'age': found '19', expected a whole number from 0 to 18.",
                "observations.parquet, line 2, column 'sex': found 'T', expected F, M or X.",
                "observations.parquet, line 2, column 'year': found '24', expected a whole number from 1990 to 2100.",
                "observations.parquet, line 2, column 'indicator': found 'no', expected an indicator of the catalogue.",
                "observations.parquet, line 2, column 'value': found a number that is not finite, expected a number from -100000 to 100000, or empty for no answer.",
                "observations.parquet, line 2, column 'weight': found a number that is not above 0, expected a number from 0.0001 to 10000, or empty for 1.",
                "observations.parquet, line 3, column 'municipality': found an empty field, expected a four-digit code, for example '0680'.",
                "observations.parquet, line 3, column 'age': found an empty field, expected a whole number from 0 to 18.",
                "observations.parquet, line 3, column 'sex': found an empty field, expected F, M or X.",
                "observations.parquet, line 3, column 'year': found an empty field, expected a whole number from 1990 to 2100.",
                "observations.parquet, line 3, column 'indicator': found an empty field, expected an indicator of the catalogue.",
                "observations.parquet, line 4, column 'value': found a number that is not 0 or 1, expected 0 or 1, or empty for no answer.",
                "observations.parquet, line 4, column 'weight': found a number that is not finite, expected a number from 0.0001 to 10000, or empty for 1.",
                "observations.parquet, line 4, column 'person': found the same person, year and indicator as in line 1, expected one row per person, year and indicator.",
            ],
            input.Sentences);
    }

    [Fact]
    public async Task Read_RepeatOfACsvRow_NamesTheOtherFile()
    {
        await Write([new Row("a", "0643", 15, "F", 2024, "share", 1, 1)]);
        input.WithRows("a,0680,15,F,2024,share,1,").Read();

        Assert.Equal(
            ["observations.parquet, line 1, column 'municipality': found '0643' where observations.csv, line 2 has '0680' for the same person, year and indicator, expected one municipality per person and year for an indicator."],
            input.Sentences);
    }

    [Fact]
    public async Task Read_WrongColumns_AreNamed()
    {
        DataField[] fields = [new DataField<string>("person"), new DataField<int>("municipality"), new DataField<double>("age"), new DataField<string>("sex"), new DataField<string>("colour")];
        await WriteRaw(fields, async group =>
        {
            await group.WriteAsync(fields[0], ["a"]);
            await group.WriteAsync<int>(fields[1], new[] { 680 });
            await group.WriteAsync<double>(fields[2], new[] { 15d });
            await group.WriteAsync(fields[3], ["F"]);
            await group.WriteAsync(fields[4], ["red"]);
        });
        input.Read();

        Assert.Equal(
            [
                "observations.parquet, column 'municipality': found a column of Int32, expected a column of text.",
                "observations.parquet, column 'age': found a column of Double, expected a column of integers of 32 or 64 bits.",
                "observations.parquet: found the column 'colour', expected only the columns 'person,municipality,age,sex,year,indicator,value' and optionally 'weight'.",
                "observations.parquet, column 'year': found no such column, expected the columns 'person,municipality,age,sex,year,indicator,value'.",
                "observations.parquet, column 'indicator': found no such column, expected the columns 'person,municipality,age,sex,year,indicator,value'.",
                "observations.parquet, column 'value': found no such column, expected the columns 'person,municipality,age,sex,year,indicator,value'.",
            ],
            input.Sentences);
    }

    [Fact]
    public async Task Read_IntegersWithoutNullsAndNoWeight_AreTaken()
    {
        DataField[] fields =
        [
            new DataField<string>("person"), new DataField<string>("municipality"), new DataField<long>("age"), new DataField<string>("sex"), new DataField<long>("year"),
            new DataField<string>("indicator"), new DataField<long>("value"),
        ];
        await WriteRaw(fields, async group =>
        {
            await group.WriteAsync(fields[0], ["a"]);
            await group.WriteAsync(fields[1], ["0680"]);
            await group.WriteAsync<long>(fields[2], new[] { 15L });
            await group.WriteAsync(fields[3], ["F"]);
            await group.WriteAsync<long>(fields[4], new[] { 2024L });
            await group.WriteAsync(fields[5], ["share"]);
            await group.WriteAsync<long>(fields[6], new[] { 1L });
        });
        input.Read();

        Assert.Empty(input.Sentences);
        Assert.Equal([new Observation(1, 15, Sex.F, 2024, 0, 1, 1)], input.Observations);
    }

    [Fact]
    public async Task Read_DamagedFile_IsAFaultAndNeverAFailure()
    {
        await Write([.. Enumerable.Range(0, 50).Select(x => new Row($"p{x}", "0680", 15, "F", 2024, "share", 1, 1))]);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(input.Folder, "observations.parquet"), TestContext.Current.CancellationToken);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            using var cut = new TestInput().With("observations.parquet", bytes[..i]);
            Assert.Null(cut.Read());
            Assert.False(cut.Faults.IsEmpty);

            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0xFF;
            using var changed = new TestInput().With("observations.parquet", damaged);
            var content = changed.Read();
            Assert.Equal(changed.Faults.IsEmpty, content is not null);
        }
    }

    [Fact]
    public void Read_TextNamedParquet_IsRefused()
    {
        input.With("observations.parquet", "person,municipality\n").Read();

        Assert.Equal(["observations.parquet: found content that cannot be decoded, expected a Parquet file; the rest of the file was not read."], input.Sentences);
    }

    Task Write(params Row[][] groups)
    {
        DataField[] fields =
        [
            new DataField<string>("person"), new DataField<string>("municipality"), new DataField<int?>("age"), new DataField<string>("sex"), new DataField<int?>("year"),
            new DataField<string>("indicator"), new DataField<double?>("value"), new DataField<double?>("weight"),
        ];
        return WriteRaw(fields, [.. groups.Select(rows => (Func<ParquetRowGroupWriter, Task>)(async group =>
        {
            await group.WriteAsync(fields[0], [.. rows.Select(x => x.Person)]);
            await group.WriteAsync(fields[1], [.. rows.Select(x => x.Municipality)]);
            await group.WriteAsync<int>(fields[2], rows.Select(x => x.Age).ToArray());
            await group.WriteAsync(fields[3], [.. rows.Select(x => x.Sex)]);
            await group.WriteAsync<int>(fields[4], rows.Select(x => x.Year).ToArray());
            await group.WriteAsync(fields[5], [.. rows.Select(x => x.Indicator)]);
            await group.WriteAsync<double>(fields[6], rows.Select(x => x.Value).ToArray());
            await group.WriteAsync<double>(fields[7], rows.Select(x => x.Weight).ToArray());
        }))]);
    }

    async Task WriteRaw(DataField[] fields, params Func<ParquetRowGroupWriter, Task>[] groups)
    {
        await using var file = File.Create(Path.Combine(input.Folder, "observations.parquet"));
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        foreach (var write in groups)
        {
            using var group = writer.CreateRowGroup();
            await write(group);
        }
    }

    sealed record Row(string? Person, string? Municipality, int? Age, string? Sex, int? Year, string? Indicator, double? Value, double? Weight);
}
