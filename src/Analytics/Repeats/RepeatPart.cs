using System.Numerics;

namespace Analytics.Repeats;

/// <summary>Looks through the keys of one part after the other: an open table of person and year with one bit per indicator seen.</summary>
/// <param name="shape">How words are made.</param>
/// <param name="most">Most suspicions of a part that are kept.</param>
sealed class RepeatPart(KeyShape shape, int most)
{
    /// <summary>What one part holds that seems repeated: the suspicions with the smallest hashes, and how many rows belong to others.</summary>
    public readonly record struct Finding(IReadOnlyList<SuspectedRepeat> Suspected, long Further);

    const int FirstBits = 12;

    readonly Dictionary<SuspectedRepeat, long> hits = [];
    ulong[] table = new ulong[2 << FirstBits];
    int bits = FirstBits;
    int used;

    /// <summary>Looks through a part.</summary>
    public Finding Find(int part, IEnumerable<(KeyList Singles, KeyList Runs)> lists)
    {
        Array.Clear(table);
        used = 0;
        hits.Clear();
        foreach (var (singles, runs) in lists)
        {
            foreach (var piece in runs.Pieces())
            {
                for (var i = 0; i < piece.Count; i += 2)
                {
                    Note(part, piece[i], piece[i + 1]);
                }
            }

            foreach (var piece in singles.Pieces())
            {
                foreach (var word in piece.AsSpan())
                {
                    var indicator = shape.Number(word);
                    Note(part, shape.WithNumber(word, indicator >> 6), 1UL << (indicator & 63));
                }
            }
        }

        return new Finding([.. hits.Keys.OrderBy(x => x.PersonYear).ThenBy(x => x.Indicator).Take(most)], hits.OrderBy(x => x.Key.PersonYear).ThenBy(x => x.Key.Indicator).Skip(most).Sum(x => x.Value));
    }

    void Note(int part, ulong key, ulong mask)
    {
        var place = Place(table, key);
        if (table[place + 1] == 0)
        {
            if (++used * 3 > table.Length)
            {
                Grow();
                place = Place(table, key);
            }

            table[place] = key;
        }

        var repeated = table[place + 1] & mask;
        table[place + 1] |= mask;
        for (; repeated != 0; repeated &= repeated - 1)
        {
            var suspected = new SuspectedRepeat(shape.PersonYear(part, key), shape.Number(key) << 6 | BitOperations.TrailingZeroCount(repeated));
            hits[suspected] = hits.GetValueOrDefault(suspected) + 1;
        }
    }

    int Place(ulong[] places, ulong key)
    {
        var at = (int)(key * 0x9E3779B97F4A7C15 >> (64 - bits)) * 2;
        while (places[at + 1] != 0 && places[at] != key)
        {
            at = (at + 2) & (places.Length - 1);
        }

        return at;
    }

    void Grow()
    {
        var old = table;
        bits++;
        table = new ulong[old.Length * 2];
        for (var i = 0; i < old.Length; i += 2)
        {
            if (old[i + 1] != 0)
            {
                var place = Place(table, old[i]);
                (table[place], table[place + 1]) = (old[i], old[i + 1]);
            }
        }
    }
}
