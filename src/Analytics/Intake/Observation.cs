using Analytics.Catalogue;

namespace Analytics.Intake;

/// <summary>One checked row of microdata, with codes replaced by their place in the codebook. Lives only while it is counted.</summary>
/// <param name="Municipality">Index into <see cref="Codebook.Municipalities"/>.</param>
/// <param name="Age">Whole years.</param>
/// <param name="Sex">F, M or X.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Indicator">Index into <see cref="Codebook.Indicators"/>.</param>
/// <param name="Value">The answer; NaN when asked without answer.</param>
/// <param name="Weight">Weight, above 0.</param>
readonly record struct Observation(int Municipality, int Age, Sex Sex, int Year, int Indicator, double Value, double Weight)
{
    /// <summary>Whether the person answered.</summary>
    public bool Answered => !double.IsNaN(Value);
}
