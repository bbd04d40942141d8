using System.Globalization;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>Attacks a release with nothing but what it shows.</summary>
public static class ReleaseAudit
{
    static readonly string[] NotTried = ["insider", "small group", "linked tables", "releases over time", "weights that someone knows", "whole numbers"];

    /// <summary>Most findings that are described; more are counted.</summary>
    const int Described = 100;

    /// <summary>Attacks every table of the release; the result does not depend on the number of cores.</summary>
    public static AuditResult Run(ReleaseDocument release, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parameters = new ProtectionParameters(release.Manifest.Parameters.Threshold, release.Manifest.Parameters.Base);
        if (release.Manifest.Parameters.IsRounded)
        {
            return RoundingAudit.Run(release, parameters, progress, cancellation);
        }

        var tables = ReaderTables.Of(release).ToArray();
        var results = new AttackResult?[tables.Length];
        var done = 0;
        Parallel.For(0, tables.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            results[i] = Attack(tables[i], parameters);
            progress?.Report((double)Interlocked.Increment(ref done) / tables.Length);
        });

        var findings = tables.Zip(results).SelectMany(x => Describe(x.First, x.Second)).ToArray();
        return new AuditResult(
            findings.Length == 0, Attacker.Attacks, results.Sum(x => (long)(x?.CellsAttacked ?? 0)), results.Min(x => x?.NarrowestWidth), First(findings))
        {
            NotTried = NotTried,
        };
    }

    /// <summary>As many findings as are described, and how many more there are.</summary>
    internal static IReadOnlyList<string> First(string[] findings) =>
        findings.Length <= Described ? findings : [.. findings.Take(Described), string.Create(CultureInfo.InvariantCulture, $"… and {findings.Length - Described} more")];

    /// <summary>Null where no table agrees with what is published: the figures were changed after they were protected.</summary>
    static AttackResult? Attack(ReaderTable table, ProtectionParameters parameters)
    {
        try
        {
            return Attacker.Attack(table.Table, parameters);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static IEnumerable<string> Describe(ReaderTable table, AttackResult? result) => result is null
        ? [string.Create(CultureInfo.InvariantCulture, $"{table.Indicator}, {table.Year}: the published figures contradict each other")]
        : result.Findings.Select(finding => Describe(table, finding));

    /// <summary>Names the cell. What can be computed of it is not repeated: the audit's result is read by more people than the attack is run by.</summary>
    internal static string Describe(ReaderTable table, Finding finding) => string.Create(
        CultureInfo.InvariantCulture, $"{table.Indicator}, {table.Year}, {finding.Area}, {finding.Band}, {finding.Sex}: {finding.Quantity} left {finding.Upper - finding.Lower:0.##} wide");
}
