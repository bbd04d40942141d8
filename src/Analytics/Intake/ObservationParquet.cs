using Analytics.Csv;
using Parquet;
using Parquet.Schema;

namespace Analytics.Intake;

/// <summary>Reads <c>observations*.parquet</c>, one row group at a time; the number of the row stands for the line.</summary>
/// <remarks>
/// Text columns are strings, <c>age</c> and <c>year</c> 32- or 64-bit integers, <c>value</c> and <c>weight</c> any of double, float and these
/// integers. Memory grows with the largest row group, about 300 bytes per row of it, not with the file.
/// </remarks>
static class ObservationParquet
{
    static readonly Type[] TextTypes = [typeof(string), typeof(ReadOnlyMemory<char>)];
    static readonly Type[] IntegerTypes = [typeof(int), typeof(long)];
    static readonly Type[] NumberTypes = [typeof(double), typeof(float), typeof(int), typeof(long)];
    static readonly (Type[] Types, string Name)[] Expected =
    [
        (TextTypes, "text"), (TextTypes, "text"), (IntegerTypes, "integers of 32 or 64 bits"), (TextTypes, "text"), (IntegerTypes, "integers of 32 or 64 bits"), (TextTypes, "text"),
        (NumberTypes, "numbers"), (NumberTypes, "numbers"),
    ];

    /// <summary>Reads one file.</summary>
    public static void Read(string name, Stream content, ObservationRows target, CancellationToken cancellation)
    {
        var reader = Decoded(name, target.Faults, () => ParquetReader.CreateAsync(content, cancellationToken: cancellation).GetAwaiter().GetResult());
        if (reader is null || Decoded(name, target.Faults, () => reader.Schema) is not { } schema || Fields(name, schema, target.Faults) is not { } fields)
        {
            return;
        }

        var row = target.Checks(name);
        long line = 0;
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Decoded(name, target.Faults, () => Group.Read(reader, i, fields)) is not { } group)
            {
                return;
            }

            line = Rows(group, line, row, target, cancellation);
        }
    }

    static long Rows(Group group, long line, RowChecks row, ObservationRows target, CancellationToken cancellation)
    {
        var personal = new PersonalChecks(row);
        for (var i = 0; i < group.Person.Length; i++)
        {
            if ((line & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            row.Begin(++line);
            var person = group.Person[i];
            var identified = personal.Person(person);
            var municipality = row.Municipality(group.Municipality[i]);
            var age = row.Age(group.Age[i]);
            var sex = row.Sex(group.Sex[i]);
            identified &= row.Year(group.Year[i], out var year);
            var indicator = target.Indicator(group.Indicator[i], row);
            var value = personal.Value(group.Value[i], target.MeasureOf(indicator));
            var weight = personal.Weight(group.Weight?[i]);
            target.Add(person, identified, new Observation(municipality, age, sex, year, indicator, value, weight), row);
        }

        return line;
    }

    static DataField?[]? Fields(string name, ParquetSchema schema, FaultList faults)
    {
        string[] columns = [.. ObservationRows.Columns, .. ObservationRows.Optional];
        var fields = new DataField?[columns.Length];
        var before = faults.Count;
        foreach (var field in schema.Fields)
        {
            var at = Array.IndexOf(columns, field.Name);
            if (at < 0)
            {
                faults.Add(new Fault(name, 0, "", $"the column {Fault.Quoted(field.Name)}", $"only the columns '{string.Join(',', ObservationRows.Columns)}' and optionally '{string.Join(',', ObservationRows.Optional)}'"));
            }
            else if (field is DataField { IsArray: false } data && Expected[at].Types.Contains(data.ClrType))
            {
                fields[at] = data;
            }
            else
            {
                var type = field is not DataField { IsArray: false } other ? "nested values" : TextTypes.Contains(other.ClrType) ? "text" : other.ClrType.Name;
                faults.Add(new Fault(name, 0, field.Name, $"a column of {type}", $"a column of {Expected[at].Name}"));
            }
        }

        for (var i = 0; i < ObservationRows.Columns.Length; i++)
        {
            if (!schema.Fields.Any(x => x.Name == columns[i]))
            {
                faults.Add(new Fault(name, 0, columns[i], "no such column", $"the columns '{string.Join(',', ObservationRows.Columns)}'"));
            }
        }

        return faults.Count == before ? fields : null;
    }

    // A damaged file can make the decoder fail in any way; none of them is a defect of this program.
    static T? Decoded<T>(string name, FaultList faults, Func<T> decode)
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

    sealed record Group(
        string?[] Person, string?[] Municipality, long?[] Age, string?[] Sex, long?[] Year, string?[] Indicator, double?[] Value, double?[]? Weight)
    {
        public static Group Read(ParquetReader reader, int index, DataField?[] fields)
        {
            using var group = reader.OpenRowGroupReader(index);
            return new Group(
                Text(group, fields[0]!), Text(group, fields[1]!), Numbers<long>(group, fields[2]!), Text(group, fields[3]!), Numbers<long>(group, fields[4]!),
                Text(group, fields[5]!), Numbers<double>(group, fields[6]!), fields[7] is { } weight ? Numbers<double>(group, weight) : null);
        }

        static string?[] Text(ParquetRowGroupReader group, DataField field)
        {
            var values = new string?[group.RowCount];
            group.ReadAsync(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
            return values;
        }

        static TNumber?[] Numbers<TNumber>(ParquetRowGroupReader group, DataField field)
            where TNumber : struct, System.Numerics.INumberBase<TNumber> =>
            field.ClrType == typeof(int) ? Numbers<int, TNumber>(group, field)
            : field.ClrType == typeof(long) ? Numbers<long, TNumber>(group, field)
            : field.ClrType == typeof(float) ? Numbers<float, TNumber>(group, field)
            : Numbers<double, TNumber>(group, field);

        static TNumber?[] Numbers<TStored, TNumber>(ParquetRowGroupReader group, DataField field)
            where TStored : struct, System.Numerics.INumberBase<TStored>
            where TNumber : struct, System.Numerics.INumberBase<TNumber>
        {
            if (field.IsNullable)
            {
                var values = new TStored?[group.RowCount];
                group.ReadAsync(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
                return Array.ConvertAll(values, x => x is { } number ? TNumber.CreateSaturating(number) : (TNumber?)null);
            }

            var all = new TStored[group.RowCount];
            group.ReadAsync(field, all.AsMemory()).AsTask().GetAwaiter().GetResult();
            return Array.ConvertAll(all, x => (TNumber?)TNumber.CreateSaturating(x));
        }
    }
}
