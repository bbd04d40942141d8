using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Access;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Serving;

/// <summary>What decides the content of a page: program, release, path, known parameters, language, how one signs in, and since when the store is away. It is for pages of strangers; those of the signed in have none and are kept nowhere. Equal keys mean equal pages.</summary>
/// <param name="Value">Hexadecimal digest.</param>
sealed record PageKey(string Value)
{
    static readonly string Program = ProgramVersion();

    /// <summary>Weak, since one page has several encodings.</summary>
    public string Tag => $"W/\"{Value}\"";

    public static PageKey Of(HttpRequest request, ViewQuery query, ViewedRelease viewed, string? currentId, SignInWay way)
    {
        string?[] parts = [Program, way.ToString(), viewed.Release?.Manifest.Id, currentId, viewed.StoreAway, CultureInfo.CurrentUICulture.Name, query.To(request.Path.Value ?? "/")];
        return new PageKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 12)));
    }

    // Pages name the style sheets by their fingerprint, so those belong to the version.
    static string ProgramVersion()
    {
        var program = typeof(PageKey).Assembly;
        var assets = Path.Combine(AppContext.BaseDirectory, $"{program.GetName().Name}.staticwebassets.endpoints.json");
        // Verdicts and pictures are the library's work.
        return string.Concat(new[] { program, typeof(Analytics.Pipeline).Assembly }.Select(x => x.ManifestModule.ModuleVersionId.ToString("N"))) + (File.Exists(assets) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(assets))) : "");
    }
}
