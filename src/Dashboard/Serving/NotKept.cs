namespace Dashboard.Serving;

/// <summary>Says of a request that its answer depends on more than release and address, so that it is not kept for the next one.</summary>
sealed class NotKept
{
    public static NotKept Instance { get; } = new();
}
