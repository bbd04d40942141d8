namespace Analytics;

/// <summary>How long one stage of work took.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Elapsed">How long, by the clock on the wall.</param>
/// <param name="Amount">How much was done, in <paramref name="Unit"/>; null where nothing is counted, or the stage was given up.</param>
/// <param name="Unit">What is counted, in the plural, for example <c>rows</c>; empty where nothing is.</param>
public sealed record StageTime(string Name, TimeSpan Elapsed, long? Amount, string Unit);

/// <summary>Measures long work stage by stage: a stage begins where the one before it ends.</summary>
/// <remarks>For whoever runs the program. No time enters a release, or the same input would not give the same bytes.</remarks>
/// <param name="time">Measures; the first stage begins when this is made.</param>
public sealed class StageTimes(TimeProvider time)
{
    readonly long begun = time.GetTimestamp();
    readonly List<StageTime> stages = [];
    TimeSpan measured;

    /// <summary>The stages that have ended, in the order of the work.</summary>
    public IReadOnlyList<StageTime> Stages => stages;

    /// <summary>Time since the work began; the stages that have ended and what is going on.</summary>
    public TimeSpan Whole => time.GetElapsedTime(begun);

    /// <summary>Ends the stage that is going on.</summary>
    /// <param name="name">What was done.</param>
    /// <param name="amount">How much, in <paramref name="unit"/>; null where nothing is counted.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    public void End(string name, long? amount = null, string unit = "")
    {
        var now = Whole;
        stages.Add(new StageTime(name, now - measured, amount, unit));
        measured = now;
    }
}
