using Npgsql;

namespace Analytics.Postgres;

/// <summary>Connection strings of PostgreSQL: told from paths of files, opened with limits of time, and shown without secrets.</summary>
public static class PostgresAddress
{
    /// <summary>How long a statement may take on the server unless the address says otherwise.</summary>
    public static readonly TimeSpan StatementTimeout = TimeSpan.FromSeconds(60);

    static readonly string[] Hosts = ["Host", "Server"];

    /// <summary>Whether an address is a connection string of PostgreSQL and no path of a file.</summary>
    public static bool IsOne(string address) =>
        address.Split(';').Any(part => part.Split('=', 2) is [var key, _] && Hosts.Contains(key.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Server, port and database, for messages: never the user or the password.</summary>
    /// <exception cref="ArgumentException">It is no connection string; the message does not show it.</exception>
    public static string Shown(string address)
    {
        var settings = Read(address);
        return $"PostgreSQL {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
    }

    /// <summary>A pool of connections that finds its tables in one schema.</summary>
    /// <param name="address">Connection string; what it says of TLS, pools and times is kept.</param>
    /// <param name="schema">Where unqualified names are looked up.</param>
    /// <param name="statements">How long a statement may take, enforced by the server; zero for no limit. Null for what the address says, else <see cref="StatementTimeout"/>.</param>
    /// <exception cref="ArgumentException">It is no connection string; the message does not show it.</exception>
    public static NpgsqlDataSource Open(string address, string schema, TimeSpan? statements = null)
    {
        var settings = Read(address);
        settings.SearchPath = schema;
        settings.ApplicationName ??= "lagesbild";
        // A message of the server may quote a row; a log never may.
        settings.IncludeErrorDetail = false;
        settings.LogParameters = false;
        settings.PersistSecurityInfo = false;
        Unless("Timeout", () => settings.Timeout = 10);
        Unless("Keepalive", () => settings.KeepAlive = 30);
        var limit = statements ?? StatementTimeout;
        if (settings.Options?.Contains("statement_timeout", StringComparison.Ordinal) != true || statements is not null)
        {
            settings.Options = $"{settings.Options} -c statement_timeout={(long)limit.TotalMilliseconds} -c idle_in_transaction_session_timeout=600000".TrimStart();
        }

        // The client waits a little longer than the server works, so that the server's word is heard.
        Unless("Command Timeout", () => settings.CommandTimeout = limit == TimeSpan.Zero ? 0 : (int)limit.TotalSeconds + 5);
        return NpgsqlDataSource.Create(settings);

        void Unless(string said, Action set)
        {
            if (!settings.ContainsKey(said) || statements is not null)
            {
                set();
            }
        }
    }

    /// <summary>What an address says, one by one.</summary>
    internal static NpgsqlConnectionStringBuilder Settings(string address) => Read(address);

    static NpgsqlConnectionStringBuilder Read(string address)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(address);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("The connection string of PostgreSQL cannot be read; it should look like 'Host=server;Database=lagesbild;Username=lagesbild_read'.");
        }
    }
}
