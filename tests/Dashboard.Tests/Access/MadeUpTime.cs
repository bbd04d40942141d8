namespace Dashboard.Tests.Access;

/// <summary>A clock that stands still until it is moved; its timers fire at once when they are due by it.</summary>
sealed class MadeUpTime : TimeProvider
{
    DateTimeOffset now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;
}
