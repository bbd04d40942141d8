using System.Text;
using Sylvan.Data.Csv;

namespace Analytics.Csv;

/// <summary>
/// Forward reading of one comma-separated UTF-8 file with a header, by column name and with the line of each row.
/// Tolerates a byte order mark, CRLF, quoted fields, line breaks inside quotes, blank lines and columns in any order.
/// </summary>
/// <remarks>
/// Every fault of the file's shape (missing or unknown column, a row with too few or too many fields, text that is not UTF-8)
/// goes to the fault list; the row is skipped and reading goes on where that is possible.
/// </remarks>
public sealed class CsvRows : IDisposable
{
    /// <summary>
    /// What bytes become that are not UTF-8: a noncharacter, which no text holds. It also stands in for the comment mark that the reader insists on,
    /// so that no row is passed over in silence.
    /// </summary>
    const char NotUtf8 = '\uFFFF';

    static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(NotUtf8.ToString()));

    readonly FaultList faults;
    readonly int[] ordinals;
    readonly StreamReader text;
    CsvDataReader? reader;
    Func<bool>? read;
    long nextLine = 1;
    int width;

    CsvRows(string file, Stream content, int columns, FaultList faults)
    {
        File = file;
        this.faults = faults;
        ordinals = new int[columns];
        Array.Fill(ordinals, -1);
        text = new StreamReader(content, Utf8, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>Name of the file as faults show it.</summary>
    public string File { get; }

    /// <summary>Line of the file on which the current row starts, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Names of the columns in the order of the file; empty before a good header.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Text of a column of the current row; empty where an optional column is absent. Valid until the next <see cref="Read"/>.</summary>
    /// <param name="column">Index into the required columns followed by the optional ones, as given to <see cref="Open"/>.</param>
    public ReadOnlySpan<char> this[int column] => ordinals[column] < 0 ? default : reader!.GetFieldSpan(ordinals[column]);

    /// <summary>Opens a file and checks its header; with a wrong header there are no rows.</summary>
    /// <param name="file">Name that faults show.</param>
    /// <param name="content">The bytes; disposed with the reader.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <param name="faults">Receives every fault.</param>
    public static CsvRows Open(string file, Stream content, ReadOnlySpan<string> required, ReadOnlySpan<string> optional, FaultList faults)
    {
        var rows = new CsvRows(file, content, required.Length + optional.Length, faults);
        var before = faults.Count;
        var any = rows.Start() && rows.Advance();
        if (faults.Count == before && any)
        {
            rows.width = rows.reader!.RowFieldCount;
            rows.TakeHeader(required, optional);
        }
        else if (faults.Count == before)
        {
            faults.Add(new Fault(file, 0, "", "no header", $"the header '{string.Join(',', required!)}' and rows below it"));
        }

        if (faults.Count > before)
        {
            rows.Stop();
        }

        return rows;
    }

    /// <summary>Moves to the next row of the right width; false at the end or where the file cannot be read further.</summary>
    public bool Read()
    {
        while (Advance())
        {
            if (reader!.RowFieldCount == width)
            {
                return true;
            }

            faults.Add(new Fault(File, Line, "", $"{reader.RowFieldCount} fields", $"{width} fields as in the header"));
        }

        return false;
    }

    /// <summary>Reports what stands in a column of the current row, quoted.</summary>
    public void Refuse(string column, ReadOnlySpan<char> found, string expected) =>
        faults.Add(new Fault(File, Line, column, Fault.Quoted(found), expected));

    /// <summary>Reports a personal column of the current row by a description of its content, never the content itself.</summary>
    public void RefusePersonal(string column, string description, string expected) =>
        faults.Add(new Fault(File, Line, column, description, expected));

    /// <inheritdoc/>
    public void Dispose() => Stop();

    bool Start() => Tried(() =>
    {
        reader = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            Delimiter = ',',
            Comment = NotUtf8,
            CommentHandler = (Action<string>)RefuseEncoding,
            HasHeaders = false,
            BufferSize = 1 << 16,
            MaxBufferSize = 1 << 20,
            ResultSetMode = ResultSetMode.SingleResult,
        });
        read = reader.Read;
        return true;
    });

    /// <summary>Moves to the next row that is not blank and is UTF-8.</summary>
    bool Advance()
    {
        while (reader is not null && Tried(read!))
        {
            var record = reader.GetRawRecordSpan();
            if (record.Contains(NotUtf8))
            {
                RefuseEncoding(record);
                continue;
            }

            Line = nextLine;
            nextLine += LinesIn(record);
            if (!record.IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    bool Tried(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            faults.Add(new Fault(File, nextLine, "", e switch
            {
                CsvRecordTooLargeException => "a row of over a million characters (a quotation mark that is never closed?)",
                CsvInvalidCharacterException { InvalidCharacter: '"' } => "a quotation mark that is never closed",
                InvalidDataException => "packed data that cannot be unpacked",
                _ => "text after a closing quotation mark",
            }, "comma-separated UTF-8 text; the rest of the file was not read"));
            Stop();
            return false;
        }
    }

    void RefuseEncoding(string record) => RefuseEncoding(record.AsSpan());

    void RefuseEncoding(ReadOnlySpan<char> record)
    {
        faults.Add(new Fault(File, nextLine, "", "bytes that are not UTF-8", "comma-separated UTF-8 text"));
        nextLine += LinesIn(record);
    }

    void TakeHeader(ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        var header = string.Join(',', required!);
        string[] names = [.. Enumerable.Range(0, width).Select(x => reader!.GetString(x).Trim())];
        if (!names.AsSpan().ContainsAny(required))
        {
            // Perhaps there is no header and this is the first person: nothing of it may be shown.
            var found = width == 1 && names[0].Contains(';', StringComparison.Ordinal) ? "a first line with ';' between the columns" : "a first line that names none of the columns";
            faults.Add(new Fault(File, Line, "", found, $"the header '{header}'"));
            return;
        }

        for (var i = 0; i < width; i++)
        {
            var at = required.IndexOf(names[i]) is var r and >= 0 ? r : optional.IndexOf(names[i]) is var o and >= 0 ? required.Length + o : -1;
            if (at < 0)
            {
                faults.Add(new Fault(File, Line, "", $"the column {Fault.Quoted(names[i])}", $"only the columns '{header}'{(optional.IsEmpty ? "" : $" and optionally '{string.Join(',', optional!)}'")}"));
            }
            else if (ordinals[at] >= 0)
            {
                faults.Add(new Fault(File, Line, names[i], "the column twice", "each column once"));
            }
            else
            {
                ordinals[at] = i;
            }
        }

        Header = names;
        for (var i = 0; i < required.Length; i++)
        {
            if (ordinals[i] < 0)
            {
                faults.Add(new Fault(File, Line, required[i], "no such column", $"the header '{header}'"));
            }
        }
    }

    void Stop()
    {
        reader?.Dispose();
        reader = null;
        text.Dispose();
    }

    static int LinesIn(ReadOnlySpan<char> record) =>
        record.Count('\n') is var breaks && record is [.., '\n'] ? breaks : breaks + 1;
}
