using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Analytics.Counting;

/// <summary>Counts the rows of blocks of a CSV file, for one thread. Gives up at whatever the row-by-row reading might see otherwise.</summary>
sealed class CsvLines(CsvColumns columns, CountingWorker worker)
{
    readonly Separators separators = new();
    readonly bool personComesFirst = columns.PersonComesFirst;
    readonly int person = columns.Places[0], municipality = columns.Places[1], age = columns.Places[2], sex = columns.Places[3], year = columns.Places[4];
    readonly int indicator = columns.Places[5], value = columns.Places[6], weight = columns.Places[7];
    readonly int[] starts = new int[columns.Count], ends = new int[columns.Count];

    /// <summary>Counts the rows of a block; false where it gives up.</summary>
    /// <param name="block">Whole lines.</param>
    /// <param name="from">Where the rows begin.</param>
    public bool Count(LineBlock block, int from)
    {
        while (from < block.Length)
        {
            var length = Math.Min(Separators.Longest, block.Length - from);
            length = block.Bytes.AsSpan(from, length).LastIndexOf((byte)'\n') + 1;
            if (length == 0 || !Count(block.Bytes.AsSpan(from, length + LineBlock.Room), length))
            {
                return false;
            }

            from += length;
        }

        return true;
    }

    bool Count(ReadOnlySpan<byte> bytes, int length)
    {
        separators.Find(bytes, length);
        if (separators.HasOtherThanAscii && !IsText(bytes[..length]))
        {
            return false;
        }

        return separators.HasQuotes || separators.HasReturns || !personComesFirst ? CountAny(bytes[..length]) : CountPlain(bytes[..length]);
    }

    /// <summary>UTF-8 without U+FFFF, which stands for bytes that are not UTF-8 elsewhere.</summary>
    static bool IsText(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) && bytes.IndexOf("\uFFFF"u8) < 0;

    // Compiled as well as can be at once: ten million rows are over before the runtime would have come to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool CountPlain(ReadOnlySpan<byte> bytes)
    {
        var places = separators.Places;
        var start = 0;
        var first = 0;
        ReadOnlySpan<byte> before = default;
        foreach (var last in separators.LineEnds)
        {
            var end = places[last];
            if (last - first + 1 == columns.Count)
            {
                var fields = places.Slice(first, columns.Count);
                var who = bytes[start..fields[CsvColumns.OfPerson - 1]];
                if (!who.SequenceEqual(before))
                {
                    if (!worker.Turn(Field(bytes, fields, start, person), Field(bytes, fields, start, municipality), Field(bytes, fields, start, age), Field(bytes, fields, start, sex), Field(bytes, fields, start, year)))
                    {
                        return false;
                    }

                    before = who;
                }

                if (!CountAnswer(Field(bytes, fields, start, indicator), Field(bytes, fields, start, value), weight < 0 ? default : Field(bytes, fields, start, weight)))
                {
                    return false;
                }
            }
            else if (last > first || !IsBlank(bytes[start..end]))
            {
                return false;
            }

            first = last + 1;
            start = end + 1;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> fields, int start, int column)
    {
        var from = column == 0 ? start : fields[column - 1] + 1;
        return bytes[from..fields[column]];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool CountAnswer(ReadOnlySpan<byte> indicator, ReadOnlySpan<byte> value, ReadOnlySpan<byte> weight)
    {
        var index = worker.Fields.Indicator(indicator);
        if (index < 0)
        {
            return false;
        }

        var answer = worker.Fields.Value(value, index);
        worker.Count(index, answer, worker.Fields.Weight(weight));
        return worker.Fields.AllGood;
    }

    /// <summary>Rows with quotation marks, with carriage returns, or whose columns stand in another order.</summary>
    bool CountAny(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = bytes[..end];
            bytes = bytes[(end + 1)..];
            line = line is [.., (byte)'\r'] ? line[..^1] : line;
            if (line.Contains((byte)'\r') || !(IsBlank(line) || Split(line) && CountSplit(line)))
            {
                return false;
            }
        }

        return true;
    }

    bool CountSplit(ReadOnlySpan<byte> line) =>
        worker.Turn(Field(line, person), Field(line, municipality), Field(line, age), Field(line, sex), Field(line, year))
        && CountAnswer(Field(line, indicator), Field(line, value), weight < 0 ? default : Field(line, weight));

    ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column) => line[starts[column]..ends[column]];

    /// <summary>Finds the fields of a line; false where a quotation mark stands anywhere but round a whole field.</summary>
    bool Split(ReadOnlySpan<byte> line)
    {
        var at = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            if (at > line.Length)
            {
                return false;
            }

            var quoted = at < line.Length && line[at] == '"';
            var rest = line[(quoted ? at + 1 : at)..];
            var length = quoted ? rest.IndexOf((byte)'"') : rest.IndexOf((byte)',');
            length = length < 0 && !quoted ? rest.Length : length;
            if (length < 0 || (!quoted && rest[..length].Contains((byte)'"')))
            {
                return false;
            }

            (starts[column], ends[column]) = (line.Length - rest.Length, line.Length - rest.Length + length);
            at = ends[column] + (quoted ? 1 : 0);
            if (at < line.Length && line[at] != ',')
            {
                return false;
            }

            at++;
        }

        return at == line.Length + 1;
    }

    static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t"u8);
}
