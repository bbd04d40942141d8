using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Analytics.Tables;

namespace Dashboard.Commands;

/// <summary><c>audit --table</c>: checks a protected table of one's own against its certificate, and attacks it.</summary>
static class TableAuditVerb
{
    /// <summary>Lets the verb about a release take a table instead.</summary>
    public static void AddTo(Command command)
    {
        var options = new TableOptions();
        options.AddTo(command, required: false);
        var release = command.Arguments[0];
        release.Arity = ArgumentArity.ZeroOrOne;
        command.Validators.Add(result =>
        {
            if ((result.GetResult(options.Table) is null) == (result.GetResult(release) is not { Tokens.Count: > 0 }))
            {
                result.AddError("Give either a RELEASE or a --table.");
            }
        });
        var ofRelease = (AsynchronousCommandLineAction)command.Action!;
        command.SetAction((parsed, cancellation) => parsed.GetValue(options.Table) is null ? ofRelease.InvokeAsync(parsed, cancellation) : RunAsync(options.Of(parsed, ""), cancellation));
    }

    static async Task<int> RunAsync(TableProtectionOptions options, CancellationToken cancellation)
    {
        TableAuditResult result;
        using (var progress = new TerminalProgress())
        {
            result = TableAudit.Run(options, progress.Step("Attacking"), cancellation);
        }

        if (result is TableAuditResult.Refused refused)
        {
            return await ProtectCommand.RefuseAsync(refused.Faults, "Nothing was audited.");
        }

        var (tables, withheld, findings) = (TableAuditResult.Done)result;
        Console.WriteLine(findings.Count == 0 ? "Passed: the certificate holds, and no withheld count could be recovered." : "FAILED: the table is not safe.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Tables: {tables}. Withheld cells: {withheld}. Findings: {findings.Count}."));
        foreach (var finding in findings)
        {
            Console.WriteLine($"  {finding}");
        }

        return findings.Count == 0 ? ExitCode.Done : ExitCode.NotSafe;
    }
}
