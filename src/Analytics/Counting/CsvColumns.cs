using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Counting;

/// <summary>Where the columns of a file of observations are.</summary>
/// <param name="Count">Number of columns.</param>
/// <param name="Places">Per column of <see cref="ObservationRows.Columns"/> its place in a row, then that of the weight; −1 without weights.</param>
readonly record struct CsvColumns(int Count, int[] Places)
{
    /// <summary>How many columns tell the person, the place and the year.</summary>
    public const int OfPerson = 5;

    /// <summary>Whether the columns of person, place and year come first, in any order: rows that begin alike then belong together.</summary>
    public bool PersonComesFirst => Places[..OfPerson].Max() == OfPerson - 1;

    /// <summary>Reads the header; null where anything is wrong with it.</summary>
    public static CsvColumns? Of(ReadOnlySpan<byte> header)
    {
        var faults = new FaultList();
        using var rows = CsvRows.Open("", new MemoryStream(header.ToArray()), ObservationRows.Columns, ObservationRows.Optional, faults);
        if (!faults.IsEmpty || rows.Read() || !faults.IsEmpty)
        {
            // Also where the line holds a carriage return, and so more than the header.
            return null;
        }

        string[] names = [.. rows.Header];
        return new CsvColumns(names.Length, [.. ObservationRows.Columns.Concat(ObservationRows.Optional).Select(x => Array.IndexOf(names, x))]);
    }
}
