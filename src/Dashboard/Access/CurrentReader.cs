namespace Dashboard.Access;

/// <summary>Who asks; found before a page is rendered.</summary>
sealed class CurrentReader
{
    /// <summary>The reader.</summary>
    public Reader Reader { get; set; } = Reader.Stranger;
}
