using System.CommandLine;
using Analytics.Release;
using Analytics.Storage;

namespace Dashboard.Commands;

/// <summary>What verbs about one release share: its id, the store, and what to say when it is not there.</summary>
static class ReleaseVerb
{
    /// <summary>A verb with the argument RELEASE and the option <c>--store</c>.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, for help.</param>
    /// <param name="run">Does it and gives the exit code.</param>
    public static Command Create(string name, string description, Func<IReleaseStore, ReleaseDocument, ParseResult, CancellationToken, Task<int>> run)
    {
        var release = new Argument<string>("RELEASE") { Description = "Id of a release, or the beginning of one" };
        var store = StoreOption.Create();
        var command = new Command(name, description) { release, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await StoreOption.OpenAsync(parsed.GetValue(store), cancellation, mustExist: true);
            return await FindAsync(opened, parsed.GetRequiredValue(release), cancellation) is { } document
                ? await run(opened, document, parsed, cancellation)
                : ExitCode.InputWrong;
        });
        return command;
    }

    /// <summary>The release; null, with a message, when there is none or several.</summary>
    static async Task<ReleaseDocument?> FindAsync(IReleaseStore store, string id, CancellationToken cancellation)
    {
        var matches = (await store.ListAsync(cancellation)).Where(x => x.Id.StartsWith(id, StringComparison.Ordinal)).ToArray();
        if (matches.Length == 1)
        {
            return await store.FindAsync(matches[0].Id, cancellation);
        }

        await Console.Error.WriteLineAsync(matches.Length == 0
            ? $"No release '{id}' in the store; the verb releases lists them."
            : $"'{id}' is the beginning of several releases: {string.Join(", ", matches.Select(x => x.Id))}.");
        return null;
    }
}
