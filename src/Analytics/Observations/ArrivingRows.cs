using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Receives the microdata of an ingest and sends it on, one COPY per file. From the first fault on nothing is sent any more: the ingest is lost.</summary>
sealed class ArrivingRows(NpgsqlConnection connection, IngestPlan plan, Codebook codebook, short[] indicators, FaultList faults) : IDisposable
{
    readonly Dictionary<string, (long Rows, long Weighted)> finished = new(StringComparer.Ordinal);
    ObservationCopy? copy;
    string file = "";
    int key;
    long rows, weighted;

    /// <summary>Rows of a file, and how many of them have a weight other than 1.</summary>
    public (long Rows, long Weighted) CountsOf(string name) => finished.GetValueOrDefault(name);

    /// <summary>One checked row.</summary>
    public void Add(ReadOnlySpan<char> person, in Observation observation, RowChecks row)
    {
        if (person.Contains('\0'))
        {
            // PostgreSQL has no text with it.
            row.Describe("person", "a character with the code 0", "a text without it");
        }

        if (!faults.IsEmpty)
        {
            return;
        }

        if (!ReferenceEquals(file, row.File))
        {
            Complete();
            (file, key) = (row.File, plan.KeyOf(row.File));
            copy = new ObservationCopy(connection, "observations.observation", codebook, indicators);
        }

        copy!.Add(person, observation, key, row.Line);
        rows++;
        weighted += observation.Weight == 1 ? 0 : 1;
    }

    /// <summary>Ends the COPY of the last file.</summary>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public void Complete()
    {
        if (copy is not null)
        {
            finished[file] = (rows, weighted);
            (rows, weighted) = (0, 0);
            copy.Complete();
            copy = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => copy?.Dispose();
}
