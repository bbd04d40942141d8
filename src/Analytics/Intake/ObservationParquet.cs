using System.Text;
using System.Text.Unicode;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>observations*.parquet</c> row by row; the number of the row stands for the line.</summary>
static class ObservationParquet
{
    /// <summary>Reads one file.</summary>
    public static void Read(string name, Stream content, ObservationRows target, CancellationToken cancellation)
    {
        using var columns = Decoded(name, target.Faults, () => ObservationColumns.Open(name, content, target.Faults));
        var row = target.Checks(name);
        var numbers = new ObservationNumbers();
        long line = 0;
        using var batches = columns?.Read(Enumerable.Range(0, columns.Groups)).GetEnumerator();
        while (batches is not null && Decoded(name, target.Faults, () => Next(batches, numbers)) is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            line = Rows(batches.Current, numbers, line, row, target);
        }
    }

    // A damaged file can make the decoder fail in any way; none of them is a defect of this program.
    static T? Decoded<T>(string name, FaultList faults, Func<T?> decode)
        where T : class
    {
        try
        {
            return decode();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            faults.Add(new Fault(name, 0, "", "content that cannot be decoded", "a Parquet file; the rest of the file was not read"));
            return null;
        }
    }

    static long Rows(ObservationBatch batch, ObservationNumbers numbers, long line, RowChecks row, ObservationRows target)
    {
        var personal = new PersonalChecks(row);
        var persons = batch.Person;
        var municipalities = batch.Municipality;
        var sexes = batch.Sex;
        var indicators = batch.Indicator;
        for (var i = 0; i < batch.Length; i++)
        {
            row.Begin(++line);
            var person = Text(persons[i], "person", row);
            var identified = personal.Person(person) & row.RowIsGood;
            var municipality = row.Municipality(Text(municipalities[i], "municipality", row));
            var age = row.Age(Whole(numbers.Ages[i]));
            var sex = row.Sex(Text(sexes[i], "sex", row));
            identified &= row.Year(Whole(numbers.Years[i]), out var year);
            var indicator = target.Indicator(Text(indicators[i], "indicator", row), row);
            var value = personal.Value(Number(numbers.Values[i]), target.MeasureOf(indicator));
            var weight = personal.Weight(Number(numbers.Weights[i]));
            target.Add(person, identified, new Observation(municipality, age, sex, year, indicator, value, weight), row);
        }

        return line;
    }

    static ObservationNumbers? Next(IEnumerator<ObservationBatch> batches, ObservationNumbers numbers)
    {
        if (!batches.MoveNext())
        {
            return null;
        }

        numbers.Take(batches.Current);
        return numbers;
    }

    static long? Whole(long number) => number == ObservationNumbers.Missing ? null : number;

    static double? Number(double number) => double.IsNaN(number) ? null : number;

    static string Text(ReadOnlySpan<byte> bytes, string column, RowChecks row)
    {
        if (!Utf8.IsValid(bytes))
        {
            row.Describe(column, "bytes that are not UTF-8", "UTF-8 text");
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
