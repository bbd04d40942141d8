namespace Analytics.Disclosure;

/// <summary>How far a count may move for a reader who does not know it.</summary>
/// <param name="Fall">How far it may fall, at least 0.</param>
/// <param name="Rise">How far it may rise, at least 0.</param>
readonly record struct Room(long Fall, long Rise)
{
    /// <summary>Stands for no bound.</summary>
    public const long Boundless = long.MaxValue / 4;

    /// <summary>The room of a count between two bounds.</summary>
    public static Room Between(long floor, long count, long ceiling) => new(count - floor, ceiling >= Boundless ? Boundless : ceiling - count);
}
