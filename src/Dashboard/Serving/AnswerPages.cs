using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Serving;

/// <summary>Renders the pages that say what became of a request as for GET: what was sent is not theirs to read.</summary>
sealed class AnswerPages(RequestDelegate next)
{
    /// <summary>Whether the request is past its answer, and a page that tells of it is being rendered.</summary>
    public static bool IsOne(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    public async Task InvokeAsync(HttpContext context)
    {
        var sent = context.Request.Method;
        if (!IsOne(context) || HttpMethods.IsGet(sent))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = sent;
        }
    }
}
