using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>Says for how long an answer stays true, and spares whom who has it already.</summary>
static class ApiCaching
{
    /// <summary>Of what can never change: rows of a release.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Of what a publication or an audit changes: asked for each time, mostly to hear "not modified".</summary>
    public const string AskEachTime = "no-cache";

    // Verdicts and trends are worked out by the program, so its version belongs to the content.
    static readonly string Program = $"{ApiDescription.Version} {string.Concat(new[] { typeof(ApiCaching), typeof(Analytics.Pipeline) }.Select(x => x.Assembly.ManifestModule.ModuleVersionId.ToString("N")))}";

    /// <summary>Sets the headers of an answer. Where the asker has it already the answer is "not modified" and needs no body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="content">What decides the answer, beside the program: equal texts mean equal bytes.</param>
    /// <param name="lifetime"><see cref="Forever"/> or <see cref="AskEachTime"/>.</param>
    /// <returns>Whether the answer is given.</returns>
    public static bool IsKnown(HttpContext context, string content, string lifetime)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = lifetime;
        headers.Vary = HeaderNames.AcceptEncoding;
        // Strong: each encoding has different bytes, so each has its own.
        var encoding = context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Program}\n{content}")).AsSpan(0, 12));
        var tag = new EntityTagHeaderValue(encoding is null ? $"\"{digest}\"" : $"\"{digest}-{encoding}\"");
        headers.ETag = tag.ToString();
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Compare(tag, useStrongComparison: false)))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
