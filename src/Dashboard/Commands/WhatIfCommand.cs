using System.CommandLine;
using System.Globalization;
using System.Text;
using Analytics;
using Analytics.Catalogue;
using Analytics.Release;
using Analytics.Tables;

namespace Dashboard.Commands;

/// <summary><c>whatif</c>: what each of several protections of an input would cost, before one is decided on.</summary>
static class WhatIfCommand
{
    static readonly string[] Columns =
        ["protection", "threshold", "base", "weights", "primary", "secondary", "shown_all", "shown_totals", "shown_counties", "hidden_counts", "gap", "mean_error", "largest_error"];

    public static Command Create()
    {
        var input = new Option<string>("--input") { Required = true, Description = "Input folder", HelpName = "DIR" };
        var catalogue = new Option<string?>("--catalogue") { Description = "Catalogue folder instead of data/catalogue", HelpName = "DIR" };
        var thresholds = ListOption.OfNumbers("--threshold", 5, 2, "Counts from 1 to one less are small");
        var bases = ListOption.OfNumbers("--base", 20, 2, "Smallest base that is shown");
        var weights = ListOption.OfWords("--weights", "What hiding a cell that needs no protection itself costs", "counts", "cells", "log");
        var protections = ListOption.OfWords("--protection", "Withhold cells, or round small counts", ProtectionMode.All);
        var output = new Option<string?>("--out") { Description = "Writes the table as CSV too", HelpName = "FILE" };
        var command = new Command("whatif", "Compares what protections of an input would cost: every combination of the lists. Prints sums only and stores nothing.") { input, catalogue, thresholds, bases, weights, protections, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is { } file && result.GetValue(input) is { } folder && Path.GetDirectoryName(Path.GetFullPath(file)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            {
                result.AddError("--out must not lie in the input folder.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            WhatIfResult result;
            using (var progress = new TerminalProgress())
            {
                var options = new WhatIfOptions(parsed.GetRequiredValue(input), parsed.GetValue(catalogue) ?? ShippedCatalogue.Directory)
                {
                    Thresholds = parsed.GetRequiredValue(thresholds),
                    Bases = parsed.GetRequiredValue(bases),
                    Weights = [.. parsed.GetRequiredValue(weights).Select(x => Enum.Parse<HidingCost>(x, ignoreCase: true))],
                    Protections = parsed.GetRequiredValue(protections),
                };
                result = WhatIf.Run(options, progress, cancellation);
            }

            if (result is WhatIfResult.Refused refused)
            {
                return await ProtectCommand.RefuseAsync(refused.Faults, "Nothing was compared.");
            }

            var outcomes = ((WhatIfResult.Compared)result).Outcomes;
            Print([.. outcomes.Select(x => Fields(x, Percent, "-"))]);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file, Csv(outcomes.Select(x => Fields(x, Fraction, ""))), cancellation);
                Console.WriteLine($"Written: {file}.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    static string[] Fields(WhatIfOutcome outcome, Func<double, string> part, string none)
    {
        var (protection, threshold, smallest, weights) = outcome.Combination;
        string Part(double? fraction) => fraction is { } value ? part(value) : none;
        return
        [
            protection, Number(threshold), Number(smallest), weights?.ToString().ToLowerInvariant() ?? none, Number(outcome.Primary), Number(outcome.Secondary),
            Part(outcome.ShownOfAll), Part(outcome.ShownOfTotals), Part(outcome.ShownOfCounties), Number(outcome.HiddenCounts), Part(outcome.Gap),
            outcome.MeanError?.ToString("0.00", CultureInfo.InvariantCulture) ?? none, outcome.LargestError is { } largest ? Number(largest) : none,
        ];
    }

    static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    static string Fraction(double fraction) => fraction.ToString("0.######", CultureInfo.InvariantCulture);

    static string Percent(double fraction) => (fraction * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    static void Print(string[][] rows)
    {
        Console.WriteLine("Cells withheld for their own sake (primary) and to protect others (secondary); shown parts of all cells, of municipal totals and of county cells; people in");
        Console.WriteLine("withheld cells; how far the secondary cells are from the least possible; for rounding how far shown counts are from the true ones.");
        Console.WriteLine();
        int[] widths = [.. Columns.Select((column, i) => Math.Max(column.Length, rows.Max(row => row[i].Length)))];
        foreach (var row in rows.Prepend(Columns))
        {
            Console.WriteLine(string.Join("  ", row.Select((field, i) => Columns[i] is "protection" or "weights" ? field.PadRight(widths[i]) : field.PadLeft(widths[i]))));
        }
    }

    static string Csv(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(Columns))
        {
            text.AppendJoin(',', row).Append('\n');
        }

        return text.ToString();
    }
}
