using System.CommandLine;
using Analytics.Release;
using Dashboard.Access;

namespace Dashboard.Commands;

/// <summary><c>export</c>: a release as files.</summary>
static class ExportCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true, Description = "Folder to write", HelpName = "DIR" };
        var command = ReleaseVerb.Create(
            "export", "Writes a release as files; refuses one whose audit did not pass, and audits one that has none.", async (store, release, parsed, cancellation) =>
            {
                if (!await AuditCommand.IsSafeAsync(store, release, "exported", cancellation))
                {
                    return ExitCode.NotSafe;
                }

                var directory = parsed.GetRequiredValue(output);
                ReleaseExport.Write(release, await store.FindAuditAsync(release.Manifest.Id, cancellation), directory);
                await CommandTrail.AddAsync(store, TrailActions.Export, release.Manifest.Id, cancellation);
                Console.WriteLine($"Wrote {release.Cells.Count} cells of release {release.Manifest.Id} to {directory}.");
                return ExitCode.Done;
            });
        command.Add(output);
        return command;
    }
}
