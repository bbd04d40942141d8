using System.Globalization;
using System.Text;
using Analytics.Catalogue;

namespace Analytics.Sample;

/// <summary>A made-up input folder with every file that a build can read and a known structure planted in it.</summary>
/// <remarks>
/// The same options and catalogue give the same bytes on every machine and in every culture (of a compressed file: the same content). What a person has does not
/// depend on how many people there are: fewer people are the first of more. <c>data/README.md</c> documents files, rules and the planted structure.
/// </remarks>
public static class SampleInput
{
    /// <summary>Largest number of people.</summary>
    public const long MostPersons = 50_000_000;

    /// <summary>Writes the folder; files of the same name are replaced, each only when it is complete.</summary>
    /// <param name="directory">Folder; made where it does not exist.</param>
    /// <param name="options">How large the input is.</param>
    /// <param name="codebook">Where municipalities, indicators, methods and actor types come from; what it lacks is left out.</param>
    /// <param name="progress">Receives the fraction written, in [0, 1].</param>
    /// <param name="cancellation">Stops writing; the file that was being written is removed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of people or municipalities is not positive, or there are too many people.</exception>
    /// <exception cref="ArgumentException">The catalogue has no municipality.</exception>
    /// <exception cref="IOException">The folder holds observations under another name, which a build would read as well.</exception>
    public static void Write(string directory, SampleOptions options, Codebook codebook, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Municipalities);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Persons);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Persons, MostPersons);
        if (codebook.Municipalities.Count == 0)
        {
            throw new ArgumentException("A made-up input needs a catalogue with at least one municipality.", nameof(codebook));
        }

        Directory.CreateDirectory(directory);
        var observations = options.Compress ? "observations.csv.gz" : "observations.csv";
        if (Directory.EnumerateFiles(directory, "observations*").Select(Path.GetFileName).FirstOrDefault(x => x != observations && x != observations + ".part") is { } other)
        {
            throw new IOException($"The folder '{directory}' already holds '{other}', which would be read beside '{observations}'. Remove it or name another folder.");
        }

        var areas = SampleAreas.Choose(codebook, options.Municipalities, options.Seed);
        var population = ObservationFile.Write(Path.Combine(directory, observations), options, areas, codebook, progress, cancellation);
        ObservationFile.WritePopulation(Path.Combine(directory, "population.csv"), areas, codebook, population);
        AggregateFile.Write(Path.Combine(directory, "aggregates.csv"), areas, codebook, options.Seed);
        PracticeFiles.WriteMethodUse(Path.Combine(directory, "method_use.csv"), areas, codebook, options.Seed);
        PracticeFiles.WriteFollowUp(Path.Combine(directory, "follow_up.csv"), areas, codebook, options.Seed);
        CollaborationFiles.WriteCollaboration(Path.Combine(directory, "collaboration.csv"), areas, codebook, options.Seed);
        CollaborationFiles.WriteInterviews(Path.Combine(directory, "interview_codes.csv"), areas, codebook, options.Seed);
        File.WriteAllText(Path.Combine(directory, "input.json"), Description(areas, options), new UTF8Encoding(false));
    }

    static string Description(SampleAreas areas, SampleOptions options) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "title": "Påhittade exempeldata: {{areas.All.Count}} kommuner, {{options.Persons}} påhittade personer",
          "source": "Påhittat av programmet (frö {{options.Seed}}). Inga verkliga barn, organisationer eller resultat.",
          "licence": "CC0 1.0",
          "collected": "{{PlantedStructure.FirstYear}}–{{PlantedStructure.LastYear}} (påhittat)",
          "response_rate": 0.93,
          "demonstration": true
        }

        """).ReplaceLineEndings("\n");
}
