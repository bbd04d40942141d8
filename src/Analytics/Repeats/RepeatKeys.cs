using System.Numerics;

namespace Analytics.Repeats;

/// <summary>
/// What rows leave behind so that repeats of a person, year and indicator are found, without keeping any person: a 64-bit hash of person and year with
/// the indicator, in parts by the first bits of the hash. Two persons with the same hash make a false suspicion, never a missed repeat.
/// </summary>
/// <remarks>
/// Memory: 8 bytes per row at most. Where the rows of a person and year follow each other they leave 16 bytes per 64 indicators together.
/// Each part is looked through by itself, in a table that stays in the processor's cache.
/// </remarks>
/// <param name="indicators">Number of indicators of the codebook.</param>
sealed class RepeatKeys(int indicators)
{
    /// <summary>About the most suspicions kept to be looked into; later ones are only counted.</summary>
    public const int MostSuspected = 100_000;

    const int LeastBits = 8;

    readonly KeyShape shape = new(Math.Max(LeastBits, BitOperations.Log2((uint)Math.Max(1, indicators)) + 1), (indicators + 63) / 64);
    readonly List<RepeatWriter> writers = [];

    /// <summary>A place to note rows, for one thread.</summary>
    public RepeatWriter Writer()
    {
        var writer = new RepeatWriter(shape);
        writers.Add(writer);
        return writer;
    }

    /// <summary>Looks for what seems to be repeated. The rows are forgotten; call once, after the last row.</summary>
    /// <param name="workers">How many threads look.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Suspicions Find(int workers, CancellationToken cancellation)
    {
        foreach (var writer in writers)
        {
            writer.Flush();
        }

        var found = new RepeatPart.Finding[shape.Parts];
        Parallel.For(
            0, shape.Parts, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, () => new RepeatPart(shape, MostSuspected / shape.Parts),
            (part, _, table) =>
            {
                found[part] = table.Find(part, writers.Select(x => x.Take(part)));
                return table;
            },
            static _ => { });
        return new Suspicions(found.SelectMany(x => x.Suspected).ToHashSet(), found.Sum(x => x.Further));
    }
}

/// <summary>How a hash of person and year and an indicator are put into words of 64 bits without losing any.</summary>
/// <param name="Bits">The first bits of the hash choose the part; as many at the end of the word hold the indicator, or which 64 indicators.</param>
/// <param name="Segments">Number of times 64 indicators.</param>
readonly record struct KeyShape(int Bits, int Segments)
{
    /// <summary>Number of parts.</summary>
    public int Parts => 1 << Bits;

    /// <summary>The part of a hash.</summary>
    public int Part(ulong personYear) => (int)(personYear >> (64 - Bits));

    /// <summary>The rest of a hash with a number below <see cref="Parts"/>.</summary>
    public ulong Word(ulong personYear, int number) => personYear << Bits | (uint)number;

    /// <summary>The number in a word.</summary>
    public int Number(ulong word) => (int)(word & ((1UL << Bits) - 1));

    /// <summary>The hash in a word of a part.</summary>
    public ulong PersonYear(int part, ulong word) => (ulong)part << (64 - Bits) | word >> Bits;

    /// <summary>The same word with another number.</summary>
    public ulong WithNumber(ulong word, int number) => word >> Bits << Bits | (uint)number;
}
