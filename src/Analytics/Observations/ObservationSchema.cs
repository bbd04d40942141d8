using Analytics.Postgres;

namespace Analytics.Observations;

/// <summary>The tables of microdata in PostgreSQL.</summary>
static class ObservationSchema
{
    /// <summary>Where they are.</summary>
    public const string Name = "observations";

    /// <summary>Parts of the table of observations, by hash of the municipality: each has its own key and can lie on a server of its own.</summary>
    public const int Partitions = 16;

    /// <summary>Waits for other ingests, until the end of the transaction.</summary>
    public const string TakeTurns = "SELECT observations.take_turns()";

    /// <summary>The columns of an observation, in the order of the table: wide ones first, so that no byte is lost between them.</summary>
    public const string Columns = "value, weight, file, year, indicator, age, sex, municipality, person";

    /// <summary>What takes an empty schema to each version; a step that has been released never changes.</summary>
    public static SchemaSteps Steps { get; } = new(Name, [Read()]);

    static string Read()
    {
        using var stream = typeof(ObservationSchema).Assembly.GetManifestResourceStream("observations.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
