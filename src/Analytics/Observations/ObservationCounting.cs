using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Npgsql;
using NpgsqlTypes;

namespace Analytics.Observations;

/// <summary>Counts the observations in the database and checks them against the catalogue of the build, which may be another than that of the ingest.</summary>
sealed class ObservationCounting(NpgsqlConnection connection, IReadOnlyList<StoredFile> stored, string place, Codebook codebook, ObservationCounter counter, FaultList faults)
{
    readonly Dictionary<Fault, (string Condition, object Value)> wrong = [];

    /// <summary>Counts.</summary>
    /// <returns>Rows counted, twice: a row that is wrong is a fault.</returns>
    public (long Read, long Good) Run(CancellationToken cancellation)
    {
        var ids = IndicatorCodes.ReadAsync(connection, cancellation).GetAwaiter().GetResult().ToDictionary(x => x.Value, x => x.Key);
        var weights = AggregationStatement.WeightsOf(stored);
        using var command = Command(connection, codebook, ids, weights);
        var rows = 0L;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                var cell = CountedCell.Read(reader);
                rows += cell.Asked;
                var indicator = codebook.IndexOfIndicator(ids.GetValueOrDefault(cell.Indicator, ""));
                var municipality = codebook.IndexOfMunicipality(cell.Municipality);
                if (Allows(cell, indicator, municipality, ids))
                {
                    counter.Add(indicator, cell.Year, municipality, cell.Band!.Value, cell.Sex, CountedCell.Counts(reader, codebook.Indicators[indicator].Measure, weights != WeightKind.None));
                }
            }
        }

        foreach (var (fault, (condition, value)) in wrong)
        {
            foreach (var file in FilesWith(condition, value))
            {
                faults.Add(fault with { File = $"{file} in {place}" });
            }
        }

        if (rows != stored.Sum(x => x.Rows ?? 0))
        {
            AddMiscounted();
        }

        return (rows, rows);
    }

    /// <summary>The statement with its parameters.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, Codebook codebook, IReadOnlyDictionary<short, string> ids, WeightKind weights)
    {
        short?[] bands = [.. Enumerable.Range(0, codebook.AgeBands.Total.To + 1).Select(age => codebook.AgeBands.IndexOf(age) is var band and >= 0 ? (short?)band : null)];
        short[] means = [.. ids.Where(x => codebook.IndexOfIndicator(x.Value) is var index and >= 0 && codebook.Indicators[index].Measure == Measure.Mean).Select(x => x.Key).Order()];
        var command = new NpgsqlCommand(AggregationStatement.Text(weights), connection);
        command.Parameters.Add(new() { Value = bands, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
        command.Parameters.Add(new() { Value = means });
        return command;
    }

    bool Allows(CountedCell cell, int indicator, int municipality, Dictionary<short, string> ids)
    {
        var allowed = true;
        if (municipality < 0)
        {
            Refuse("municipality = $1", cell.Municipality, "municipality", Fault.Quoted(cell.Municipality), "a municipality of the catalogue");
        }

        if (cell.Band is null)
        {
            var (from, to) = (codebook.AgeBands.Total.From, codebook.AgeBands.Total.To);
            Refuse("age <> ALL ($1)", Enumerable.Range(from, to - from + 1).Select(x => (short)x).ToArray(), "age", "another age", $"a whole number from {Texts.Of(from)} to {Texts.Of(to)}");
        }

        var id = Fault.Quoted(ids.GetValueOrDefault(cell.Indicator, ""));
        switch (indicator < 0 ? null : (Measure?)codebook.Indicators[indicator].Measure)
        {
            case null:
                Refuse("indicator = $1", cell.Indicator, "indicator", id, "an indicator of the catalogue");
                break;
            case Measure.Count:
                Refuse("indicator = $1", cell.Indicator, "indicator", $"{id}, a number of things", "an indicator of persons: a proportion, a mean or a rate");
                break;
            case Measure.Proportion when cell.Others > 0:
                Refuse("indicator = $1 AND value NOT IN (0, 1)", cell.Indicator, "value", $"a number that is not 0 or 1 of {id}", "0 or 1, or empty for no answer");
                break;
            case Measure.Rate when cell.Uncountable > 0:
                Refuse("indicator = $1 AND (value < 0 OR value <> floor(value))", cell.Indicator, "value", $"a number that is below 0 or not whole of {id}", "a whole number of events from 0 to 100000, or empty for no answer");
                break;
        }

        return allowed;

        // Which files it is about is asked once, when all is counted.
        void Refuse(string condition, object value, string column, string found, string expected)
        {
            allowed = false;
            wrong.TryAdd(new Fault("", 0, column, found, expected), (condition, value));
        }
    }

    List<string> FilesWith(string condition, object value)
    {
        using var command = new NpgsqlCommand($"SELECT DISTINCT coalesce(name, 'no file') FROM observations.observation LEFT JOIN observations.input_file ON key = file WHERE {condition} ORDER BY 1", connection);
        command.Parameters.Add(new() { Value = value });
        using var reader = command.ExecuteReader();
        var files = new List<string>();
        while (reader.Read())
        {
            files.Add(reader.GetString(0));
        }

        return files;
    }

    void AddMiscounted()
    {
        using var command = new NpgsqlCommand(
            """
            SELECT coalesce(name, 'no file'), coalesce(found, 0), coalesce(rows, 0)
            FROM (SELECT file, count(*) AS found FROM observations.observation GROUP BY file) counted
            FULL JOIN (SELECT * FROM observations.input_file WHERE rows IS NOT NULL) ledger ON key = file
            WHERE found IS DISTINCT FROM rows AND coalesce(found, 0) <> coalesce(rows, 0) ORDER BY 1
            """, connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            faults.Add(new Fault($"{reader.GetString(0)} in {place}", 0, "", $"{Texts.Of(reader.GetInt64(1))} rows", $"{Texts.Of(reader.GetInt64(2))} as ingested; ingest the file again"));
        }
    }
}
