using System.CommandLine;
using System.Globalization;
using Analytics;
using Analytics.Catalogue;
using Analytics.Postgres;
using Analytics.Release;
using Analytics.Storage;
using Analytics.Tables;
using Dashboard.Access;

namespace Dashboard.Commands;

/// <summary><c>build</c>: an input folder becomes a draft release.</summary>
static class BuildCommand
{
    public static Command Create()
    {
        var input = new Option<string?>("--input") { Description = "Input folder", HelpName = "DIR" };
        var database = new Option<bool>("--from-database") { Description = "Build from what was ingested into PostgreSQL, instead of a folder" };
        var observations = new Option<string?>("--observations") { Description = "With --from-database: connection string of PostgreSQL that holds what was ingested (default: the store)", HelpName = "STORE" };
        var catalogue = new Option<string?>("--catalogue") { Description = "Catalogue folder instead of data/catalogue", HelpName = "DIR" };
        var threshold = new Option<int>("--threshold") { DefaultValueFactory = _ => 5, Description = "Counts from 1 to one less are small", HelpName = "N" };
        var smallestBase = new Option<int>("--base") { DefaultValueFactory = _ => 20, Description = "Smallest base that is shown", HelpName = "N" };
        var protection = new Option<string>("--protection") { DefaultValueFactory = _ => ProtectionMode.Suppression, Description = "Withhold cells, or round small counts and withhold nothing but means", HelpName = "suppression|rounding" };
        protection.AcceptOnlyFromAmong([.. ProtectionMode.All]);
        var weights = new Option<string>("--weights") { DefaultValueFactory = _ => "counts", Description = "What hiding a cell that needs no protection itself costs", HelpName = "counts|cells|log" };
        weights.AcceptOnlyFromAmong("counts", "cells", "log");
        var timings = new Option<bool>("--timings") { Description = "Print to standard error how long each stage took, also when nothing is built" };
        AtLeast(threshold, 2);
        AtLeast(smallestBase, 2);
        var store = StoreOption.Create();
        var command = new Command("build", "Reads, counts, protects and estimates an input folder, or what was ingested, into one draft release; prints its id.") { input, database, observations, catalogue, threshold, smallestBase, protection, weights, store, timings };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(input) is not null) == result.GetValue(database))
            {
                result.AddError("build needs --input DIR or --from-database, and not both.");
            }
            else if (result.GetValue(observations) is not null && !result.GetValue(database))
            {
                result.AddError("--observations belongs to --from-database.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(database) ? parsed.GetValue(observations) ?? StoreOption.AddressOf(parsed.GetValue(store)) : null;
            if (address is not null && !PostgresAddress.IsOne(address))
            {
                await Console.Error.WriteLineAsync("--from-database needs PostgreSQL: --observations or --store 'Host=...;Database=...;Username=lagesbild_publish'.");
                return ExitCode.CommandLineWrong;
            }

            var options = new BuildOptions(parsed.GetValue(input) ?? "", parsed.GetValue(catalogue) ?? ShippedCatalogue.Directory, parsed.GetValue(threshold), parsed.GetValue(smallestBase), parsed.GetRequiredValue(protection))
            {
                Database = address,
                Weights = Enum.Parse<HidingCost>(parsed.GetRequiredValue(weights), ignoreCase: true),
            };
            var times = parsed.GetValue(timings) ? new StageTimes(TimeProvider.System) : null;
            try
            {
                return await RunAsync(options, parsed.GetValue(store), times, cancellation);
            }
            finally
            {
                if (times is not null)
                {
                    await Console.Error.WriteAsync(TimingsTable.Of(times));
                }
            }
        });
        return command;
    }

    static async Task<int> RunAsync(BuildOptions options, string? store, StageTimes? times, CancellationToken cancellation)
    {
        await using var opened = await StoreOption.OpenAsync(store, cancellation);
        times?.End("Opening the store");
        BuildResult result;
        using (var progress = new TerminalProgress())
        {
            var published = await PublishedReleases.OfAsync(opened, except: null, cancellation);
            times?.End("Published releases", published.Count, "releases");
            result = Pipeline.Build(options with { Published = published }, TimeProvider.System.GetUtcNow(), progress, cancellation, times);
        }

        if (result is BuildResult.Refused refused)
        {
            foreach (var line in refused.Faults.Lines())
            {
                await Console.Error.WriteLineAsync(line);
            }

            await Console.Error.WriteLineAsync("Nothing was built and nothing stored was changed.");
            return ExitCode.InputWrong;
        }

        if (result is BuildResult.NotSafe unsafePlaces)
        {
            foreach (var place in unsafePlaces.Places)
            {
                await Console.Error.WriteLineAsync(place);
            }

            await Console.Error.WriteLineAsync("These cells cannot be made safe together with what is published already. Nothing was built and nothing stored was changed.");
            return ExitCode.NotSafe;
        }

        var (release, notUsed) = (BuildResult.Built)result;
        var added = await opened.AddDraftAsync(release, cancellation);
        times?.End("Writing", release.Cells.Count, "cells");
        await CommandTrail.AddAsync(opened, TrailActions.Build, release.Manifest.Id, cancellation);
        times?.End("Audit trail");
        Console.WriteLine(release.Manifest.Id);
        Console.WriteLine(Summary(release, added, notUsed));
        return ExitCode.Done;
    }

    static void AtLeast(Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value < least)
        {
            result.AddError($"{option.Name} must be at least {least}.");
        }
    });

    static string Summary(ReleaseDocument release, bool added, int notUsed)
    {
        var shown = release.Cells.Count(x => x.Cell is Cell.Shown);
        var suppressed = release.Cells.Count(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed });
        var indicators = release.Cells.Select(x => x.Address.Indicator).Distinct().Count();
        var (areas, years) = (release.Manifest.Areas, release.Manifest.Years);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            {(added ? "Draft" : "Already in the store")}: {release.Manifest.Description.Title}{(release.Manifest.Description.Demonstration ? " (made-up demonstration data)" : "")}
            {indicators} indicators, {years.Count} years{(years.Count > 0 ? $" ({years[0]}–{years[^1]})" : "")}, {areas.Count} areas; {release.Cells.Count} cells: {shown} shown, {suppressed} protected{(release.Manifest.Parameters.IsRounded ? ", small counts rounded" : "")}.{(notUsed > 0 ? $" Not used: {notUsed} rows of aggregates.csv, of areas outside the release or ages at which the indicator is not measured." : "")}
            Next: audit {release.Manifest.Id}, then publish {release.Manifest.Id}.
            """);
    }
}
