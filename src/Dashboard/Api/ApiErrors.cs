namespace Dashboard.Api;

/// <summary>Sees to it that a program never gets a page: whatever fails under the API's addresses, here or in a later step, is told as a <see cref="Problem"/>.</summary>
sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiAddress.IsFor(context.Request.Path))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(log, exception);
            context.Response.Clear();
            await Problem.OfStatusAsync(context, (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError);
            return;
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            {
                response.Headers.Allow = "GET, HEAD";
            }

            await Problem.OfStatusAsync(context, response.StatusCode);
        }
    }

    [LoggerMessage(LogLevel.Error, "A request to the API failed.")]
    static partial void Failed(ILogger log, Exception exception);
}
