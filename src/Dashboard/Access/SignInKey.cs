using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Access;

/// <summary>The key in the printed link: 256 random bits, good for one sign-in within an hour of the start.</summary>
sealed class SignInKey
{
    /// <summary>How long it lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    readonly TimeProvider time;
    readonly DateTimeOffset end;
    readonly byte[] digest;
    string? text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public SignInKey(TimeProvider time)
    {
        this.time = time;
        end = time.GetUtcNow() + Life;
        digest = Digest(text!);
    }

    /// <summary>The key to print; null when it is used or too old.</summary>
    public string? Text => time.GetUtcNow() < end ? text : null;

    /// <summary>Uses the key up, if this is it and it is still good.</summary>
    public bool TryUse(string? offered) =>
        // Of digests, so that the time it takes tells nothing, not even a length.
        CryptographicOperations.FixedTimeEquals(Digest(offered ?? ""), digest) && time.GetUtcNow() < end && Interlocked.Exchange(ref text, null) is not null;

    static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
