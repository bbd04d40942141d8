using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>One window on the dashboard that notes every complaint of the browser and every request that leaves the machine's dashboard.</summary>
sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext context;

    Visit(IBrowserContext context, IPage page, Uri address)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // A missing page is answered with 404 on purpose, and one that only an absent store has with 503; the browser notes that as an error of its own.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 404", StringComparison.Ordinal) && !message.Text.Contains("status of 503", StringComparison.Ordinal))
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.RequestFailed += (_, request) => Complaints.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complaints.Add($"A request left the dashboard: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings in the console, failed requests, requests to elsewhere.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visit> OpenAsync(IBrowser browser, Uri address, int width, bool script = true, System.Net.Cookie? signedIn = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (signedIn is not null)
        {
            await context.AddCookiesAsync([new Cookie { Name = signedIn.Name, Value = signedIn.Value, Url = address.ToString() }]);
        }

        return new Visit(context, await context.NewPageAsync(), address);
    }

    /// <summary>Waits until a function in the page gives true, also over a change of page. The browser's own waiting evaluates text in the page, which its policy forbids.</summary>
    public async Task UntilAsync(string function)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>(function))
                {
                    return;
                }
            }
            catch (PlaywrightException) when (tries < 599)
            {
                // The page was just left.
            }

            await Page.WaitForTimeoutAsync(50);
        }

        throw new TimeoutException($"Half a minute passed without {function}");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
