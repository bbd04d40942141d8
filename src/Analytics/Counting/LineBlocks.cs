namespace Analytics.Counting;

/// <summary>Cuts a text file into blocks that end at the end of a line; several threads may take blocks from it.</summary>
/// <param name="content">The text.</param>
/// <param name="size">Bytes of a block.</param>
sealed class LineBlocks(Stream content, int size)
{
    /// <summary>A size at which a block stays in the processor's second cache from reading and taking its checksum to counting.</summary>
    public const int UsualSize = 1 << 19;

    readonly Lock turn = new();
    readonly byte[] carried = new byte[size];
    int carriedLength;
    bool ended;

    /// <summary>Whether a line was longer than a block.</summary>
    public bool LineTooLong { get; private set; }

    /// <summary>Takes the next block; false after the last one.</summary>
    /// <param name="block">Receives the bytes.</param>
    public bool Next(LineBlock block)
    {
        lock (turn)
        {
            if (ended)
            {
                return false;
            }

            carried.AsSpan(0, carriedLength).CopyTo(block.Bytes);
            var length = carriedLength + content.ReadAtLeast(block.Bytes.AsSpan(carriedLength, size - carriedLength), size - carriedLength, throwOnEndOfStream: false);
            ended = length < size;
            if (ended && length > 0 && block.Bytes[length - 1] != '\n')
            {
                block.Bytes[length++] = (byte)'\n';
            }

            block.Length = block.Bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            carriedLength = length - block.Length;
            block.Bytes.AsSpan(block.Length, carriedLength).CopyTo(carried);
            LineTooLong |= block.Length == 0 && !ended;
            ended |= LineTooLong;
            return block.Length > 0;
        }
    }

    /// <summary>A block to be filled, with room behind it for whole vectors.</summary>
    public LineBlock NewBlock() => new(size + LineBlock.Room);
}

/// <summary>Whole lines of a file.</summary>
sealed class LineBlock(int size)
{
    /// <summary>Bytes behind the lines that may be read, whatever they hold.</summary>
    public const int Room = 64;

    /// <summary>The lines, and behind them anything.</summary>
    public byte[] Bytes { get; } = new byte[size];

    /// <summary>Bytes of the lines.</summary>
    public int Length { get; set; }
}
