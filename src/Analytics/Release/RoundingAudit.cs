using System.Globalization;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>Attacks a rounded release with nothing but what it shows: looks for any count from 1 to below the threshold that is shown or follows.</summary>
/// <remarks>
/// Where all sums hold exactly, every difference of nested cells is a sum of leaves. So it is enough that every leaf, those of the unpublished sex included, is 0 or at least the
/// threshold; every other shown count and complement is looked at all the same.
/// </remarks>
static class RoundingAudit
{
    static readonly string[] Attacks = ["small counts", "additivity", "differences", "complement", "unpublished sex", "means", AnswersAudit.Attack];
    static readonly string[] NotTried = ["insider", "linked tables", "releases over time", "how the rounding was chosen", AnswersAudit.NotTried];

    /// <summary>Attacks every table of the release.</summary>
    public static AuditResult Run(ReleaseDocument release, ProtectionParameters parameters, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (looked, findings) = (0L, new List<string>());
        foreach (var cell in release.Cells)
        {
            var (cases, people) = cell.Cell is Cell.Shown { Estimate: var estimate } ? (estimate.Numerator, estimate.Denominator) : (null, ((Cell.Missing)cell.Cell).Denominator);
            looked += (cases is null ? 0 : 1) + (people is null ? 0 : 1);
            if (parameters.IsSmall(cases ?? 0) || parameters.IsSmall(people ?? 0))
            {
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"{cell.Address.Indicator}, {cell.Address.Year}, {cell.Address.Area}, {cell.Address.AgeBand}, {cell.Address.Sex}: a small count is shown"));
            }
        }

        var tables = ReaderTables.Of(release).ToArray();
        for (var i = 0; i < tables.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var counts = new RoundedCounts(tables[i].Table, parameters);
            findings.AddRange(counts.Findings().Select(finding => $"{tables[i].Indicator}, {tables[i].Year.ToString(CultureInfo.InvariantCulture)}, {finding}"));
            looked += counts.Looked;
            progress?.Report((i + 1.0) / tables.Length);
        }

        foreach (var means in ShownMeans.Of(release))
        {
            cancellation.ThrowIfCancellationRequested();
            var attack = Attacker.Attack(means.Table, parameters, cancellation);
            findings.AddRange(ShownMeans.Withheld(attack.Findings, release, means).Select(finding => ReleaseAudit.Describe(means, finding)));
            looked += attack.CellsAttacked;
        }

        findings.AddRange(AnswersAudit.Findings(release, parameters, cancellation));
        return new AuditResult(findings.Count == 0, Attacks, looked, null, ReleaseAudit.First([.. findings])) { NotTried = NotTried };
    }
}
