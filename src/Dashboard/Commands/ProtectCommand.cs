using System.CommandLine;
using System.Globalization;
using Analytics.Csv;
using Analytics.Tables;

namespace Dashboard.Commands;

/// <summary><c>protect</c>: a table of one's own becomes one that may be shown.</summary>
static class ProtectCommand
{
    public static Command Create()
    {
        var table = new TableOptions();
        var output = new Option<string>("--out") { Required = true, Description = "The protected table; its certificate stands beside it", HelpName = "FILE" };
        var insider = OneOf("--insider", "Reckons with the only person in a withheld cell, who knows that cell", "on", "off");
        var weights = OneOf("--weights", "What hiding a cell costs", "counts", "cells", "log");
        var protection = OneOf("--protection", "Withholds small counts, or rounds them", "suppression", "rounding");
        var command = new Command("protect", "Protects any additive table of counts; prints what it hid and how much less is impossible.");
        table.AddTo(command, required: true);
        foreach (var option in (Option[])[output, insider, weights, protection])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(output);
            var options = table.Of(parsed, path) with
            {
                Insider = parsed.GetValue(insider) == "on",
                Weights = parsed.GetValue(weights) switch { "cells" => HidingCost.Cells, "log" => HidingCost.Log, _ => HidingCost.Counts },
                Mode = parsed.GetValue(protection) == "rounding" ? TableProtectionMode.Rounding : TableProtectionMode.Suppression,
            };
            if (options.Released.Append(options.Table).Append(options.Spec).Any(input => Path.GetFullPath(input) == Path.GetFullPath(path)))
            {
                await Console.Error.WriteLineAsync("--out must not be a file that is read.");
                return ExitCode.CommandLineWrong;
            }

            return await RunAsync(options, cancellation);
        });
        return command;
    }

    /// <summary>Says what is wrong with the input.</summary>
    public static async Task<int> RefuseAsync(FaultList faults, string consequence)
    {
        foreach (var line in faults.Lines())
        {
            await Console.Error.WriteLineAsync(line);
        }

        await Console.Error.WriteLineAsync(consequence);
        return ExitCode.InputWrong;
    }

    static Option<string> OneOf(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { DefaultValueFactory = _ => values[0], Description = description };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    static async Task<int> RunAsync(TableProtectionOptions options, CancellationToken cancellation)
    {
        const string NothingWritten = "Nothing was written.";
        var started = TimeProvider.System.GetTimestamp();
        TableProtectionResult result;
        using (var progress = new TerminalProgress())
        {
            result = TableProtection.Protect(options, progress, cancellation);
        }

        switch (result)
        {
            case TableProtectionResult.Refused refused:
                return await RefuseAsync(refused.Faults, NothingWritten);
            case TableProtectionResult.NotSafe notSafe:
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{notSafe.Cells.Count} cells cannot be made safe:"));
                foreach (var cell in notSafe.Cells)
                {
                    await Console.Error.WriteLineAsync($"  {cell}");
                }

                await Console.Error.WriteLineAsync(NothingWritten);
                return ExitCode.NotSafe;
            default:
                Print(((TableProtectionResult.Written)result).Summary, options, TimeProvider.System.GetElapsedTime(started));
                return ExitCode.Done;
        }
    }

    static void Print(TableSummary summary, TableProtectionOptions options, TimeSpan taken)
    {
        var rules = string.Join(", ", summary.Primary.Select(x => string.Create(CultureInfo.InvariantCulture, $"{Words(x.Key)} {x.Value}")));
        Say($"Cells: {summary.Cells} in {summary.Tables} independent table{(summary.Tables == 1 ? "" : "s")}; {summary.Unpublished} more have no row.");
        Say($"Primary cells: {summary.Primary.Values.Sum()}{(rules.Length > 0 ? $" ({rules})" : "")}.");
        if (summary.Mode == TableProtectionMode.Rounding)
        {
            Say($"Rounded: small counts to 0 or {options.Threshold}, others with their parts. Mean error {summary.MeanError:0.00}, largest {summary.LargestError}.");
        }
        else
        {
            var gap = summary.LowerBound >= summary.Cost ? 0 : (summary.Cost - summary.LowerBound) / Math.Max(summary.LowerBound, 1);
            Say($"Secondary cells: {summary.Secondary}. Cost {summary.Cost}; lower bound {summary.LowerBound:0.##}; gap {gap * 100:0.0} %.");
        }

        if (summary.Narrow.Count > 0)
        {
            Say($"Less room than {options.Width} because of what must be shown, but not exact: {string.Join("; ", summary.Narrow)}.");
        }

        if (summary.HangingCodes.Count > 0)
        {
            Say($"Not in the hierarchy, so taken as direct parts of the total: {string.Join("; ", summary.HangingCodes)}.");
        }

        Say($"Seconds: {taken.TotalSeconds:0.00}. Written: {options.Output} and {options.Output}.certificate.");

        static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    static string Words(TableRule rule) => rule switch
    {
        TableRule.SmallCount => "small count",
        TableRule.SmallUnpublished => "small count without a row",
        TableRule.SmallChange => "small change since an earlier output",
        _ => "withheld before",
    };
}
