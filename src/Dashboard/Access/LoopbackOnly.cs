using System.Net;

namespace Dashboard.Access;

/// <summary>Tells whether only this machine can reach the dashboard, which is what makes a printed link enough to sign in.</summary>
static class LoopbackOnly
{
    /// <summary>Host names that a browser on this machine uses. Under any other a page of somebody else's could have its own name lead here, and read along.</summary>
    public const string Hosts = "localhost;127.0.0.1;[::1]";

    /// <summary>The first of several addresses that others could reach; null where there is none.</summary>
    /// <param name="urls">Addresses with semicolons between them.</param>
    public static string? Offence(string urls) => Split(urls).FirstOrDefault(x => !IsLoopback(x));

    /// <summary>The first setting by which others could reach the program; null where there is none.</summary>
    public static string? Offence(IConfiguration settings) => Addresses(settings).Where(x => !IsLoopback(x.Url)).Select(x => x.Shown).FirstOrDefault();

    /// <summary>The first setting by which the program listens without https; null where there is none.</summary>
    /// <param name="settings">Settings that say where to listen.</param>
    /// <param name="ofOthersOnly">Whether addresses that only this machine can reach are left aside.</param>
    public static string? PlainAddress(IConfiguration settings, bool ofOthersOnly) =>
        Addresses(settings).Where(x => !x.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !(ofOthersOnly && IsLoopback(x.Url))).Select(x => x.Shown).FirstOrDefault();

    /// <summary>Whether a request comes from this machine.</summary>
    public static bool IsHere(ConnectionInfo connection) => connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local);

    static IEnumerable<(string Shown, string Url)> Addresses(IConfiguration settings) =>
    [
        .. Split(settings["urls"] ?? "").Select(x => (x, x)),
        .. ((string[])["http", "https"]).Where(x => !string.IsNullOrEmpty(settings[$"{x}_ports"])).Select(x => ($"{x}_ports = {settings[$"{x}_ports"]}", $"{x}://*")),
        .. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(x => (x["Url"] ?? x.Path, x["Url"] ?? "")),
    ];

    static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static bool IsLoopback(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { IsUnixPipe: false, IsNamedPipe: false }
                && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
