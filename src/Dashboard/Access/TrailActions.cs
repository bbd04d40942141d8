namespace Dashboard.Access;

/// <summary>What the audit trail calls what was done. Entries are never changed, so neither are these.</summary>
static class TrailActions
{
    public const string SignIn = "sign-in";
    public const string SignInRefused = "sign-in refused";
    public const string SignOut = "sign-out";
    public const string Download = "download";
    public const string Ingest = "ingest";
    public const string Build = "build";
    public const string Audit = "audit";
    public const string Publish = "publish";
    public const string Export = "export";
    public const string Lost = "entries lost";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [SignIn, SignInRefused, SignOut, Download, Ingest, Build, Audit, Publish, Export, Lost];
}
