using Analytics.Repeats;

namespace Analytics.Intake;

/// <summary>Notes every row that may repeat another, without keeping any person; <see cref="RepeatSearch"/> looks into what seems repeated.</summary>
sealed class RepeatFilter(RepeatKeys keys, PersonYearHash hash) : IPersonRows
{
    readonly RepeatWriter noted = keys.Writer();

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<char> person, int year, int indicator, int municipality, RowChecks row) => noted.Add(hash.Of(person, year), indicator);
}
