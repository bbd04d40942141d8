namespace Dashboard.Releases;

/// <summary>The release a request looks at; found before its page is rendered.</summary>
public sealed class ViewedRelease
{
    /// <summary>The release; null before the first publication.</summary>
    public LoadedRelease? Release { get; set; }

    /// <summary>Whether it is the current one.</summary>
    public bool IsLatest { get; set; } = true;

    /// <summary>The id in the address when no published release has it; the current one is shown instead.</summary>
    public string? UnknownId { get; set; }

    /// <summary>Since when the store is away, as a time for readers: what is shown is then the release as it was, and nothing can be saved. Null while the store answers.</summary>
    public string? StoreAway { get; set; }

    /// <summary>Whether the page tells of an error, so that nothing may be said about releases.</summary>
    public bool Failed { get; set; }
}
