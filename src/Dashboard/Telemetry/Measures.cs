using System.Diagnostics.Metrics;

namespace Dashboard.Telemetry;

/// <summary>What the program counts of itself, for whoever runs it. No measurement says who asked, or for what.</summary>
static class Measures
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Lagesbild";

    /// <summary>Name of the tag that tells where a page came from.</summary>
    public const string From = "from";

    static readonly Meter Meter = new(Name);

    /// <summary>1 while the store is away, 0 once it is back.</summary>
    public static Gauge<int> StoreAway { get; } = Meter.CreateGauge<int>("lagesbild.store.away", description: "1 while the store does not answer, 0 once it does again.");

    /// <summary>Requests whose release came from memory because the store was away.</summary>
    public static Counter<long> ServedWhileAway { get; } = Meter.CreateCounter<long>("lagesbild.requests.served_while_away", "{request}", "Requests answered from memory because the store did not answer.");

    /// <summary>Time that reading a whole release from the store took, in seconds; its count is the number of releases read.</summary>
    public static Histogram<double> ReleaseLoads { get; } = Meter.CreateHistogram("lagesbild.release.load.duration", "s", "Time it took to read a whole release from the store.", tags: null,
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    /// <summary>Pages and files that may be kept, by where they came from: <c>cache</c> or <c>made</c>.</summary>
    public static Counter<long> Pages { get; } = Meter.CreateCounter<long>("lagesbild.pages", "{page}", "Pages and files that may be kept, by whether they were in the page cache or made anew.");
}
