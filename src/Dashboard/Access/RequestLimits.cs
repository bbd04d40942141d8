using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Dashboard.Access;

/// <summary>How often one address may ask: generously for pages, so that a meeting room behind one address works, and rarely to sign in.</summary>
/// <remarks>This machine itself is exempt for pages, never for sign-in: behind a proxy on the same machine <c>Access:TrustedProxies</c> is what makes the limit count.</remarks>
static class RequestLimits
{
    /// <summary>Pages that may be asked for at once.</summary>
    public const int Burst = 300;

    /// <summary>Pages that may be asked for a second, in the long run.</summary>
    public const int PerSecond = 100;

    /// <summary>Attempts to sign in a minute.</summary>
    public const int SignInsPerMinute = 10;

    static readonly string[] Doors = [KeySignIn.Path, ProviderSignIn.StartPath, ProviderSignIn.AnswerPath];

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Caller>(PartitionOf);
        options.OnRejected = async (rejected, cancellation) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            var response = rejected.HttpContext.Response;
            response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            response.Headers.CacheControl = "no-store";
            response.ContentType = "text/plain; charset=utf-8";
            // No page: it would cost what the limit is there to spare.
            await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"För många förfrågningar. Försök igen om {wait} s.\nToo many requests. Try again in {wait} s.\n"), cancellation);
        };
    }

    static RateLimitPartition<Caller> PartitionOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (DoorOf(context.Request.Path) is { } door)
        {
            return RateLimitPartition.GetFixedWindowLimiter(
                new Caller(door, NetworkOf(address)), _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) });
        }

        return address is null || IPAddress.IsLoopback(address)
            ? RateLimitPartition.GetNoLimiter(default(Caller))
            : RateLimitPartition.GetTokenBucketLimiter(
                new Caller("", NetworkOf(address)),
                _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerSecond / 10, ReplenishmentPeriod = TimeSpan.FromMilliseconds(100) });
    }

    /// <summary>Where keys and the provider's answers are taken; null elsewhere.</summary>
    static string? DoorOf(PathString path) => path.StartsWithSegments(SignInPage.Path, StringComparison.OrdinalIgnoreCase)
        ? Array.Find(Doors, x => path.Value.AsSpan().TrimEnd('/').Equals(x, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>An address; of IPv6 the half that a household has to itself, since it may change the rest at will.</summary>
    static UInt128 NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        if (!address.IsIPv4MappedToIPv6 && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
        {
            bytes[8..].Clear();
        }

        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    readonly record struct Caller(string Door, UInt128 Network);
}
