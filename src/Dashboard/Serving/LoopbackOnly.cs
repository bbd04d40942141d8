using System.Net;

namespace Dashboard.Serving;

/// <summary>Sees to it that a dashboard with the analyst's pages listens on this machine only.</summary>
static class LoopbackOnly
{
    /// <summary>Host names that a browser on this machine uses. Under any other a page of somebody else's could have its own name lead here, and read along.</summary>
    public const string Hosts = "localhost;127.0.0.1;[::1]";

    /// <summary>The first of several addresses that others could reach; null where there is none.</summary>
    /// <param name="urls">Addresses with semicolons between them.</param>
    public static string? Offence(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(x => !IsLoopback(x));

    /// <summary>The first setting by which the program would listen elsewhere; null where there is none.</summary>
    public static string? Offence(IConfiguration settings) =>
        Offence(settings["urls"] ?? "")
        ?? ((string[])["http_ports", "https_ports"]).Where(x => !string.IsNullOrEmpty(settings[x])).Select(x => $"{x} = {settings[x]}").FirstOrDefault()
        ?? settings.GetSection("Kestrel:Endpoints").GetChildren().Select(x => x["Url"] ?? x.Path).FirstOrDefault(x => !IsLoopback(x));

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

/// <summary>The settings would let others reach the analyst's pages; the message names the setting.</summary>
public sealed class OpenAddressException(string offence) : Exception($"The analyst's pages are for this machine only, and '{offence}' can be reached by others; use http://127.0.0.1:PORT.");
