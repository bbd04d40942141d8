using System.CommandLine;
using Analytics;
using Analytics.Catalogue;
using Analytics.Sample;
using Analytics.Storage;
using Dashboard.Access;
using Dashboard.Releases;
using Microsoft.Extensions.Hosting.Systemd;

namespace Dashboard.Commands;

/// <summary><c>serve</c>: the dashboard; an empty store first gets the demonstration release.</summary>
static class ServeCommand
{
    const string SampleDirectory = "data/sample";

    public static Command Create()
    {
        var store = StoreOption.Create();
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on (default http://127.0.0.1:5080)", HelpName = "URLS" };
        var command = new Command("serve", "Serves the dashboard (default).") { store, urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] settings = parsed.GetValue(urls) is { } addresses ? ["--urls", addresses] : [];
            DashboardApplication.Check(settings);
            await using var opened = await StoreOption.OpenAsync(parsed.GetValue(store), cancellation);
            if (await opened.CurrentIdAsync(cancellation) is null && (await opened.ListAsync(cancellation)).All(x => x.Demonstration) && await opened.MayAddAsync(cancellation))
            {
                var code = await PublishDemonstrationAsync(opened, cancellation);
                if (code != ExitCode.Done)
                {
                    return code;
                }
            }

            await using var application = DashboardApplication.Create(settings, opened);
            // In memory before anybody is told that pages are served, and before the store can go away; beside the start, which has work of its own.
            var reader = application.Services.GetRequiredService<ReleaseReader>();
            var loading = Task.Run(async () => await reader.FindCurrentAsync(await reader.CurrentIdAsync(cancellation), cancellation), cancellation);
            await application.StartAsync(cancellation);
            await loading;
            Console.WriteLine(StartLines.Of(application));
            TellSystemd(application.Lifetime);
            await application.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Tells systemd, where it started the program with <c>Type=notify</c>, that pages are served, and later that this ends.</summary>
    static void TellSystemd(IHostApplicationLifetime lifetime)
    {
        var systemd = new SystemdNotifier();
        systemd.Notify(ServiceState.Ready);
        lifetime.ApplicationStopping.Register(() => systemd.Notify(ServiceState.Stopping));
    }

    /// <summary>Builds, audits and publishes the demonstration from <see cref="SampleDirectory"/>, which is written first where it is missing.</summary>
    static async Task<int> PublishDemonstrationAsync(IReleaseStore store, CancellationToken cancellation)
    {
        Console.WriteLine("The store is empty: building the demonstration release from made-up data.");
        if (!Directory.Exists(SampleDirectory))
        {
            WriteSample(cancellation);
        }

        BuildResult result;
        using (var progress = new TerminalProgress())
        {
            result = Pipeline.Build(new BuildOptions(SampleDirectory, ShippedCatalogue.Directory), TimeProvider.System.GetUtcNow(), progress, cancellation);
        }

        if (result is not BuildResult.Built { Release: var release })
        {
            foreach (var line in ((BuildResult.Refused)result).Faults.Lines())
            {
                await Console.Error.WriteLineAsync(line);
            }

            return ExitCode.InputWrong;
        }

        await store.AddDraftAsync(release, cancellation);
        await CommandTrail.AddAsync(store, TrailActions.Build, release.Manifest.Id, cancellation);
        if (!await AuditCommand.IsSafeAsync(store, release, "published", cancellation))
        {
            return ExitCode.NotSafe;
        }

        await store.PublishAsync(release.Manifest.Id, TimeProvider.System.GetUtcNow(), cancellation);
        await CommandTrail.AddAsync(store, TrailActions.Publish, release.Manifest.Id, cancellation);
        return ExitCode.Done;
    }

    /// <summary>Writes beside the folder and renames, so that a stopped start leaves no half sample and of two starts at once one wins.</summary>
    static void WriteSample(CancellationToken cancellation)
    {
        var unfinished = $"{SampleDirectory}.{Environment.ProcessId}";
        try
        {
            SampleCommand.Write(unfinished, new SampleOptions(), cancellation);
            Directory.Move(unfinished, SampleDirectory);
        }
        catch (IOException) when (Directory.Exists(SampleDirectory))
        {
            // Another start wrote the same bytes meanwhile.
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }
}
