using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Observations;
using Analytics.Tests.Aggregation;
using Analytics.Tests.Postgres;
using CsCheck;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>The database counts as the counter does, to the last bit.</summary>
public sealed class ObservationCountingTests(SharedServer server)
{
    static readonly double[] Odd = [0, 1, -1, 1e5, -1e5, 1e-30, 9.9e-31, 1e-19, -1e-160, 1e-300, double.Epsilon, 4.3368086899420177e-19, 99999.999999999985, 1.0 / 3, -0.1];

    static readonly Gen<double> Answers = Gen.OneOf(Gen.Int[0, Odd.Length - 1].Select(x => Odd[x]), Gen.Double[-1e5, 1e5], Gen.Double[-1e-15, 1e-15], Gen.Int[-3, 6].Select(x => x / 2.0));

    static readonly Gen<double> Weights = Gen.OneOf(Gen.Const(1.0), Gen.Const(1e-4), Gen.Const(1e4), Gen.Const(0.1), Gen.Const(9999.9999999999982), Gen.Double[1e-4, 1e4], Gen.Double[0.2, 4]);

    static readonly Gen<Observation[]> Rows = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 5], Gen.Enum<Sex>().Where(x => x != Sex.T), Gen.Int[2024, 2025], Gen.Int[0, 2], Answers, Gen.Int[0, 9], Weights)
        .Select((municipality, age, sex, year, indicator, answer, silent, weight) => new Observation(municipality, age, sex, year, indicator, silent == 0 ? double.NaN : indicator switch
        {
            0 => silent % 2,
            1 => Math.Min(1e5, Math.Floor(Math.Abs(answer))),
            _ => answer,
        }, weight)).Array[0, 300];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(WeightKind.None)]
    [InlineData(WeightKind.Few)]
    [InlineData(WeightKind.Many)]
    public async Task Run_OfAnyRows_CountsAsTheCounterDoes(object weights)
    {
        var address = await server.PrepareDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(address);
        await using var connection = await database.OpenConnectionAsync(Cancellation);
        await PostgresServer.ExecuteAsync(address, "INSERT INTO observations.indicator (code, id) VALUES (11, 'share'), (12, 'events'), (13, 'score')");
        Rows.Select(rows => weights is not WeightKind.None ? rows : [.. rows.Select(x => x with { Weight = 1 })]).Sample(rows =>
        {
            var stored = Store(connection, rows, (WeightKind)weights);
            var (counter, counted) = (new ObservationCounter(SmallCounty.Codebook), new ObservationCounter(SmallCounty.Codebook));
            var faults = new FaultList();
            foreach (var row in rows)
            {
                counter.Add(row);
            }

            var (read, _) = new ObservationCounting(connection, [stored], "the database", SmallCounty.Codebook, counted, faults).Run(Cancellation);

            Assert.Empty(faults.Lines());
            Assert.Equal(rows.Length, read);
            AssertSame(counter, counted);
        }, iter: 25, threads: 1);
    }

    /// <summary>Many answers in one cell, so that the parts of a sum carry.</summary>
    [Theory]
    [InlineData(WeightKind.Few)]
    [InlineData(WeightKind.Many)]
    public async Task Run_OfManyLargeAnswersInOneCell_CountsAsTheCounterDoes(object weights)
    {
        var address = await server.PrepareDatabaseAsync();
        await using var database = NpgsqlDataSource.Create(address);
        await using var connection = await database.OpenConnectionAsync(Cancellation);
        await PostgresServer.ExecuteAsync(address, "INSERT INTO observations.indicator (code, id) VALUES (13, 'score')");
        var random = new Random(1);
        Observation[] rows = [.. Enumerable.Range(0, 60_000).Select(x => new Observation(0, 1, Sex.F, 2025, 2, x % 3 == 0 ? -1e5 + random.NextDouble() : 1e5, x % 2 == 0 ? 1e4 - random.NextDouble() : 1e4))];
        var stored = Store(connection, rows, (WeightKind)weights);
        var (counter, counted) = (new ObservationCounter(SmallCounty.Codebook), new ObservationCounter(SmallCounty.Codebook));
        foreach (var row in rows)
        {
            counter.Add(row);
        }

        new ObservationCounting(connection, [stored], "the database", SmallCounty.Codebook, counted, new FaultList()).Run(Cancellation);

        AssertSame(counter, counted);
    }

    // As if the ledger said so, whatever there is: the result is the same.
    static StoredFile Store(NpgsqlConnection connection, Observation[] rows, WeightKind weights)
    {
        using (var empty = new NpgsqlCommand("TRUNCATE observations.observation", connection))
        {
            empty.ExecuteNonQuery();
        }

        using var copy = new ObservationCopy(connection, "observations.observation", SmallCounty.Codebook, [11, 12, 13]);
        for (var i = 0; i < rows.Length; i++)
        {
            copy.Add($"p{i}", rows[i], 1, i);
        }

        copy.Complete();
        return new StoredFile(1, "observations.csv", 1, "", rows.Length, weights switch { WeightKind.None => 0, WeightKind.Few => 1, _ => AggregationStatement.FewWeights + 1 });
    }

    static void AssertSame(ObservationCounter expected, ObservationCounter actual)
    {
        var (one, other) = (Tables(expected), Tables(actual));
        Assert.Equal(one.Select(x => (x.Indicator.Id, x.Year)), other.Select(x => (x.Indicator.Id, x.Year)));
        foreach (var (table, counted) in one.Zip(other))
        {
            for (var area = 0; area < table.Layout.Areas.Count; area++)
            {
                for (var band = 0; band < table.Layout.Bands.Count; band++)
                {
                    for (var sex = Sex.F; sex <= Sex.T; sex++)
                    {
                        Assert.Equal(table[area, band, sex], counted[area, band, sex]);
                    }
                }
            }
        }
    }

    static CountTable[] Tables(ObservationCounter counter)
    {
        var bands = SmallCounty.Codebook.AgeBands;
        var population = new Population([.. Enumerable.Range(0, 36).Select(x => new PopulationRow(x % 3, x / 3 % 6, (Sex)(x / 18), 2024, 40))], bands);
        return [.. counter.Tables(AreaHierarchy.Of(SmallCounty.Codebook, counter.Municipalities, bands), population)];
    }
}
