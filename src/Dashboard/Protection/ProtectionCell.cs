using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;

namespace Dashboard.Protection;

/// <summary>A cell with what the analyst knows of it.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Released">The cell.</param>
/// <param name="Rule">Why it is withheld; null where it is not, or where the store does not know.</param>
/// <param name="Protects">The cell that it protects; null where it protects none.</param>
/// <param name="Interval">What an attacker is left with; null where nothing can be computed.</param>
public sealed record ProtectionCell(Indicator Indicator, ReleasedCell Released, ProtectionRule? Rule, CellAddress? Protects, AttackedInterval? Interval)
{
    const string Unlimited = "?";

    /// <summary>Whether it is withheld.</summary>
    public bool IsWithheld => Released.Cell is Cell.Missing { Reason: Reason.Suppressed };

    /// <summary>Whether a reader can compute what is withheld.</summary>
    public bool IsExact => Interval is { Base.IsExact: true } or { Cases.IsExact: true };

    /// <summary>What readers see of a cell that is not withheld: cases and base, the value where there are none, or the reason.</summary>
    public string Shown => Released.Cell switch
    {
        Cell.Shown { Estimate: { Numerator: { } cases, Denominator: { } people } } when Indicator.Measure != Measure.Mean => $"{Words.Count(cases)} / {Words.Count(people)}",
        Cell.Shown { Estimate: { Denominator: { } people } estimate } => $"{ValueFormat.Number(estimate.Value, Indicator.Unit, Words.Culture)} / {Words.Count(people)}",
        Cell.Shown { Estimate: var estimate } => ValueFormat.Number(estimate.Value, Indicator.Unit, Words.Culture),
        Cell.Missing missing => ReasonText.Short(missing.Reason, Words.Culture),
        _ => "",
    };

    /// <summary>What an attacker is left with of the cases: a range, or a count that is no longer protected.</summary>
    public string CasesLeft => Text(Interval?.Cases);

    /// <summary>What an attacker is left with of the base: the shown count, or a range.</summary>
    public string BaseLeft => (Released.Cell as Cell.Missing)?.Denominator is { } people ? Words.Count(people) : Text(Interval?.Base);

    static string Text(CountInterval? interval) => interval switch
    {
        { Lower: { } exact, IsExact: true } => Words.Count(exact),
        { Lower: { } lower, Upper: { } upper } => $"{Words.Count(lower)}–{Words.Count(upper)}",
        { Lower: { } lower } => $"≥\u00A0{Words.Count(lower)}",
        { Upper: { } upper } => $"≤\u00A0{Words.Count(upper)}",
        _ => Unlimited,
    };
}
