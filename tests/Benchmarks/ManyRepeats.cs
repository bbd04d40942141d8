using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Analytics.Repeats;

namespace Benchmarks;

/// <summary>Looks for repeats among very many rows in the worst order, where no two of a person follow each other, with a single true one among them.</summary>
static class ManyRepeats
{
    const int Indicators = 78, RowsOfAPerson = 50;

    /// <summary>Notes the rows on two threads, looks for repeats and prints what was found, time and memory.</summary>
    /// <param name="rows">Number of rows beside the repeated one.</param>
    public static void Run(long rows)
    {
        var keys = new RepeatKeys(Indicators);
        RepeatWriter[] writers = [keys.Writer(), keys.Writer()];
        var persons = (rows + RowsOfAPerson - 1) / RowsOfAPerson;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, writers.Length, i =>
        {
            for (var row = (long)i; row < rows; row += writers.Length)
            {
                writers[i].Add(HashOf(row % persons), (int)(row / persons));
            }
        });
        writers[1].Add(HashOf(persons / 2), 1);
        var noted = watch.Elapsed.TotalSeconds;
        var found = keys.Find(writers.Length, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows: noted in {noted:0.0} s, looked through in {watch.Elapsed.TotalSeconds - noted:0.0} s, {found.Suspected.Count} repeat found, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    static ulong HashOf(long person) => PersonYear.Hash(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in person)), 2025);
}
