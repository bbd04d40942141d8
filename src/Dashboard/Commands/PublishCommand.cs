using System.CommandLine;
using Dashboard.Access;

namespace Dashboard.Commands;

/// <summary><c>publish</c>: a draft becomes the current release.</summary>
static class PublishCommand
{
    public static Command Create() => ReleaseVerb.Create(
        "publish", "Makes a release the current one; refuses one whose audit did not pass, and audits one that has none.", async (store, release, _, cancellation) =>
        {
            if (!await AuditCommand.IsSafeAsync(store, release, "published", cancellation))
            {
                return ExitCode.NotSafe;
            }

            await store.PublishAsync(release.Manifest.Id, TimeProvider.System.GetUtcNow(), cancellation);
            await CommandTrail.AddAsync(store, TrailActions.Publish, release.Manifest.Id, cancellation);
            Console.WriteLine($"Published {release.Manifest.Id}: {release.Manifest.Description.Title}");
            return ExitCode.Done;
        });
}
