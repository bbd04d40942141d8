using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>observations*.csv</c>, row by row and without keeping any.</summary>
static class ObservationCsv
{
    /// <summary>Reads one file.</summary>
    public static void Read(string name, Stream content, ObservationRows target)
    {
        using var rows = CsvRows.Open(name, content, ObservationRows.Columns, ObservationRows.Optional, target.Faults);
        var row = target.Checks(name);
        var personal = new PersonalChecks(row);
        while (rows.Read())
        {
            row.Begin(rows.Line);
            var person = rows[0];
            var identified = personal.Person(person);
            var municipality = row.Municipality(rows[1]);
            var age = row.Age(rows[2]);
            var sex = row.Sex(rows[3]);
            identified &= row.Year(rows[4], out var year);
            var indicator = target.Indicator(rows[5], row);
            var value = personal.Value(rows[6], target.MeasureOf(indicator));
            var weight = personal.Weight(rows[7]);
            target.Add(person, identified, new Observation(municipality, age, sex, year, indicator, value, weight), row);
        }
    }
}
