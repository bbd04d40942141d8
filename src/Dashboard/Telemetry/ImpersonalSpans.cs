using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Dashboard.Telemetry;

/// <summary>Leaves of each span what says how the program fares, and takes away everything else: addresses, agents, paths and queries as they were typed, messages of errors.</summary>
/// <remarks>Named is what may stay, so that a later version of a library cannot add what may not.</remarks>
sealed class ImpersonalSpans : BaseProcessor<Activity>
{
    static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version", "error.type",
        "db.system", "db.system.name", "db.operation.name", "db.response.status_code", "db.statement", "db.query.text");

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(x => !Kept.Contains(x.Key)).ToArray())
        {
            data.SetTag(name, null);
        }

        // What stands before may be the caller's own words.
        data.TraceStateString = null;
        if (data.Status == ActivityStatusCode.Error)
        {
            data.SetStatus(ActivityStatusCode.Error);
        }

        // Events hold messages of exceptions, which may repeat a value, and cannot be taken out of a span. The span of the request tells that it failed.
        if (data.Events.Any())
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
