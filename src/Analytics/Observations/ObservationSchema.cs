using Analytics.Postgres;

namespace Analytics.Observations;

/// <summary>The tables of microdata in PostgreSQL.</summary>
static class ObservationSchema
{
    /// <summary>Where they are.</summary>
    public const string Name = "observations";

    /// <summary>What takes an empty schema to each version; a step that has been released never changes.</summary>
    public static SchemaSteps Steps { get; } = new(Name, []);
}
