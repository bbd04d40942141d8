using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Repeats;

namespace Analytics.Intake;

/// <summary>Looks into suspected repeats in a second reading, person by person, and reports the true ones.</summary>
sealed class RepeatSearch : IPersonRows
{
    readonly PersonYearHash hash;
    readonly Codebook codebook;
    readonly FaultList faults;
    readonly Dictionary<SuspectedRepeat, List<FirstRow>> firstRows;

    /// <summary>A search for these suspicions.</summary>
    public RepeatSearch(IReadOnlySet<SuspectedRepeat> suspected, PersonYearHash hash, Codebook codebook, FaultList faults)
    {
        this.hash = hash;
        this.codebook = codebook;
        this.faults = faults;
        firstRows = suspected.ToDictionary(x => x, _ => new List<FirstRow>(1));
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<char> person, int year, int indicator, int municipality, RowChecks row)
    {
        if (!firstRows.TryGetValue(new(hash.Of(person, year), indicator), out var rows))
        {
            return;
        }

        foreach (var first in rows)
        {
            if (year == first.Year && person.SequenceEqual(first.Person))
            {
                faults.Add(Repeat(first, municipality, row));
                return;
            }
        }

        rows.Add(new FirstRow(person.ToString(), year, municipality, row.File, row.Line));
    }

    Fault Repeat(FirstRow first, int municipality, RowChecks row)
    {
        var place = $"{(first.File == row.File ? "" : $"{first.File}, ")}line {Texts.Of(first.Line)}";
        return municipality >= 0 && first.Municipality >= 0 && municipality != first.Municipality
            ? new Fault(row.File, row.Line, "municipality",
                $"'{codebook.Municipalities[municipality].Code}' where {place} has '{codebook.Municipalities[first.Municipality].Code}' for the same person, year and indicator",
                "one municipality per person and year for an indicator")
            : new Fault(row.File, row.Line, "person", $"the same person, year and indicator as in {place}", "one row per person, year and indicator");
    }

    sealed record FirstRow(string Person, int Year, int Municipality, string File, long Line);
}
