using Analytics.Csv;
using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>Protects a table of one's own: from its file to a file that may be shown, with a proof beside it.</summary>
public static class TableProtection
{
    /// <summary>Reads, protects, proves and writes. The same files and options give the same bytes; the order of rows changes nothing but the order of rows.</summary>
    /// <param name="options">What to protect and how.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work; nothing is then written.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static TableProtectionResult Protect(TableProtectionOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var faults = new FaultList();
        if (TableInput.Read(options, faults, Step(progress, "Reading"), cancellation) is not { } input)
        {
            return new TableProtectionResult.Refused(faults);
        }

        var step = Step(progress, "Protecting");
        var done = 0;
        var results = new ProtectedCells[input.Tables.Count];
        Parallel.For(0, results.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            results[i] = options.Mode == TableProtectionMode.Rounding ? ProtectedCells.Rounded(input.Tables[i], options) : ProtectedCells.Suppressed(input.Tables[i], options, cancellation);
            step?.Report((double)Interlocked.Increment(ref done) / results.Length);
        });

        string[] notSafe = [.. results.SelectMany(x => x.Unsafe.Select(x.Table.Source.Name))];
        if (notSafe.Length > 0)
        {
            return new TableProtectionResult.NotSafe(notSafe);
        }

        var values = new long?[input.Rows.Count];
        foreach (var result in results)
        {
            result.Show(values);
        }

        ProtectedOutput.Write(options.Output, input.Rows, input.Spec, values, new CertificateFile(options.Mode, [.. results.Select(x => x.Certificate).OfType<Certificate>()]));
        return new TableProtectionResult.Written(Summary(options.Mode, input, results, values));
    }

    static TableSummary Summary(TableProtectionMode mode, TableInput input, ProtectedCells[] results, long?[] values)
    {
        var rules = new SortedDictionary<TableRule, int>();
        foreach (var rule in input.Tables.SelectMany(x => x.Rules).Where(x => x != TableRule.Nothing))
        {
            rules[rule] = rules.GetValueOrDefault(rule) + 1;
        }

        var errors = mode == TableProtectionMode.Rounding ? values.Select((value, row) => Math.Abs(value!.Value - input.Rows.Values[row]!.Value)).ToArray() : [0L];
        return new TableSummary(
            mode, results.Length, input.Rows.Count, input.Tables.Sum(x => x.Source.System.Count) - input.Rows.Count, rules,
            results.Sum(x => x.Secondary), results.Sum(x => x.Cost), results.Sum(x => x.LowerBound),
            [.. results.SelectMany(x => x.Narrow.Select(x.Table.Source.Name))], errors.Average(), errors.Max(), input.HangingCodes);
    }

    static Progress? Step(IProgress<BuildProgress>? progress, string step) => progress is null ? null : new Progress(progress, step);

    sealed class Progress(IProgress<BuildProgress> target, string step) : IProgress<double>
    {
        public void Report(double value) => target.Report(new BuildProgress(step, value));
    }
}
