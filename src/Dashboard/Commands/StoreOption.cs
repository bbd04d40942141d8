using System.CommandLine;
using System.Data.Common;
using Analytics.Postgres;
using Analytics.Storage;
using Dashboard.Releases;

namespace Dashboard.Commands;

/// <summary>Where releases are kept: <c>--store</c>, else the setting <c>ConnectionStrings:Store</c>, else a file under <c>data</c>.</summary>
static class StoreOption
{
    /// <summary>The file used when nothing else is said.</summary>
    public const string DefaultPath = "data/lagesbild.db";

    /// <summary>The option, for every verb that uses the store.</summary>
    public static Option<string?> Create() => new("--store")
    {
        Description = $"Store: path of a SQLite file, or connection string of PostgreSQL (default {DefaultPath}, or the setting ConnectionStrings:Store)",
        HelpName = "STORE",
        Validators = { NotEmpty },
    };

    static void NotEmpty(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
        {
            result.AddError("--store must name a file or a server.");
        }
    }

    /// <summary>Where the store is: what <c>--store</c> says, else the settings, else <see cref="DefaultPath"/>.</summary>
    public static string AddressOf(string? option) =>
        option ?? new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().Build().GetConnectionString("Store") ?? DefaultPath;

    /// <summary>Opens the store and brings its schema up to date.</summary>
    /// <param name="option">What <c>--store</c> says.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="mustExist">Whether a named file must be there already, so that a mistyped name is not taken for an empty store.</param>
    /// <exception cref="StoreAwayException">It cannot be reached.</exception>
    public static async Task<IReleaseStore> OpenAsync(string? option, CancellationToken cancellation, bool mustExist = false)
    {
        var address = AddressOf(option);
        if (PostgresAddress.IsOne(address))
        {
            return await InitialiseAsync(() => new PostgresReleaseStore(address), () => PostgresAddress.Shown(address), cancellation);
        }

        return mustExist && option is not null && !File.Exists(address)
            ? throw new StoreAwayException($"There is no store '{address}'.")
            : await InitialiseAsync(() => new SqliteReleaseStore(address), () => $"'{address}'", cancellation);
    }

    static async Task<IReleaseStore> InitialiseAsync(Func<IReleaseStore> open, Func<string> shown, CancellationToken cancellation)
    {
        IReleaseStore? store = null;
        try
        {
            store = open();
            await store.InitialiseAsync(cancellation);
            return store;
        }
        catch (ArgumentException e) when (store is null)
        {
            throw new StoreAwayException(e.Message);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw new StoreAwayException($"The store {shown()} cannot be reached: {e.Message}");
        }
    }
}
