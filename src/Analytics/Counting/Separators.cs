using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analytics.Counting;

/// <summary>Where the commas and line ends of a piece of text are, found 64 bytes at a time (after Langdale and Lemire, Parsing gigabytes of JSON per second, 2019).</summary>
sealed class Separators
{
    /// <summary>Most bytes of a piece.</summary>
    public const int Longest = 1 << 14;

    readonly ushort[] places = new ushort[Longest + 2 * Vector512<byte>.Count];
    readonly ushort[] lineEnds = new ushort[Longest + 1];

    /// <summary>Positions of commas and line ends.</summary>
    public ReadOnlySpan<ushort> Places => places;

    /// <summary>Per line the index in <see cref="Places"/> of its end.</summary>
    public ReadOnlySpan<ushort> LineEnds => lineEnds.AsSpan(0, Lines);

    /// <summary>Number of lines.</summary>
    public int Lines { get; private set; }

    /// <summary>Whether there is a quotation mark.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether there is a carriage return.</summary>
    public bool HasReturns { get; private set; }

    /// <summary>Whether there is a byte that is not ASCII.</summary>
    public bool HasOtherThanAscii { get; private set; }

    /// <summary>Goes through a piece.</summary>
    /// <param name="bytes">A piece of at most <see cref="Longest"/> bytes with 64 more behind it that may be read.</param>
    /// <param name="length">Bytes of the piece.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<byte> bytes, int length)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        ref var place = ref MemoryMarshal.GetArrayDataReference(places);
        ref var lineEnd = ref MemoryMarshal.GetArrayDataReference(lineEnds);
        var (comma, newline, quote, carriage) = (Vector512.Create((byte)','), Vector512.Create((byte)'\n'), Vector512.Create((byte)'"'), Vector512.Create((byte)'\r'));
        var (count, lines) = (0, 0);
        ulong quotes = 0, returns = 0, others = 0;
        for (var at = 0; at < length; at += Vector512<byte>.Count)
        {
            var text = Vector512.LoadUnsafe(ref start, (nuint)at);
            var inside = length - at >= Vector512<byte>.Count ? ulong.MaxValue : (1UL << (length - at)) - 1;
            var ends = Vector512.Equals(text, newline).ExtractMostSignificantBits() & inside;
            var all = (Vector512.Equals(text, comma).ExtractMostSignificantBits() & inside) | ends;
            quotes |= Vector512.Equals(text, quote).ExtractMostSignificantBits() & inside;
            returns |= Vector512.Equals(text, carriage).ExtractMostSignificantBits() & inside;
            others |= text.ExtractMostSignificantBits() & inside;
            for (; ends != 0; ends &= ends - 1)
            {
                Unsafe.Add(ref lineEnd, lines++) = (ushort)(count + BitOperations.PopCount(all & ((ends & (0 - ends)) - 1)));
            }

            var found = BitOperations.PopCount(all);
            for (var i = 0; i < found; i += 8)
            {
                // Eight at a time without asking whether there are as many: what is too much is written over.
                for (var j = 0; j < 8; j++)
                {
                    Unsafe.Add(ref place, count + i + j) = (ushort)(at + BitOperations.TrailingZeroCount(all));
                    all &= all - 1;
                }
            }

            count += found;
        }

        (Lines, HasQuotes, HasReturns, HasOtherThanAscii) = (lines, quotes != 0, returns != 0, others != 0);
    }
}
