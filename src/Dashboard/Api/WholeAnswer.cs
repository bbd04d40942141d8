using System.Security.Cryptography;

namespace Dashboard.Api;

/// <summary>Sends an answer that is small and may change: who has it already hears so.</summary>
static class WholeAnswer
{
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = ApiJson.ContentType;
        if (!ApiCaching.IsKnown(context, Convert.ToHexString(SHA256.HashData(json.Span)), ApiCaching.AskEachTime))
        {
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        }
    }
}
