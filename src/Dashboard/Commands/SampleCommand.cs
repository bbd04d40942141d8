using System.CommandLine;
using System.Globalization;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Sample;

namespace Dashboard.Commands;

/// <summary><c>sample</c>: a made-up input folder.</summary>
static class SampleCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Required = true, Description = "Folder to write", HelpName = "DIR" };
        var municipalities = new Option<int>("--municipalities") { DefaultValueFactory = _ => 13, Description = "13 (one county) or 290 (the nation)", HelpName = "13|290" };
        municipalities.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is not ("13" or "290"))
            {
                result.AddError("--municipalities must be 13 or 290.");
            }
        });
        var persons = new Option<long>("--persons") { DefaultValueFactory = _ => 20_000, Description = "Number of made-up persons, up to 50 million", HelpName = "N" };
        persons.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && long.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value is < 1 or > 50_000_000)
            {
                result.AddError("--persons must be from 1 to 50000000.");
            }
        });
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Same seed, same bytes", HelpName = "S" };
        var command = new Command("sample", "Writes a made-up input folder whose planted structure data/README.md documents.") { output, municipalities, persons, seed };
        command.SetAction((parsed, cancellation) =>
        {
            Write(parsed.GetRequiredValue(output), new SampleOptions(parsed.GetValue(municipalities), parsed.GetValue(persons), parsed.GetValue(seed)), cancellation);
            Console.WriteLine($"Made-up input written to {parsed.GetRequiredValue(output)}.");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>Writes a made-up folder with the catalogue that comes with the program.</summary>
    public static void Write(string directory, SampleOptions options, CancellationToken cancellation)
    {
        var faults = new FaultList();
        var codebook = CodebookReader.Read(ShippedCatalogue.Directory, faults) ?? throw new IOException(string.Join(Environment.NewLine, faults.Lines()));
        using var progress = new TerminalProgress();
        SampleInput.Write(directory, options, codebook, progress.Step("Writing"), cancellation);
    }
}
