using Analytics.Csv;
using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>What the audit of a protected table found.</summary>
public abstract record TableAuditResult
{
    TableAuditResult()
    {
    }

    /// <summary>The input is wrong.</summary>
    /// <param name="Faults">All that is wrong.</param>
    public sealed record Refused(FaultList Faults) : TableAuditResult;

    /// <summary>It was checked and attacked.</summary>
    /// <param name="Tables">Number of independent tables.</param>
    /// <param name="Withheld">Number of withheld cells.</param>
    /// <param name="Findings">What is wrong, cells by their codes and never a count; empty where the table is safe.</param>
    public sealed record Done(int Tables, int Withheld, IReadOnlyList<string> Findings) : TableAuditResult;
}

/// <summary>Checks a protected table against the certificate beside it, and attacks it.</summary>
public static class TableAudit
{
    /// <summary>Reads, checks and attacks: only what everybody sees.</summary>
    /// <param name="options">The protected table and its specification; the output is not used.</param>
    /// <param name="progress">Told how far the attack has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TableAuditResult Run(TableProtectionOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var faults = new FaultList();
        if (TableSpecFile.Read(options.Spec, faults) is not { } spec)
        {
            return new TableAuditResult.Refused(faults);
        }

        var rows = TableFile.ReadProtected(options.Table, spec, faults, cancellation);
        if (!faults.IsEmpty || CountedTables.Of(spec, Path.GetFileName(options.Spec), rows, faults) is not { } tables)
        {
            return new TableAuditResult.Refused(faults);
        }

        var earlier = options.Released.Count == 0 ? null : EarlierOutputs.Read(options.Released, spec, tables, rows.IsRounded, faults, cancellation);
        if (!faults.IsEmpty)
        {
            return new TableAuditResult.Refused(faults);
        }

        var findings = new List<string>();
        var certificate = Certificates(options.Table, rows.IsRounded, tables.Count, findings);
        var results = new List<string>?[tables.Count];
        var done = 0;
        Parallel.For(0, tables.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            results[i] = Findings(tables[i], rows.IsRounded ? null : earlier?[i], certificate is { Certificates.Count: > 0 } ? certificate.Certificates[i] : null, rows.IsRounded, options);
            progress?.Report((double)Interlocked.Increment(ref done) / tables.Count);
        });

        foreach (var i in Enumerable.Range(0, tables.Count).Where(i => results[i] is null))
        {
            new Additivity(tables[i], spec, faults).RefuseContradiction(null);
        }

        return faults.IsEmpty
            ? new TableAuditResult.Done(tables.Count, rows.Values.Count(x => x is null), [.. findings, .. results.SelectMany(x => x!)])
            : new TableAuditResult.Refused(faults);
    }

    static CertificateFile? Certificates(string table, bool isRounded, int tables, List<string> findings)
    {
        var path = CertificateFile.PathOf(table);
        if (!File.Exists(path))
        {
            findings.Add($"There is no certificate {Path.GetFileName(path)}: nothing proves that the table is safe.");
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            var certificate = CertificateFile.Read(stream);
            if (certificate.Mode == (isRounded ? TableProtectionMode.Rounding : TableProtectionMode.Suppression) && certificate.Certificates.Count == (isRounded ? 0 : tables))
            {
                return certificate;
            }

            findings.Add($"The certificate {Path.GetFileName(path)} is of another table.");
        }
        catch (InvalidDataException)
        {
            findings.Add($"The certificate {Path.GetFileName(path)} cannot be read.");
        }

        return null;
    }

    static List<string>? Findings(CountedTable table, EarlierCells? earlier, Certificate? certificate, bool isRounded, TableProtectionOptions options)
    {
        var findings = new List<string>();
        var view = View(table, earlier);
        var certified = certificate is null ? null : CertificateVerifier.Check(view, certificate, options.Width, options.Threshold, cell => table.RowOf(cell) < 0);
        findings.AddRange((certified ?? []).Select(x => x.Cell).Distinct().Order().Select(cell => $"Not proven: {table.Name(cell)}."));
        if (isRounded)
        {
            findings.AddRange(Enumerable.Range(0, view.Count).Where(cell => view[cell] is { } count && count >= 1 && count < options.Threshold).Select(cell => $"A small count: {table.Name(cell)}."));
        }

        if (TableAttack.Run(view, HasRow, options.Threshold, options.Width, certified is { Count: 0 }) is not { } known)
        {
            return null;
        }

        if (earlier is not null && WithSums(table, view, earlier) is { } more)
        {
            var proven = certificate is not null && CertificateVerifier.Check(more, certificate, options.Width, options.Threshold, cell => !HasRow(cell)).Count == 0;
            known = [.. known.Union(TableAttack.Run(more, HasRow, options.Threshold, options.Width, proven) ?? []).Order()];
        }

        findings.AddRange(known.Select(cell => $"Known to readers: {table.Name(cell)}."));
        return findings;

        bool HasRow(int cell) => table.RowOf(cell) >= 0;
    }

    // Whoever takes what was withheld then to be the same today knows sums of it. An output that no table of today agrees with shows that it is not the same. The proof is not asked
    // to reckon with the others: what was withheld then may have changed without anything shown saying so.
    static ReaderView? WithSums(CountedTable table, ReaderView view, EarlierCells earlier)
    {
        long?[] shown = [.. Enumerable.Range(0, view.Count).Select(cell => view[cell])];
        var (sums, result) = (new List<EarlierSum>(), (ReaderView?)null);
        foreach (var published in earlier.Outputs)
        {
            EarlierSum[] its = [.. EarlierSum.Of(table.System, published, shown).Where(sum => sum.Cells.Any(cell => shown[cell] is null))];
            if (its.Length > 0 && PublicTable.View(table.System, shown, cell => table.RowOf(cell) >= 0, earlier, [.. sums, .. its]) is var next && TableAttack.IsPossible(next))
            {
                sums.AddRange(its);
                result = next;
            }
        }

        return result;
    }

    // An earlier count of a cell without a row still holds unless what is shown now contradicts it.
    static ReaderView View(CountedTable table, EarlierCells? earlier)
    {
        long?[] shown = [.. Enumerable.Range(0, table.System.Count).Select(table.Value)];
        var view = PublicTable.View(table.System, shown, HasRow, earlier, []);
        if (earlier is null)
        {
            return view;
        }

        long?[] more = [.. shown.Select((value, cell) => HasRow(cell) ? value : earlier.Values[cell] is [.., var last] ? last : null)];
        var later = PublicTable.View(table.System, more, HasRow, earlier, []);
        return TableAttack.Run(later, HasRow, 1, 1, proven: true) is null ? view : later;

        bool HasRow(int cell) => table.RowOf(cell) >= 0;
    }
}
