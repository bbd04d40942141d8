using System.CommandLine;
using System.Globalization;
using Analytics.Release;
using Analytics.Storage;
using Dashboard.Access;

namespace Dashboard.Commands;

/// <summary><c>audit</c>: tries to recover what a release withholds.</summary>
static class AuditCommand
{
    public static Command Create()
    {
        var command = ReleaseVerb.Create(
            "audit", "Attacks a release, or a protected table of one's own: tries to recover each protected value, and prints what it tried.", async (store, release, _, cancellation) =>
            {
                var result = await RunAsync(store, release, cancellation);
                Print(release, result);
                return result.Passed ? ExitCode.Done : ExitCode.NotSafe;
            });
        TableAuditVerb.AddTo(command);
        return command;
    }

    /// <summary>Whether the recorded audit of a release passed, or a new one where there is none; says why when not.</summary>
    /// <param name="store">The store.</param>
    /// <param name="release">The release.</param>
    /// <param name="what">What is not done to an unsafe one: <c>published</c>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<bool> IsSafeAsync(IReleaseStore store, ReleaseDocument release, string what, CancellationToken cancellation)
    {
        var audit = await store.FindAuditAsync(release.Manifest.Id, cancellation) ?? await RunAsync(store, release, cancellation);
        if (!audit.Passed)
        {
            Print(release, audit);
            await Console.Error.WriteLineAsync($"Release {release.Manifest.Id} is not safe and was not {what}.");
        }

        return audit.Passed;
    }

    /// <summary>Attacks the release and records the result in the store.</summary>
    public static async Task<AuditResult> RunAsync(IReleaseStore store, ReleaseDocument release, CancellationToken cancellation)
    {
        AuditResult result;
        using (var progress = new TerminalProgress())
        {
            result = ReleaseAudit.Run(release, await PublishedReleases.OfAsync(store, release.Manifest.Id, cancellation), progress.Step("Attacking"), cancellation);
        }

        await store.RecordAuditAsync(release.Manifest.Id, result, TimeProvider.System.GetUtcNow(), cancellation);
        await CommandTrail.AddAsync(store, TrailActions.Audit, $"{release.Manifest.Id} {(result.Passed ? "passed" : "failed")}", cancellation);
        return result;
    }

    /// <summary>Says what was tried and found.</summary>
    public static void Print(ReleaseDocument release, AuditResult result)
    {
        var rounded = release.Manifest.Parameters.IsRounded;
        Console.WriteLine((rounded, result.Passed) switch
        {
            (false, true) => "Passed: no protected value could be recovered or narrowed too far.",
            (false, false) => "FAILED: protected values can be recovered or narrowed too far.",
            (true, true) => "Passed: no small count is shown or follows, all sums hold, and no withheld mean could be recovered.",
            (true, false) => "FAILED: small counts are shown or follow, sums do not hold, or withheld means can be recovered.",
        });
        Console.WriteLine("Attacks tried:");
        foreach (var attack in result.Attacks)
        {
            Console.WriteLine($"  {attack}");
        }

        Console.WriteLine($"Not tried in this version: {string.Join(", ", result.NotTried)}.");
        Console.WriteLine(rounded
            ? string.Create(CultureInfo.InvariantCulture, $"Counts and sums looked at: {result.CellsAttacked}.")
            : string.Create(CultureInfo.InvariantCulture, $"Cells attacked: {result.CellsAttacked}. Narrowest interval left: {(result.NarrowestInterval is { } width ? $"{width:0.##} wide" : "none")}."));
        foreach (var finding in result.Findings)
        {
            Console.WriteLine($"  {finding}");
        }
    }
}
