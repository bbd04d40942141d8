using System.CommandLine;
using System.Globalization;
using Analytics.Catalogue;
using Analytics.Observations;
using Analytics.Postgres;
using Dashboard.Access;

namespace Dashboard.Commands;

/// <summary><c>ingest</c>: the files of an input folder are stored in PostgreSQL, to be built from there.</summary>
static class IngestCommand
{
    public static Command Create()
    {
        var input = new Option<string?>("--input") { Description = "Input folder; may hold a single corrected file", HelpName = "DIR" };
        var catalogue = new Option<string?>("--catalogue") { Description = "Catalogue folder instead of data/catalogue", HelpName = "DIR" };
        var remove = new Option<string[]>("--remove") { Description = "Name of a stored file to take away; may be given several times", HelpName = "NAME" };
        var store = StoreOption.Create();
        var command = new Command("ingest", "Checks the files of an input folder and stores them in PostgreSQL, all or nothing. A file of the same name is replaced, the same bytes are left alone.") { input, catalogue, remove, store };
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) is null && result.GetValue(remove) is not { Length: > 0 })
            {
                result.AddError("ingest needs --input DIR, or --remove NAME.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = StoreOption.AddressOf(parsed.GetValue(store));
            if (!PostgresAddress.IsOne(address))
            {
                await Console.Error.WriteLineAsync("ingest needs a PostgreSQL store: --store 'Host=...;Database=...;Username=lagesbild_ingest'. From a folder, build --input needs no ingest.");
                return ExitCode.CommandLineWrong;
            }

            await using var opened = await StoreOption.OpenAsync(address, cancellation);
            IngestResult result;
            using (var progress = new TerminalProgress())
            {
                var options = new IngestOptions(address, parsed.GetValue(input), parsed.GetValue(catalogue) ?? ShippedCatalogue.Directory) { Remove = parsed.GetValue(remove) ?? [] };
                result = await ObservationIngest.RunAsync(options, progress.Step("Ingesting"), cancellation);
            }

            if (result is IngestResult.Refused refused)
            {
                foreach (var line in refused.Faults.Lines())
                {
                    await Console.Error.WriteLineAsync(line);
                }

                await Console.Error.WriteLineAsync("Nothing stored was changed.");
                return ExitCode.InputWrong;
            }

            var files = ((IngestResult.Done)result).Files;
            await CommandTrail.AddAsync(opened, TrailActions.Ingest, string.Join(", ", files.Where(x => x.Change != FileChange.Unchanged).Select(x => x.Name)), cancellation);
            foreach (var file in files)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Said(file.Change)} {file.Name}{(file.Rows is { } rows ? $": {rows} rows" : "")}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    static string Said(FileChange change) => change switch
    {
        FileChange.Added => "added",
        FileChange.Replaced => "replaced",
        FileChange.Removed => "removed",
        _ => "unchanged",
    };
}
