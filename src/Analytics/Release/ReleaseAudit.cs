using System.Globalization;
using Analytics.Disclosure;

namespace Analytics.Release;

/// <summary>Attacks a release with nothing but what it, and everything published before it, shows.</summary>
public static class ReleaseAudit
{
    const string SmallBase = "rates beside a base", Linked = "linked tables", OverTime = "releases over time", Weights = "weights that someone knows";

    static readonly string[] NotTried = ["insider: ruled out with the true counts when the release was built, not by what it shows", AnswersAudit.NotTried];

    /// <summary>Most findings that are described; more are counted.</summary>
    const int Described = 100;

    /// <summary>Attacks every table of the release; the result does not depend on the number of cores.</summary>
    /// <param name="release">The release.</param>
    /// <param name="published">Every other release that has ever been published.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static AuditResult Run(ReleaseDocument release, IReadOnlyList<ReleaseDocument> published, IProgress<double>? progress, CancellationToken cancellation)
    {
        var parameters = new ProtectionParameters(release.Manifest.Parameters.Threshold, release.Manifest.Parameters.Base);
        if (release.Manifest.Parameters.IsRounded)
        {
            return RoundingAudit.Run(release, parameters, progress, cancellation);
        }

        var tables = ReaderTables.Of(release).ToArray();
        var earlier = published.Where(x => x.Manifest.Description.Demonstration == release.Manifest.Description.Demonstration && !x.Manifest.Parameters.IsRounded)
            .SelectMany(ReaderTables.Of).ToLookup(x => (x.Indicator, x.Year));
        var sameYear = tables.ToLookup(x => x.Year);
        var results = new (AttackResult? Result, string[] Findings)[tables.Length];
        var done = 0;
        Parallel.For(0, tables.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var table = tables[i];
            var alone = Attack(table.Table, parameters, cancellation);
            string[] findings = alone is null
                ? [$"{Name(table)}: the published figures contradict each other"]
                :
                [
                    .. alone.Findings.Select(finding => Describe(table, finding)),
                    .. SmallBases(table, parameters),
                    .. sameYear[table.Year].Where(other => !ReferenceEquals(other, table) && HasSamePeople(table, other)).SelectMany(other => LinkedTo(table, other, parameters, cancellation)).Distinct(),
                    .. earlier[(table.Indicator, table.Year)].SelectMany(before => AgainstEarlier(table, before, parameters, cancellation)).Distinct(),
                ];
            results[i] = (alone, findings);
            progress?.Report((double)Interlocked.Increment(ref done) / tables.Length);
        });

        string[] findings = [.. results.SelectMany(x => x.Findings), .. WeightsAudit.Findings(release).Select(place => $"{place}: {Weights}: a weighted figure of a sum with a withheld part"), .. AnswersAudit.Findings(release, parameters, cancellation)];
        return new AuditResult(
            findings.Length == 0, [.. Attacker.Attacks, SmallBase, Linked, OverTime, Weights, AnswersAudit.Attack], results.Sum(x => (long)(x.Result?.CellsAttacked ?? 0)), results.Min(x => x.Result?.NarrowestWidth), First(findings))
        {
            NotTried = NotTried,
        };
    }

    /// <summary>As many findings as are described, and how many more there are.</summary>
    internal static IReadOnlyList<string> First(string[] findings) =>
        findings.Length <= Described ? findings : [.. findings.Take(Described), string.Create(CultureInfo.InvariantCulture, $"… and {findings.Length - Described} more")];

    /// <summary>Names the cell. What can be computed of it is not repeated: the audit's result is read by more people than the attack is run by.</summary>
    internal static string Describe(ReaderTable table, Finding finding) => string.Create(
        CultureInfo.InvariantCulture, $"{Name(table)}, {finding.Area}, {finding.Band}, {finding.Sex}: {finding.Attack}: {finding.Quantity} left {finding.Width} wide");

    /// <summary>Null where no table agrees with what is published: the figures were changed after they were protected.</summary>
    static AttackResult? Attack(PublishedTable table, ProtectionParameters parameters, CancellationToken cancellation)
    {
        try
        {
            return Attacker.Attack(table, parameters, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A base that is shown although it is small.</summary>
    static IEnumerable<string> SmallBases(ReaderTable table, ProtectionParameters parameters) =>
        from cell in table.Table.System.Cells
        where !AdditiveSystem.IsUnpublished(cell) && table.Table.Base(cell) is { } people && people > 0 && people < parameters.Base
        select $"{Name(table)}, {Place(table, cell)}: {SmallBase}: a base below the smallest that is shown";

    /// <summary>Whether two tables seem to be of the same people: no base that both show differs, they show most, and nobody is missing from one whom the other withholds.</summary>
    static bool HasSamePeople(ReaderTable table, ReaderTable other)
    {
        var differences = table.Table.Differences(other.Table).Select(x => x.Base).ToArray();
        return differences.Length * 2 > table.Table.System.Cells.Count / 2 && differences.All(x => x == 0) && !other.Table.HasNobodyWhere(table.Table);
    }

    /// <summary>What a reader learns of the answers in one table from the bases in another of the same people. The bases themselves are shown there, and protected there.</summary>
    static IEnumerable<string> LinkedTo(ReaderTable table, ReaderTable other, ProtectionParameters parameters, CancellationToken cancellation)
    {
        var bases = other.Table.BasesAlone();
        return table.Table.LearnedFrom(bases).Any() && Attack(table.Table.With(bases), parameters, cancellation) is { } result
            ? result.Findings.Where(finding => finding.Quantity != Quantity.Base).Select(finding => Describe(table, finding with { Attack = Linked }))
            : [];
    }

    /// <summary>What a release withholds and another shows of the same data, and what follows from both.</summary>
    static IEnumerable<string> Joined(ReaderTable table, ReaderTable before, ProtectionParameters parameters, CancellationToken cancellation)
    {
        int[] learned = [.. table.Table.LearnedFrom(before.Table)];
        return learned.Length > 0 && Attack(table.Table.With(before.Table), parameters, cancellation) is { } result
            ? [.. learned.Select(cell => $"{Name(table)}, {Place(table, cell)}: {OverTime}: shown there"), .. result.Findings.Select(finding => Describe(table, finding with { Attack = OverTime }))]
            : [];
    }

    /// <summary>The same data: both together tell what one withholds. Changed data: the few who make the difference are a group themselves.</summary>
    static IEnumerable<string> AgainstEarlier(ReaderTable table, ReaderTable before, ProtectionParameters parameters, CancellationToken cancellation)
    {
        if (!table.Table.ShowsAnything)
        {
            return [];
        }

        var differences = table.Table.Differences(before.Table).ToArray();
        return differences.All(x => x is { Base: 0, Cases: null or 0 })
            ? Joined(table, before, parameters, cancellation)
            : differences.Where(x => parameters.IsSmall(Math.Abs(x.Base)) || parameters.IsSmall(Math.Abs(x.Cases ?? 0)))
                .Select(x => $"{Name(table)}, {Place(table, x.Cell)}: {OverTime}: few persons more or fewer than published before");
    }

    static string Name(ReaderTable table) => string.Create(CultureInfo.InvariantCulture, $"{table.Indicator}, {table.Year}");

    static string Place(ReaderTable table, int cell)
    {
        var (area, band, sex) = table.Table.System.Place(cell);
        return $"{table.Table.System.Layout.Areas[area]}, {table.Table.System.Layout.Bands[band].Id}, {sex}";
    }
}
