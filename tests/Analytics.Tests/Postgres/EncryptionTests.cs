using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Analytics.Postgres;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Postgres;

/// <summary>What the connection string says of encryption is kept: a server whose certificate is not the right one gets no word.</summary>
public sealed class EncryptionTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("lagesbild-tls-").FullName;
    PostgresServer server = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Certificate => Path.Combine(folder, "server.crt");

    public async ValueTask InitializeAsync()
    {
        var key = Path.Combine(folder, "server.key");
        await WriteAsync(Certificate, key);
        // The server wants to be the only one who reads its key.
        foreach (var (program, arguments) in new (string, string[])[] { ("chmod", ["755", folder]), ("chmod", ["600", key]), ("chown", [Environment.UserName == "root" ? "postgres" : Environment.UserName, key]) })
        {
            using var process = Process.Start(program, arguments);
            await process.WaitForExitAsync(Cancellation);
            Assert.Equal(0, process.ExitCode);
        }

        server = await PostgresServer.StartNewAsync(null, "ssl = on", $"ssl_cert_file = '{Certificate}'", $"ssl_key_file = '{key}'");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Open_WithTheServersCertificate_IsEncrypted()
    {
        await using var database = PostgresAddress.Open($"{server.Address()};SSL Mode=VerifyFull;Root Certificate={Certificate}", "public");
        await using var command = database.CreateCommand("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");

        Assert.True((bool)(await command.ExecuteScalarAsync(Cancellation))!);
    }

    [Fact]
    public async Task Open_WithAnotherCertificate_IsRefused()
    {
        var other = Path.Combine(folder, "other.crt");
        await WriteAsync(other, Path.Combine(folder, "other.key"));
        await using var database = PostgresAddress.Open($"{server.Address()};SSL Mode=VerifyFull;Root Certificate={other}", "public");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => database.OpenConnectionAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task Open_OfAServerWithoutEncryptionThatMustHaveIt_IsRefused()
    {
        await using var plain = await PostgresServer.StartNewAsync();
        await using var database = PostgresAddress.Open($"{plain.Address()};SSL Mode=Require", "public");

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => database.OpenConnectionAsync(Cancellation).AsTask());
    }

    static async Task WriteAsync(string certificate, string key)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", pair, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(certificate, signed.ExportCertificatePem(), Cancellation);
        await File.WriteAllTextAsync(key, pair.ExportPkcs8PrivateKeyPem(), Cancellation);
    }
}
