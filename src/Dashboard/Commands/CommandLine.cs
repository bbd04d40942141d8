using System.CommandLine;
using System.Data.Common;
using Dashboard.Releases;

namespace Dashboard.Commands;

/// <summary>The command line: one verb, one job; without a verb the dashboard is served.</summary>
static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help.");
            return ExitCode.CommandLineWrong;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
        }
        catch (Exception e) when (Reported(e is AggregateException { InnerException: { } inner } ? inner : e) is { } report)
        {
            await Console.Error.WriteLineAsync(report.Message);
            return report.ExitCode;
        }
    }

    /// <summary>What the world around the program does wrong, as one line and an exit code; null for a fault of the program itself, which must not be hidden.</summary>
    static (string Message, int ExitCode)? Reported(Exception e) => e switch
    {
        SettingsProblemsException => (e.Message, ExitCode.CommandLineWrong),
        StoreAwayException => (e.Message, ExitCode.StoreAway),
        DbException => ($"The store failed: {e.Message}", ExitCode.StoreAway),
        InvalidDataException => ($"The store cannot be read: {e.Message}", ExitCode.StoreAway),
        OperationCanceledException => ("Stopped. The current release is as it was.", ExitCode.Stopped),
        IOException or UnauthorizedAccessException => (e.Message, ExitCode.InputWrong),
        _ => null,
    };

    static RootCommand Root()
    {
        var serve = ServeCommand.Create();
        var root = new RootCommand("Lägesbild: risk and protective factors of children 0–18, per municipality.")
        {
            serve, SampleCommand.Create(), IngestCommand.Create(), BuildCommand.Create(), WhatIfCommand.Create(), ProtectCommand.Create(), AuditCommand.Create(), PublishCommand.Create(), ExportCommand.Create(), ReleasesCommand.Create(), DatabaseCommand.Create(),
        };
        foreach (var option in serve.Options)
        {
            root.Add(option);
        }

        root.Action = serve.Action;
        return root;
    }
}
