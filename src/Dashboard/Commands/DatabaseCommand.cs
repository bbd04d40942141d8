using System.CommandLine;
using System.Data.Common;
using Analytics;
using Analytics.Postgres;
using Dashboard.Releases;

namespace Dashboard.Commands;

/// <summary><c>database</c>: prepares a database of PostgreSQL.</summary>
static class DatabaseCommand
{
    public static Command Create() => new("database", "Prepares a database of PostgreSQL.") { Init(), DatabaseSpreadCommand.Create() };

    static Command Init()
    {
        var store = StoreOption.Create();
        var print = new Option<bool>("--print") { Description = "Only print the script of the roles, for whoever runs it by hand" };
        var command = new Command("init", "Makes or upgrades the tables, and the roles lagesbild_ingest, lagesbild_publish and lagesbild_read; safe to repeat. Run as the owner of the database, who may make roles.") { store, print };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(print))
            {
                Console.Write(DatabaseSetup.RolesScript);
                return ExitCode.Done;
            }

            var address = StoreOption.AddressOf(parsed.GetValue(store));
            if (!PostgresAddress.IsOne(address))
            {
                await Console.Error.WriteLineAsync("database init needs a PostgreSQL store: --store 'Host=...;Database=...;Username=...'. A SQLite file needs no preparation.");
                return ExitCode.CommandLineWrong;
            }

            try
            {
                await DatabaseSetup.InitialiseAsync(address, cancellation);
            }
            catch (ArgumentException e)
            {
                throw new StoreAwayException(e.Message);
            }
            catch (Exception e) when (e is DbException or InvalidDataException)
            {
                throw new StoreAwayException($"{PostgresAddress.Shown(address)} was not prepared: {e.Message}");
            }

            Console.WriteLine(
                $"""
                {PostgresAddress.Shown(address)} is prepared: tables of releases and observations, and the roles
                  lagesbild_ingest   writes observations
                  lagesbild_publish  aggregates, writes and publishes releases
                  lagesbild_read     the web server
                Next: give each role a password (ALTER ROLE ... PASSWORD) or a line in pg_hba.conf.
                """);
            return ExitCode.Done;
        });
        return command;
    }
}
