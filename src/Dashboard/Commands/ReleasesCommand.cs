using System.CommandLine;
using System.Globalization;

namespace Dashboard.Commands;

/// <summary><c>releases</c>: what is in the store.</summary>
static class ReleasesCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var command = new Command("releases", "Lists releases with state, date, inputs and audit.") { store };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var opened = await StoreOption.OpenAsync(parsed.GetValue(store), cancellation, mustExist: true);
            var releases = await opened.ListAsync(cancellation);
            if (releases.Count == 0)
            {
                Console.WriteLine("No releases yet; build makes one.");
                return ExitCode.Done;
            }

            Console.WriteLine("id                state      built              inputs  audit   title");
            foreach (var release in releases)
            {
                var state = release.Current ? "current" : release.Published is null ? "draft" : "published";
                var audit = release.AuditPassed switch { null => "none", true => "passed", false => "FAILED" };
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{release.Id,-16}  {state,-9}  {release.Created:yyyy-MM-dd HH:mm}Z  {release.InputFiles,6}  {audit,-6}  {release.Title}{(release.Demonstration ? " (demonstration)" : "")}"));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
