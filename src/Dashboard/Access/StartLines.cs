namespace Dashboard.Access;

/// <summary>What the program says at start about who can sign in.</summary>
static class StartLines
{
    /// <summary>One line.</summary>
    /// <param name="application">The dashboard, listening.</param>
    public static string Of(WebApplication application)
    {
        var access = application.Services.GetRequiredService<AccessOptions>();
        return access.Way switch
        {
            SignInWay.PrintedLink => $"Analyst pages: {LinkOf(application)}\n  Good for one sign-in within an hour; a new start prints a new link.",
            SignInWay.Provider => $"Analyst pages: sign in at {SignInPage.Path} through {access.Authority}{(access.RequireSignIn ? ". Forum pages need sign-in too." : "")}",
            _ => $"Forum pages only: others can reach this dashboard ({access.OpenAddress ?? "Access:TrustedProxies is set"}), and without Access:Authority nobody can sign in.",
        };
    }

    /// <summary>The link that signs the owner of this machine in; null where there is none, or none any more.</summary>
    public static Uri? LinkOf(WebApplication application) => application.Services.GetService<SignInKey>()?.Text is { } key
        ? new Uri($"{application.Urls.First().TrimEnd('/')}{SignInPage.Path}?{KeySignIn.Field}={key}")
        : null;
}
