using System.CommandLine;
using System.Data.Common;
using Analytics.Storage;
using Dashboard.Releases;

namespace Dashboard.Commands;

/// <summary>Where releases are kept: <c>--store</c>, else the setting <c>ConnectionStrings:Store</c>, else a file under <c>data</c>.</summary>
static class StoreOption
{
    /// <summary>The file used when nothing else is said.</summary>
    public const string DefaultPath = "data/lagesbild.db";

    /// <summary>The option, for every verb that uses the store.</summary>
    public static Option<string?> Create() => new("--store") { Description = $"Store: path of a SQLite file (default {DefaultPath}, or the setting ConnectionStrings:Store)", HelpName = "FILE", Validators = { NotEmpty } };

    static void NotEmpty(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
        {
            result.AddError("--store must name a file.");
        }
    }

    /// <summary>Opens the store and brings its schema up to date.</summary>
    /// <param name="option">What <c>--store</c> says.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="mustExist">Whether a named file must be there already, so that a mistyped name is not taken for an empty store.</param>
    /// <exception cref="StoreAwayException">It cannot be reached.</exception>
    public static async Task<IReleaseStore> OpenAsync(string? option, CancellationToken cancellation, bool mustExist = false)
    {
        var address = option ?? new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().Build().GetConnectionString("Store") ?? DefaultPath;
        if (address.Contains("Host=", StringComparison.OrdinalIgnoreCase) || address.Contains("Server=", StringComparison.OrdinalIgnoreCase))
        {
            throw new StoreAwayException("A PostgreSQL store is not available in this version; give the path of a SQLite file.");
        }

        if (mustExist && option is not null && !File.Exists(address))
        {
            throw new StoreAwayException($"There is no store '{address}'.");
        }

        var store = new SqliteReleaseStore(address);
        try
        {
            await store.InitialiseAsync(cancellation);
            return store;
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await store.DisposeAsync();
            throw new StoreAwayException($"The store '{address}' cannot be reached: {e.Message}");
        }
    }
}
