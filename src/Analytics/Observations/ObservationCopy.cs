using System.Buffers.Binary;
using System.Text;
using Analytics.Catalogue;
using Analytics.Intake;
using Npgsql;

namespace Analytics.Observations;

/// <summary>Sends observations to one table by binary COPY. The rows are laid out here, in a buffer: writing them value by value costs more than reading the file.</summary>
/// <remarks>The format is that of the manual of PostgreSQL, chapter COPY, "Binary Format": every number in network order, a length of −1 for null.</remarks>
sealed class ObservationCopy : IDisposable
{
    // Ten fields with their lengths, and a person of 64 characters of three bytes each.
    const int LargestRow = 512;

    readonly byte[][] municipalities;
    readonly short[] indicators;
    readonly bool lines;
    readonly NpgsqlRawCopyStream stream;
    readonly byte[] buffer = new byte[1 << 16];
    int used;
    bool completed;

    /// <summary>Begins to send.</summary>
    /// <param name="connection">Connection within a transaction; does nothing else until this is completed or disposed of.</param>
    /// <param name="table">Table with the columns of an observation.</param>
    /// <param name="codebook">What the indices of an observation mean.</param>
    /// <param name="indicators">Number of each indicator in the database.</param>
    /// <param name="lines">Whether the table has a column <c>line</c> as well.</param>
    public ObservationCopy(NpgsqlConnection connection, string table, Codebook codebook, short[] indicators, bool lines = false)
    {
        municipalities = [.. codebook.Municipalities.Select(x => Encoding.UTF8.GetBytes(x.Code))];
        (this.indicators, this.lines) = (indicators, lines);
        stream = connection.BeginRawBinaryCopy($"COPY {table} ({ObservationSchema.Columns}{(lines ? ", line" : "")}) FROM STDIN (FORMAT BINARY)");
        byte[] header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        header.CopyTo(buffer, 0);
        used = header.Length;
    }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<char> person, in Observation observation, int file, long line)
    {
        if (buffer.Length - used < LargestRow)
        {
            Send();
        }

        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(used), (short)(lines ? 10 : 9));
        used += sizeof(short);
        Number(observation.Answered, observation.Value);
        Number(observation.Weight != 1, observation.Weight);
        Number(file);
        Number((short)observation.Year);
        Number(indicators[observation.Indicator]);
        Number((short)observation.Age);
        Text([(byte)Letter(observation.Sex)]);
        Text(municipalities[observation.Municipality]);
        var length = Encoding.UTF8.GetBytes(person, buffer.AsSpan(used + sizeof(int)));
        Length(length);
        used += length;
        if (lines)
        {
            Length(sizeof(long));
            BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(used), line);
            used += sizeof(long);
        }
    }

    /// <summary>Ends well.</summary>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public void Complete()
    {
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(used), -1);
        used += sizeof(short);
        Send();
        completed = true;
        stream.Dispose();
    }

    /// <summary>Ends; what was sent is void unless it was completed.</summary>
    public void Dispose()
    {
        if (!completed)
        {
            completed = true;
            stream.Cancel();
            stream.Dispose();
        }
    }

    static char Letter(Sex sex) => sex switch
    {
        Sex.F => 'F',
        Sex.M => 'M',
        _ => 'X',
    };

    void Number(bool there, double number)
    {
        Length(there ? sizeof(double) : -1);
        if (there)
        {
            BinaryPrimitives.WriteDoubleBigEndian(buffer.AsSpan(used), number);
            used += sizeof(double);
        }
    }

    void Number(int number)
    {
        Length(sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used), number);
        used += sizeof(int);
    }

    void Number(short number)
    {
        Length(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(buffer.AsSpan(used), number);
        used += sizeof(short);
    }

    void Text(ReadOnlySpan<byte> text)
    {
        Length(text.Length);
        text.CopyTo(buffer.AsSpan(used));
        used += text.Length;
    }

    void Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used), length);
        used += sizeof(int);
    }

    void Send()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
