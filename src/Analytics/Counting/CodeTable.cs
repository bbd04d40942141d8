using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Analytics.Counting;

/// <summary>Finds a code among few by one look: a perfect hash of its first and last eight bytes and its length, then one comparison.</summary>
/// <remarks>Codes that differ only between the first and the last eight bytes share a place in vain; then the table grows no further and they are compared one after the other.</remarks>
sealed class CodeTable
{
    const int MostBits = 16;

    readonly byte[][] codes;
    readonly ulong multiplier;
    readonly int shift;
    readonly int[] places;
    readonly int[] next;

    /// <summary>A table of codes, each found as its index.</summary>
    /// <param name="codes">Different from each other.</param>
    public CodeTable(IEnumerable<string> codes)
    {
        this.codes = [.. codes.Select(Encoding.UTF8.GetBytes)];
        next = new int[this.codes.Length];
        var least = BitOperations.Log2((uint)Math.Max(1, this.codes.Length)) + 1;
        for (var bits = least; ; bits++)
        {
            for (var seed = 1UL; seed <= 64; seed++)
            {
                (multiplier, shift, places) = ((seed * 0x9E3779B97F4A7C15) | 1, 64 - bits, new int[1 << bits]);
                if (Place() || (bits >= MostBits && seed == 64))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Index of a code; −1 when there is none such.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> code)
    {
        var at = places[Hash(code)] - 1;
        while (at >= 0 && !code.SequenceEqual(codes[at]))
        {
            at = next[at] - 1;
        }

        return at;
    }

    /// <summary>Puts every code in its place; false where two want the same.</summary>
    bool Place()
    {
        Array.Clear(next);
        var perfect = true;
        for (var i = 0; i < codes.Length; i++)
        {
            ref var place = ref places[Hash(codes[i])];
            perfect &= place == 0;
            (next[i], place) = (place, i + 1);
        }

        return perfect;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Hash(ReadOnlySpan<byte> code)
    {
        ulong mixed;
        if (code.Length >= sizeof(ulong))
        {
            mixed = (Unsafe.ReadUnaligned<ulong>(in code[0]) * 0xC2B2AE3D27D4EB4F) ^ Unsafe.ReadUnaligned<ulong>(in code[code.Length - sizeof(ulong)]);
        }
        else
        {
            mixed = 0;
            foreach (var one in code)
            {
                mixed = mixed << 8 | one;
            }
        }

        return (int)((BitOperations.RotateLeft(mixed + (ulong)code.Length, 29) ^ mixed) * multiplier >> shift);
    }
}
