using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using Analytics.Csv;

namespace Analytics.Sample;

/// <summary>Writes one comma-separated UTF-8 file, a field at a time, without culture and without a string per field.</summary>
/// <remarks>The file has its name only once <see cref="Complete"/> was called; before, it ends in <c>.part</c>, and what is not completed is removed.</remarks>
sealed class CsvOutput : IDisposable
{
    readonly string path;
    readonly Stream stream;
    readonly byte[] buffer = new byte[1 << 17];
    int used;
    bool first = true, completed;

    public CsvOutput(string path, string header)
    {
        this.path = path;
        var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        Raw(Encoding.UTF8.GetBytes(header));
        EndRow();
    }

    /// <summary>A field that is known to need no quotation marks, or several of them with the commas between.</summary>
    public void Raw(ReadOnlySpan<byte> field)
    {
        Start(field.Length);
        field.CopyTo(buffer.AsSpan(used));
        used += field.Length;
    }

    /// <summary>A field of text, in quotation marks where it needs them.</summary>
    public void Text(string field)
    {
        var quoted = CsvField.Quoted(field);
        Start(Encoding.UTF8.GetMaxByteCount(quoted.Length));
        used += Encoding.UTF8.GetBytes(quoted, buffer.AsSpan(used));
    }

    /// <summary>A whole number.</summary>
    public void Number(long field)
    {
        Start(32);
        Utf8Formatter.TryFormat(field, buffer.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>A whole number; an empty field where there is none.</summary>
    public void Number(long? field)
    {
        if (field is { } number)
        {
            Number(number);
        }
        else
        {
            Empty();
        }
    }

    /// <summary>A number with this many decimals.</summary>
    public void Number(double field, byte decimals)
    {
        Start(64);
        Utf8Formatter.TryFormat(field, buffer.AsSpan(used), out var written, new StandardFormat('F', decimals));
        used += written;
    }

    /// <summary>1 or 0; an empty field where there is neither.</summary>
    public void Flag(bool? field) => Number(field is { } flag ? flag ? 1 : 0 : (long?)null);

    /// <summary>A field without a value.</summary>
    public void Empty() => Start(0);

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Reserve(1);
        buffer[used++] = (byte)'\n';
        first = true;
    }

    /// <summary>Gives the file its name, in place of one that had it.</summary>
    public void Complete()
    {
        stream.Write(buffer, 0, used);
        used = 0;
        stream.Dispose();
        File.Move(path + ".part", path, overwrite: true);
        completed = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!completed)
        {
            stream.Dispose();
            File.Delete(path + ".part");
        }
    }

    void Start(int bytes)
    {
        Reserve(bytes + 1);
        if (!first)
        {
            buffer[used++] = (byte)',';
        }

        first = false;
    }

    void Reserve(int bytes)
    {
        if (used + bytes > buffer.Length)
        {
            stream.Write(buffer, 0, used);
            used = 0;
        }
    }
}
