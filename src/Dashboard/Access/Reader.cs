using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Dashboard.Access;

/// <summary>Who asks for a page: a role and an opaque subject. The cookie holds no more, so no name can get from it into a page, a log or the trail.</summary>
/// <param name="Role">What the reader may do.</param>
/// <param name="Subject">The same for the same person each time, and nothing else; null where nobody is signed in.</param>
sealed record Reader(AccessRole Role, string? Subject)
{
    const string RoleClaim = "role";
    const string SubjectClaim = "sub";
    const string SinceClaim = "since";

    /// <summary>Somebody who is not signed in.</summary>
    public static Reader Stranger { get; } = new(AccessRole.None, null);

    /// <summary>Whoever holds the printed link: the owner of this machine.</summary>
    public static Reader Owner { get; } = new(AccessRole.Administrator, "this machine");

    /// <summary>Whether somebody is signed in, with a role or without.</summary>
    public bool IsSignedIn => Subject is not null;

    /// <summary>How the audit trail names the reader.</summary>
    public string Actor => IsSignedIn ? $"{(Role == AccessRole.None ? "no role" : Role.ToString().ToLowerInvariant())}: {Subject}" : "anyone";

    /// <summary>Who is signed in; a stranger where authentication was not even tried.</summary>
    public static Reader Of(HttpContext context) => Of(context.Features.Get<IHttpAuthenticationFeature>()?.User);

    /// <summary>Whom the cookie means.</summary>
    public static Reader Of(ClaimsPrincipal? person) =>
        person is { Identity.IsAuthenticated: true }
        && person.FindFirstValue(SubjectClaim) is { Length: > 0 } subject && Enum.TryParse<AccessRole>(person.FindFirstValue(RoleClaim), out var role)
            ? new Reader(role, subject)
            : Stranger;

    /// <summary>The opaque subject of a person at a provider: 16 hexadecimal digits.</summary>
    /// <param name="key">Known to the dashboard only, so that a subject cannot be found by trying.</param>
    /// <param name="issuer">The provider.</param>
    /// <param name="subject">Whom it means.</param>
    public static string OpaqueSubject(string key, string issuer, string subject) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{issuer}\n{subject}")).AsSpan(0, 8));

    /// <summary>What the cookie holds.</summary>
    /// <param name="since">When the reader signed in.</param>
    public ClaimsPrincipal ToPrincipal(DateTimeOffset since) => new(new ClaimsIdentity(
        [new(SubjectClaim, Subject!), new(RoleClaim, Role.ToString()), new(SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))], SignInCookie.Scheme));

    /// <summary>When the person signed in; long ago where that is not known.</summary>
    public static DateTimeOffset Since(ClaimsPrincipal? person) =>
        long.TryParse(person?.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;
}
