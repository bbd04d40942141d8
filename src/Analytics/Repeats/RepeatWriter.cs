using System.Numerics;
using System.Runtime.CompilerServices;

namespace Analytics.Repeats;

/// <summary>Notes rows, for one thread; the rows of a person and year that follow each other are put together.</summary>
sealed class RepeatWriter(KeyShape shape)
{
    readonly KeyList[] singles = new KeyList[shape.Parts];
    readonly KeyList[] runs = new KeyList[shape.Parts];
    readonly ulong[] masks = new ulong[shape.Segments];
    ulong current;

    /// <summary>Notes one row.</summary>
    /// <param name="personYear">Hash of person and year.</param>
    /// <param name="indicator">Index of the indicator.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong personYear, int indicator)
    {
        if (personYear != current)
        {
            Flush();
            current = personYear;
        }

        ref var mask = ref masks[indicator >> 6];
        var bit = 1UL << (indicator & 63);
        if ((mask & bit) != 0)
        {
            singles[shape.Part(current)].Add(shape.Word(current, indicator));
        }

        mask |= bit;
    }

    /// <summary>Puts the last person and year away.</summary>
    public void Flush()
    {
        for (var segment = 0; segment < masks.Length; segment++)
        {
            var mask = masks[segment];
            if (mask == 0)
            {
                continue;
            }

            var part = shape.Part(current);
            if (BitOperations.IsPow2(mask))
            {
                singles[part].Add(shape.Word(current, segment << 6 | BitOperations.TrailingZeroCount(mask)));
            }
            else
            {
                runs[part].Add(shape.Word(current, segment));
                runs[part].Add(mask);
            }

            masks[segment] = 0;
        }
    }

    /// <summary>Gives a part away: words with an indicator each, and pairs of a word with which 64 indicators and a mask of these.</summary>
    public (KeyList Singles, KeyList Runs) Take(int part)
    {
        var taken = (singles[part], runs[part]);
        (singles[part], runs[part]) = (default, default);
        return taken;
    }
}

/// <summary>A growing list of words that is never copied.</summary>
struct KeyList
{
    const int FirstLength = 128, Length = 2048;

    List<ulong[]>? full;
    ulong[]? last;
    int used;

    /// <summary>Adds a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong word)
    {
        if (last is null || used == last.Length)
        {
            Grow();
        }

        last![used++] = word;
    }

    /// <summary>The words, a piece at a time; pieces have an even number of words, except perhaps the last.</summary>
    public readonly IEnumerable<ArraySegment<ulong>> Pieces()
    {
        foreach (var piece in full ?? [])
        {
            yield return piece;
        }

        if (last is not null)
        {
            yield return new ArraySegment<ulong>(last, 0, used);
        }
    }

    void Grow()
    {
        if (last is not null)
        {
            (full ??= []).Add(last);
        }

        // Where the collector does not move them: otherwise every word is copied twice.
        (last, used) = (GC.AllocateUninitializedArray<ulong>(full is null ? FirstLength : Length, pinned: true), 0);
    }
}
