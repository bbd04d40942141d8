using Analytics.Csv;
using Apache.Arrow;
using Apache.Arrow.Types;
using ParquetSharp;
using ParquetSharp.Arrow;
using Field = Apache.Arrow.Field;
using FileReader = ParquetSharp.Arrow.FileReader;

namespace Analytics.Intake;

/// <summary>An open Parquet file with the columns of observations, read in batches of one row group after the other.</summary>
/// <remarks>
/// Text columns are strings, <c>age</c> and <c>year</c> 32- or 64-bit integers, <c>value</c> and <c>weight</c> any of double, float and these
/// integers. Memory grows with the largest row group, not with the file.
/// </remarks>
sealed class ObservationColumns : IDisposable
{
    const int BatchRows = 1 << 15;

    static readonly string[] Names = [.. ObservationRows.Columns, .. ObservationRows.Optional];
    static readonly ArrowTypeId[] Text = [ArrowTypeId.String], Integers = [ArrowTypeId.Int32, ArrowTypeId.Int64], Numbers = [ArrowTypeId.Double, ArrowTypeId.Float, .. Integers];
    static readonly (ArrowTypeId[] Types, string Name)[] Expected =
    [
        (Text, "text"), (Text, "text"), (Integers, "integers of 32 or 64 bits"), (Text, "text"), (Integers, "integers of 32 or 64 bits"), (Text, "text"), (Numbers, "numbers"), (Numbers, "numbers"),
    ];

    readonly FileReader reader;
    readonly int[] places;

    ObservationColumns(FileReader reader, int[] places)
    {
        this.reader = reader;
        this.places = places;
    }

    /// <summary>Number of row groups.</summary>
    public int Groups => reader.NumRowGroups;

    /// <summary>Opens a file; null where its columns are wrong. A damaged file makes the decoder fail in any way.</summary>
    /// <param name="name">Name that faults show.</param>
    /// <param name="content">The bytes, in which one can seek; left open.</param>
    /// <param name="faults">Receives what is wrong with the columns.</param>
    public static ObservationColumns? Open(string name, Stream content, FaultList faults)
    {
        int[]? places;
        int[] listed;
        using (var plain = Reader(content, []))
        {
            places = Places(name, plain.Schema, faults);
            listed = [.. (places ?? []).Where(x => x >= 0 && IsListed(plain, x))];
        }

        return places is null ? null : new ObservationColumns(Reader(content, listed), places);
    }

    /// <summary>Whether the file lists the different texts of a column: then its rows are read as places in that list.</summary>
    static bool IsListed(FileReader reader, int column)
    {
        if (reader.NumRowGroups == 0)
        {
            return false;
        }

        using var group = reader.ParquetReader.RowGroup(0);
        using var chunk = group.MetaData.GetColumnChunkMetaData(column);
        return chunk.Type == PhysicalType.ByteArray && chunk.Encodings.Any(x => x is Encoding.RleDictionary or Encoding.PlainDictionary);
    }

    /// <summary>The batches of row groups, each valid until the next is asked for.</summary>
    /// <exception cref="InvalidDataException">A row names a text that is not in the list of texts.</exception>
    public IEnumerable<ObservationBatch> Read(IEnumerable<int> groups)
    {
        foreach (var group in groups)
        {
            using var batches = reader.GetRecordBatchReader([group], null);
            while (batches.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult() is { } batch)
            {
                using (batch)
                {
                    var rows = new ObservationBatch(batch, places);
                    rows.CheckCodes();
                    yield return rows;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    static FileReader Reader(Stream content, int[] asCodes)
    {
        content.Seek(0, SeekOrigin.Begin);
        using var properties = ArrowReaderProperties.GetDefault();
        // Neither other threads nor reading ahead: either would go on reading from the stream after a damaged file is given up.
        (properties.UseThreads, properties.PreBuffer) = (false, false);
        properties.BatchSize = BatchRows;
        foreach (var column in asCodes)
        {
            properties.SetReadDictionary(column, true);
        }

        return new FileReader(content, arrowProperties: properties, leaveOpen: true);
    }

    static int[]? Places(string name, Schema schema, FaultList faults)
    {
        int[] places = [.. Names.Select(x => -1)];
        var before = faults.Count;
        for (var i = 0; i < schema.FieldsList.Count; i++)
        {
            var field = schema.FieldsList[i];
            var at = System.Array.IndexOf(Names, field.Name);
            if (at < 0)
            {
                faults.Add(new Fault(name, 0, "", $"the column {Fault.Quoted(field.Name)}", $"only the columns '{string.Join(',', ObservationRows.Columns)}' and optionally '{string.Join(',', ObservationRows.Optional)}'"));
            }
            else if (places[at] >= 0)
            {
                faults.Add(new Fault(name, 0, field.Name, "the column twice", "each column once"));
            }
            else
            {
                places[at] = i;
                CheckType(name, field, at, faults);
            }
        }

        for (var i = 0; i < ObservationRows.Columns.Length; i++)
        {
            if (places[i] < 0)
            {
                faults.Add(new Fault(name, 0, Names[i], "no such column", $"the columns '{string.Join(',', ObservationRows.Columns)}'"));
            }
        }

        return faults.Count == before ? places : null;
    }

    static void CheckType(string name, Field field, int at, FaultList faults)
    {
        if (!Expected[at].Types.Contains(field.DataType.TypeId))
        {
            var type = field.DataType is NestedType ? "nested values" : field.DataType.TypeId == ArrowTypeId.String ? "text" : field.DataType.TypeId.ToString();
            faults.Add(new Fault(name, 0, field.Name, $"a column of {type}", $"a column of {Expected[at].Name}"));
        }
    }
}
