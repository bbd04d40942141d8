using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Counting;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>What the stages of counting cost, per row of 8,000 and with what it takes to begin: <c>dotnet run -c Release --project tests/Benchmarks -- stages</c>.</summary>
[MemoryDiagnoser, InProcess]
public class Stages
{
    const int Rows = 8000;

    readonly Codebook codebook = CodebookReader.Read(CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList()), new FaultList())!;
    readonly LineBlock block = new(1 << 20);
    readonly Separators separators = new();
    CsvColumns columns;
    int first;
    string folder = "";
    double[] terms = [];

    /// <summary>Makes rows as a survey has them: ten indicators of a person and year follow each other, and every third person has a weight.</summary>
    [GlobalSetup]
    public void Write()
    {
        var random = new Random(1);
        Indicator[] indicators = [.. codebook.Indicators.Where(x => x.Measure == Measure.Proportion).Take(10)];
        var text = new StringBuilder("person,municipality,age,sex,year,indicator,value,weight\n");
        for (var row = 0; row < Rows; row++)
        {
            var person = row / indicators.Length;
            text.Append(CultureInfo.InvariantCulture, $"{person * 0x9E3779B97F4AL:x16},{codebook.Municipalities[person % 13].Code},{person % 19},{"FM"[person % 2]},2025,{indicators[row % indicators.Length].Id},{random.Next(2)},{(person % 3 == 0 ? "1.375" : "")}\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        bytes.CopyTo(block.Bytes, 0);
        block.Length = bytes.Length;
        first = bytes.AsSpan().IndexOf((byte)'\n') + 1;
        columns = CsvColumns.Of(bytes.AsSpan(0, first))!.Value;
        folder = Directory.CreateTempSubdirectory("stages-").FullName;
        File.WriteAllBytes(Path.Combine(folder, "observations.csv"), bytes);
        terms = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() * 20)];
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    /// <summary>The row-by-row reading, which tells what is wrong.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long RowByRow()
    {
        var counter = new ObservationCounter(codebook);
        return InputFolder.Read(folder, codebook, x => x.Read((_, in row, _) => counter.Add(row), PersonYear.Hash), new FaultList(), null, default)!.ObservationCount;
    }

    /// <summary>The fast pass on one thread, with opening, checksum and repeats.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Pass() => new ObservedFolder(folder, workers: 1).Read(codebook, new ObservationCounter(codebook), new FaultList(), null, default)!.ObservationCount;

    /// <summary>Fields to counts and keys of repeats.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public bool CountLines()
    {
        var worker = new CountingWorker(codebook, new RepeatKeys(codebook.Indicators.Count).Writer(), PersonYear.Hash);
        return new CsvLines(columns, worker).Count(block, first);
    }

    /// <summary>Where the commas and line ends are.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public int FindSeparators()
    {
        var lines = 0;
        for (var at = 0; at < block.Length; at += Separators.Longest)
        {
            separators.Find(block.Bytes.AsSpan(at), Math.Min(Separators.Longest, block.Length - at));
            lines += separators.Lines;
        }

        return lines;
    }

    /// <summary>The checksum that the manifest needs.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public byte[] Checksum() => SHA256.HashData(block.Bytes.AsSpan(0, block.Length));

    /// <summary>Keys of rows that follow each other by person, and the search for repeats among them.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public bool RepeatsByPerson() => Repeats(x => (uint)x / 10);

    /// <summary>Keys of rows in no order.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public bool RepeatsInNoOrder() => Repeats(x => (uint)x % (Rows / 10));

    /// <summary>Terms of exact sums.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public double SumExactly()
    {
        var sum = default(ExactSum);
        foreach (var term in terms)
        {
            sum += term;
        }

        return sum.ToDouble();
    }

    bool Repeats(Func<int, uint> person)
    {
        var keys = new RepeatKeys(codebook.Indicators.Count);
        var writer = keys.Writer();
        for (var row = 0; row < Rows; row++)
        {
            writer.Add(person(row) * 0x9E3779B97F4A7C15, row * 10 / Rows);
        }

        return keys.Find(1, default).IsEmpty;
    }
}
