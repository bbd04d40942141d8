using System.Globalization;
using Analytics.Tests.Intake;
using CsCheck;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace Analytics.Tests.Counting;

/// <summary>Files are written by another library than the one that reads them.</summary>
public sealed class ParquetRowsTests
{
    /// <summary>New ones for each file: the writer changes them.</summary>
    static DataField[] Fields() =>
    [
        new DataField<double?>("weight"), new DataField<string>("person"), new DataField<string>("municipality"), new DataField<int>("age"), new DataField<string>("sex"), new DataField<long>("year"),
        new DataField<string>("indicator"), new DataField<double?>("value"),
    ];

    [Fact]
    public async Task Count_GoodFiles_IsThatOfReadingRowByRowAndOfTheSameRowsAsText() =>
        await Gen.Select(MadeUpRows.Rows, Gen.Int[1, 4], Gen.Int[1, 3]).SampleAsync(async (rows, groups, workers) =>
        {
            using var input = new TestInput();
            input.With("observations.parquet", await FileAsync(rows, groups));
            using var texts = new TestInput();
            texts.With("observations.csv", MadeUpRows.File(rows, (false, false, false, false, false, false, true)));

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, workers, 1000);

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = false }, fast);
            Assert.Equal(CountedFolder.ByRow(texts.Folder, TestInput.Codebook).Cells, fast.Cells);
        }, iter: 40);

    [Fact]
    public async Task Count_RepeatedAndWrongRows_GivesTheFaultsOfReadingRowByRow() =>
        await Gen.Select(MadeUpRows.Rows, Gen.Int[0, 4], Gen.Int[0, int.MaxValue]).SampleAsync(async (rows, wrong, place) =>
        {
            var changed = (string[])rows[place % rows.Length].Clone();
            changed[wrong switch { 0 => 0, 1 => 1, 2 => 3, 3 => 5, _ => 7 }] = wrong == 4 ? "0" : "";
            string[][] all = [.. rows, rows[place % rows.Length], changed];
            using var input = new TestInput();
            input.With("observations.parquet", await FileAsync(all, 2));

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1000);

            Assert.NotEqual("", fast.Faults);
            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook), fast with { GaveUp = null });
        }, iter: 40);

    [Fact]
    public async Task Count_MutatedFiles_GivesTheSameCountsOrTheSameFaults() =>
        await Gen.Select(MadeUpRows.Rows, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte).Array[1, 3], Gen.Bool).SampleAsync(async (rows, changes, cut) =>
        {
            var bytes = await FileAsync(rows, 2);
            foreach (var (place, value) in changes)
            {
                bytes[place % bytes.Length] = value;
            }

            using var input = new TestInput();
            input.With("observations.parquet", cut ? bytes[..(changes[0].Item1 % bytes.Length)] : bytes);

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1000);

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = fast.GaveUp }, fast);
        }, iter: 300);

    static async Task<byte[]> FileAsync(string[][] rows, int groups)
    {
        var fields = Fields();
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file))
        {
            foreach (var part in rows.Chunk((rows.Length + groups - 1) / groups))
            {
                using var group = writer.CreateRowGroup();
                await group.WriteAsync<double>(fields[0], part.Select(x => Number(x[7])).ToArray());
                await group.WriteAsync(fields[1], part.Select(x => x[0]).ToArray());
                await group.WriteAsync(fields[2], part.Select(x => x[1]).ToArray());
                await group.WriteAsync<int>(fields[3], part.Select(x => int.Parse(x[2], CultureInfo.InvariantCulture)).ToArray());
                await group.WriteAsync(fields[4], part.Select(x => x[3]).ToArray());
                await group.WriteAsync<long>(fields[5], part.Select(x => long.Parse(x[4], CultureInfo.InvariantCulture)).ToArray());
                await group.WriteAsync(fields[6], part.Select(x => x[5]).ToArray());
                await group.WriteAsync<double>(fields[7], part.Select(x => Number(x[6])).ToArray());
            }
        }

        return file.ToArray();
    }

    static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
