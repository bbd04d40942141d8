namespace Analytics.Intake;

/// <summary>
/// Finds rows that seem to repeat a person, year and indicator, without keeping any person: a 64-bit hash per person and year with one
/// bit per indicator seen. Two persons with the same hash make a false suspicion, never a missed one; <see cref="RepeatSearch"/> tells them apart.
/// </summary>
/// <remarks>
/// Memory: 8 + 8·⌈indicators / 64⌉ bytes per place and tables that are 50–75 % full: 32–48 bytes per person and year with up to
/// 128 indicators. The table is cut into 256 shards that grow one by one, so growing never holds a second copy of the whole.
/// </remarks>
sealed class RepeatFilter : IPersonRows
{
    /// <summary>Most suspicions kept to be looked into; later ones are only counted.</summary>
    public const int MostSuspected = 100_000;

    const int Shards = 256, SmallestCapacity = 16;

    readonly PersonYearHash hash;
    readonly int stride;
    readonly ulong[][] shards = new ulong[Shards][];
    readonly int[] used = new int[Shards];
    readonly HashSet<SuspectedRepeat> suspected = [];

    /// <summary>An empty filter.</summary>
    /// <param name="indicators">Number of indicators of the codebook.</param>
    /// <param name="hash">Hash of person and year.</param>
    public RepeatFilter(int indicators, PersonYearHash hash)
    {
        this.hash = hash;
        stride = 1 + (indicators + 63) / 64;
        for (var i = 0; i < Shards; i++)
        {
            shards[i] = new ulong[SmallestCapacity * stride];
        }
    }

    /// <summary>What to look into in a second reading.</summary>
    public IReadOnlySet<SuspectedRepeat> Suspected => suspected;

    /// <summary>
    /// Rows suspected beyond <see cref="MostSuspected"/>. That many suspicions are never collisions alone (with a hundred million persons
    /// fewer than one is expected), so they are counted as repeats.
    /// </summary>
    public long Further { get; private set; }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<char> person, int year, int indicator, int municipality, RowChecks row)
    {
        var key = Math.Max(1, hash(person, year));
        ref var word = ref Place(key)[1 + (indicator >> 6)];
        var bit = 1UL << (indicator & 63);
        if ((word & bit) == 0)
        {
            word |= bit;
        }
        else if (!suspected.Contains(new(key, indicator)))
        {
            if (suspected.Count < MostSuspected)
            {
                suspected.Add(new(key, indicator));
            }
            else
            {
                Further++;
            }
        }
    }

    Span<ulong> Place(ulong key)
    {
        var shard = (int)(key >> 56);
        var place = Find(shards[shard], key);
        if (place[0] == key)
        {
            return place;
        }

        if ((used[shard] + 1) * stride > shards[shard].Length / 4 * 3)
        {
            Grow(shard);
            place = Find(shards[shard], key);
        }

        place[0] = key;
        used[shard]++;
        return place;
    }

    Span<ulong> Find(ulong[] table, ulong key)
    {
        var places = table.Length / stride;
        var at = (int)Math.BigMul(key << 8, (ulong)places, out _);
        while (true)
        {
            var found = table[at * stride];
            if (found == key || found == 0)
            {
                return table.AsSpan(at * stride, stride);
            }

            at = at + 1 == places ? 0 : at + 1;
        }
    }

    void Grow(int shard)
    {
        var old = shards[shard];
        var grown = new ulong[old.Length / stride * 3 / 2 * stride];
        for (var i = 0; i < old.Length; i += stride)
        {
            if (old[i] != 0)
            {
                old.AsSpan(i, stride).CopyTo(Find(grown, old[i]));
            }
        }

        shards[shard] = grown;
    }
}
