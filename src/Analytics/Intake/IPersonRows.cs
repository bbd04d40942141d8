namespace Analytics.Intake;

/// <summary>Is told of every row of microdata that names a person, a year and an indicator, however wrong the rest of it.</summary>
interface IPersonRows
{
    /// <summary>One row.</summary>
    /// <param name="person">The person; valid during the call only.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="indicator">Index of the indicator.</param>
    /// <param name="municipality">Index of the municipality; −1 when the row's code is wrong.</param>
    /// <param name="row">Place of the row.</param>
    void Add(ReadOnlySpan<char> person, int year, int indicator, int municipality, RowChecks row);
}
