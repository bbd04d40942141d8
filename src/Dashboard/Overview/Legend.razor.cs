using Analytics.Catalogue;
using Analytics.Estimation;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Overview;

/// <summary>What the signs and colours of a map mean: those its indicator can have, and the reasons it shows.</summary>
public sealed partial class Legend
{
    /// <summary>What the map shows.</summary>
    [Parameter, EditorRequired]
    public required CountyView View { get; set; }

    IReadOnlyList<Verdict?> Verdicts =>
    [
        .. View.Indicator.Polarity == Polarity.None ? (Verdict?[])[Verdict.Higher, Verdict.Similar, Verdict.Lower] : [Verdict.Better, Verdict.Similar, Verdict.Worse],
        .. View.Places.Any(x => x.Reading is { Estimate: not null, Comparison: null }) ? (Verdict?[])[null] : [],
    ];

    IReadOnlyList<Reason> Reasons => [.. View.Places.Select(x => x.Reading.Reason).Append(Reason.Suppressed).OfType<Reason>().Distinct().Order()];
}
