using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Analytics.Observations;
using Analytics.Postgres;
using Dashboard.Releases;

namespace Dashboard.Commands;

/// <summary><c>database spread</c>: the rows of observations lie on several servers.</summary>
static class DatabaseSpreadCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var server = new Option<string[]>("--server") { Required = true, Description = "Connection string of a database that holds rows; once for each", HelpName = "ADDR" };
        var command = new Command("spread", "Spreads the observations over several servers of PostgreSQL, each of which counts its own rows; before the first ingest. Run as a superuser of the database.") { store, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (address, servers) = (StoreOption.AddressOf(parsed.GetValue(store)), parsed.GetRequiredValue(server));
            if (!PostgresAddress.IsOne(address) || !servers.All(PostgresAddress.IsOne))
            {
                await Console.Error.WriteLineAsync("database spread needs PostgreSQL: --store and each --server are 'Host=...;Database=...;Username=...'.");
                return ExitCode.CommandLineWrong;
            }

            try
            {
                await ObservationSpread.RunAsync(address, servers, cancellation);
            }
            catch (ArgumentException e)
            {
                throw new StoreAwayException(e.Message);
            }
            catch (Exception e) when (e is DbException or InvalidDataException)
            {
                throw new StoreAwayException($"{PostgresAddress.Shown(address)} was not spread: {e.Message}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PostgresAddress.Shown(address)}: observations are spread over {servers.Length} servers."));
            return ExitCode.Done;
        });
        return command;
    }
}
