using System.Globalization;
using System.Text;
using Analytics.Tests.Intake;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Counting;

public sealed class CountingPassTests
{
    static readonly Gen<(int Workers, int Block)> Cuts = Gen.Select(Gen.Int[1, 4], Gen.OneOf(512, 1000, 4096, 1 << 19));

    [Fact]
    public void Count_GoodFilesInEveryManner_IsThatOfReadingRowByRow() =>
        Gen.Select(MadeUpRows.Rows, MadeUpRows.Manners, Cuts).Sample((rows, manner, cut) =>
        {
            using var input = new TestInput();
            input.With("observations.csv", MadeUpRows.File(rows, manner));

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, cut.Workers, cut.Block);

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = false }, fast);
            Assert.Equal("", fast.Faults);
        }, iter: 150);

    [Fact]
    public void Count_SeveralFilesPackedAndPlain_IsThatOfReadingRowByRow() =>
        Gen.Select(MadeUpRows.Rows, MadeUpRows.Manners, Cuts).Sample((rows, manner, cut) =>
        {
            using var input = new TestInput();
            for (var part = 0; part < 3; part++)
            {
                var bytes = MadeUpRows.File([.. rows.Where((_, i) => i % 3 == part)], manner);
                input.With(part == 1 ? "observations1.csv.gz" : $"observations{part}.csv", part == 1 ? TestInput.Packed(bytes) : bytes);
            }

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = false }, CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, cut.Workers, cut.Block));
        }, iter: 60);

    [Fact]
    public void Count_MutatedFiles_GivesTheSameCountsOrTheSameFaults()
    {
        // The same faults, and neither a crash nor counts where the row-by-row reading has none.
        var mutations = Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.OneOf("\"", ",", "\n", "\r", "\0", "\uFEFF", "\uFFFF", "0", "9", " ", "\n\n", "\"\"", ",,", "é", "1e999", "NaN", "\u2028", "\v")).Array[1, 4];
        Gen.Select(MadeUpRows.Rows, MadeUpRows.Manners, mutations, Cuts).Sample((rows, manner, changes, cut) =>
        {
            var bytes = MadeUpRows.File(rows, manner).ToList();
            foreach (var (kind, place, text) in changes)
            {
                Mutate(bytes, kind, place, Encoding.UTF8.GetBytes(text));
            }

            using var input = new TestInput();
            input.With("observations.csv", [.. bytes]);

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, cut.Workers, cut.Block);

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = fast.GaveUp }, fast);
        }, iter: 400);
    }

    [Fact]
    public void Count_DamagedPackedFiles_GivesTheSameFaults() =>
        Gen.Select(MadeUpRows.Rows, Gen.Int[0, 5], Gen.Int[0, int.MaxValue]).Sample((rows, kind, place) =>
        {
            var bytes = TestInput.Packed(MadeUpRows.File(rows, default)).ToList();
            Mutate(bytes, kind, place, [0x8B]);
            using var input = new TestInput();
            input.With("observations.csv.gz", [.. bytes]);

            var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1000);

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = fast.GaveUp }, fast);
        }, iter: 100);

    [Fact]
    public void Count_RepeatedRows_GivesTheSameFaultsWithoutGivingUp() =>
        Gen.Select(MadeUpRows.Rows, MadeUpRows.Manners, Cuts, Gen.Int[0, int.MaxValue]).Sample((rows, manner, cut, seed) =>
        {
            var random = new Random(seed);
            string[][] repeated = [.. rows, .. rows.Where(_ => random.Next(4) == 0).Select(x => (string[])[x[0], random.Next(2) == 0 ? "0643" : x[1], .. x[2..]])];
            random.Shuffle(repeated);
            using var input = new TestInput();
            input.With("observations.csv", MadeUpRows.File(repeated, manner));

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = false }, CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, cut.Workers, cut.Block));
        }, iter: 100);

    [Fact]
    public void Count_EveryPersonWithTheSameHash_IsThatOfReadingRowByRow() =>
        MadeUpRows.Rows.Sample(rows =>
        {
            using var input = new TestInput();
            input.With("observations.csv", MadeUpRows.File(rows, default));

            Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook) with { GaveUp = false }, CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1000, (_, _) => 7));
        }, iter: 40);

    [Fact]
    public void Count_AgreesWithCountingTheTextsByHand() =>
        Gen.Select(MadeUpRows.Rows, MadeUpRows.Manners).Sample((rows, manner) =>
        {
            using var input = new TestInput();
            input.With("observations.csv", MadeUpRows.File(rows, manner));
            var lines = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1 << 19).Cells.Split('\n');

            foreach (var group in rows.GroupBy(x => $"{x[5]} {int.Parse(x[4], CultureInfo.InvariantCulture)} {x[1]} "))
            {
                var all = Assert.Single(lines, x => x.StartsWith(group.Key + "0-18 T: ", StringComparison.Ordinal)).Split(": ")[1].Split(' ');
                double[] answers = [.. group.Where(x => x[6].Length > 0).Select(x => double.Parse(x[6], CultureInfo.InvariantCulture))];
                var cases = group.First()[5] switch { "level" => answers.Length, "events" => 0, _ => answers.Count(x => x == 1) };
                Assert.Equal((group.Count(), cases), (int.Parse(all[0], CultureInfo.InvariantCulture), int.Parse(all[2], CultureInfo.InvariantCulture)));
                if (group.First()[5] != "events")
                {
                    double[] weights = [.. group.Where(x => x[6].Length > 0).Select(x => manner.Weights && x[7].Length > 0 ? double.Parse(x[7], CultureInfo.InvariantCulture) : 1)];
                    Assert.Equal(answers.Length, int.Parse(all[1], CultureInfo.InvariantCulture));
                    Assert.Equal(weights.Sum(), Sum(all[4]), 1e-9 * Math.Max(1, weights.Sum()));
                    Assert.Equal(weights.Sum(x => x * x), Sum(all[5]), 1e-9 * Math.Max(1, weights.Sum(x => x * x)));
                    Assert.Equal(weights.Zip(answers, (w, x) => w * x).Sum(), Sum(all[6]), 1e-9 * Math.Max(1, weights.Zip(answers, (w, x) => Math.Abs(w * x)).Sum()));
                }
            }
        }, iter: 60);

    [Fact]
    public void Count_LineLongerThanABlock_IsReadRowByRow()
    {
        using var input = new TestInput();
        input.WithRows("a,0680,15,F,2024,share,1,", $"b,0680,15,F,2024,level,1.{new string('0', 2000)},");

        var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1000);

        Assert.True(fast.GaveUp);
        Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook), fast with { GaveUp = null });
    }

    [Fact]
    public void Count_FaultInTheSecondFile_LeavesNothingOfTheFirstBehind()
    {
        using var input = new TestInput();
        input.With("observations1.csv", TestInput.Header + "a,0680,15,F,2024,share,1,\n").With("observations2.csv", TestInput.Header + "b,0680,15,F,2024,share,\u2028,\n\"b\n\",0680,15,F,2024,share,1,\n");

        var fast = CountedFolder.AsBuilt(input.Folder, TestInput.Codebook, 2, 1 << 19);

        Assert.Equal(CountedFolder.ByRow(input.Folder, TestInput.Codebook), fast with { GaveUp = null });
        Assert.StartsWith("observations2.csv, line 2, column 'value'", fast.Faults, StringComparison.Ordinal);
    }

    static double Sum(string text) => double.Parse(text.Split('|')[0], CultureInfo.InvariantCulture);

    static void Mutate(List<byte> bytes, int kind, int place, byte[] text)
    {
        var at = place % Math.Max(1, bytes.Count);
        switch (kind)
        {
            case 0: bytes.InsertRange(at, text); break;
            case 1: bytes.RemoveAt(at); break;
            case 2: bytes[at] = text[0]; break;
            case 3: bytes[at] ^= (byte)(1 << (place & 7)); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.AddRange(bytes.GetRange(at, Math.Min(50, bytes.Count - at))); break;
        }

        if (bytes.Count == 0)
        {
            bytes.Add((byte)'\n');
        }
    }
}
