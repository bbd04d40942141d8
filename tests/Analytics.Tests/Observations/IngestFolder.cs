using Analytics.Catalogue;
using Analytics.Observations;
using Analytics.Tests.Intake;
using Analytics.Tests.Postgres;
using Xunit;

namespace Analytics.Tests.Observations;

/// <summary>An input folder on its way into a database.</summary>
sealed class IngestFolder(string address) : IDisposable
{
    readonly TestInput input = new();

    /// <summary>Connection string of the one who ingests.</summary>
    public string Address => address;

    public string Folder => input.Folder;

    public IngestFolder With(string name, string text)
    {
        input.With(name, text);
        return this;
    }

    public IngestFolder With(string name, byte[] bytes)
    {
        input.With(name, bytes);
        return this;
    }

    /// <summary>A file of microdata with the usual header.</summary>
    public IngestFolder WithRows(string name, params string[] rows) => With(name, TestInput.Header + string.Concat(rows.Select(x => x + "\n")));

    public IngestFolder Without(string name)
    {
        File.Delete(Path.Combine(Folder, name));
        return this;
    }

    public Task<IngestResult> RunAsync(params string[] remove) =>
        ObservationIngest.RunAsync(new IngestOptions(address, Folder, ShippedCatalogue.Directory) { Remove = remove }, null, TestContext.Current.CancellationToken);

    /// <summary>Ingests what must be right, and gives what became of each file.</summary>
    public async Task<string> DoneAsync(params string[] remove)
    {
        var result = await RunAsync(remove);
        Assert.True(result is IngestResult.Done, string.Join('\n', (result as IngestResult.Refused)?.Faults.Lines() ?? []));
        return string.Join("; ", ((IngestResult.Done)result).Files.Select(x => $"{x.Name} {x.Change} {x.Rows}"));
    }

    /// <summary>Ingests what must be wrong, shows that nothing changed, and gives the sentences.</summary>
    public async Task<IReadOnlyList<string>> RefusedAsync(params string[] remove)
    {
        var before = await StateAsync(address);
        var faults = Assert.IsType<IngestResult.Refused>(await RunAsync(remove)).Faults;
        Assert.Equal(before, await StateAsync(address));
        return [.. faults.Lines()];
    }

    /// <summary>Everything in the database, as one text.</summary>
    public static Task<string> StateAsync(string address) => PostgresServer.ScalarAsync<string>(
        address,
        """
        SELECT (SELECT coalesce(string_agg(concat_ws(' ', municipality, person, year, id, age, sex, coalesce(value::text, '-'), coalesce(weight::text, '-'), name), E'\n' ORDER BY person, year, id, municipality), '')
            FROM observations.observation JOIN observations.indicator ON code = indicator LEFT JOIN observations.input_file ON key = file)
            || E'\n' || (SELECT coalesce(string_agg(concat_ws(' ', name, bytes, sha256, rows, weights, length(content)), E'\n' ORDER BY name), '') FROM observations.input_file)
        """);

    public void Dispose() => input.Dispose();
}
