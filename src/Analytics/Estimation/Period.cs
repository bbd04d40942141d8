using System.Globalization;

namespace Analytics.Estimation;

/// <summary>The years a value is about: one, or several taken together.</summary>
/// <param name="Last">The last calendar year.</param>
/// <param name="Years">How many years, at least 1.</param>
public readonly record struct Period(int Last, int Years = 1)
{
    /// <summary>One year.</summary>
    public static implicit operator Period(int year) => new(year);

    /// <summary><c>2025</c>, or <c>2023–2025</c>.</summary>
    public override string ToString() => Years == 1
        ? Last.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Last - Years + 1}–{Last}");
}
