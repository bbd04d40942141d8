using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Receives the microdata of an ingest and sends it on, one COPY per file. From the first fault on nothing is sent any more: the ingest is lost.</summary>
/// <param name="connection">Within the transaction of the ingest.</param>
/// <param name="plan">Which files arrive.</param>
/// <param name="codebook">What the indices of an observation mean.</param>
/// <param name="indicators">Number of each indicator in the database.</param>
/// <param name="spread">Whether parts of the table lie on other servers.</param>
/// <param name="faults">Everything that is wrong so far.</param>
sealed class ArrivingRows(NpgsqlConnection connection, IngestPlan plan, Codebook codebook, short[] indicators, bool spread, FaultList faults) : IDisposable
{
    // COPY into a foreign table goes row by row before PostgreSQL 16; INSERT ... SELECT goes in batches.
    const string Staged = "pg_temp.staged";
    const string Stage = $"CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT {ObservationSchema.Columns} FROM observations.observation WITH NO DATA";
    const string PassOn = $"INSERT INTO observations.observation ({ObservationSchema.Columns}) SELECT {ObservationSchema.Columns} FROM {Staged}; DROP TABLE {Staged}";

    readonly Dictionary<string, (long Rows, int Weights)> finished = new(StringComparer.Ordinal);
    readonly HashSet<double> weights = [];
    ObservationCopy? copy;
    string file = "";
    int key;
    long rows;

    /// <summary>Rows of a file, and how many different weights other than 1 they have: at most one more than <see cref="AggregationStatement.FewWeights"/>.</summary>
    public (long Rows, int Weights) CountsOf(string name) => finished.GetValueOrDefault(name);

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
            if (spread)
            {
                Execute(Stage);
            }

            copy = new ObservationCopy(connection, spread ? Staged : "observations.observation", codebook, indicators);
        }

        copy!.Add(person, observation, key, row.Line);
        rows++;
        if (observation.Weight != 1 && weights.Count <= AggregationStatement.FewWeights)
        {
            weights.Add(observation.Weight);
        }
    }

    /// <summary>Ends the COPY of the last file.</summary>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public void Complete()
    {
        if (copy is not null)
        {
            finished[file] = (rows, weights.Count);
            rows = 0;
            weights.Clear();
            copy.Complete();
            copy = null;
            if (spread)
            {
                Execute(PassOn);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => copy?.Dispose();

    void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
