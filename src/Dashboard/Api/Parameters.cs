namespace Dashboard.Api;

/// <summary>Parameters of resources that have none.</summary>
static class Parameters
{
    /// <summary>Whether there are any, which is answered then: a misspelt wish must not be taken for none.</summary>
    public static async Task<bool> AreRefusedAsync(HttpContext context)
    {
        WrongParameter[] wrong = [.. context.Request.Query.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => WrongParameter.Of(x.Key, x.Value.ToString(), "no such parameter; this address has none"))];
        if (wrong.Length > 0)
        {
            await Problem.WrongParametersAsync(context, wrong);
        }

        return wrong.Length > 0;
    }
}
