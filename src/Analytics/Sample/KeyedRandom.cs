namespace Analytics.Sample;

/// <summary>SplitMix64 with a key per thing that is made up: the same key gives the same numbers on every machine, whatever else is made up before it.</summary>
/// <remarks>
/// Only integer arithmetic and the four exact operations on doubles, so that files agree to the byte everywhere. Any draw can be taken directly
/// (<see cref="At"/>), because the n-th output is a function of key and n alone.
/// Source: Steele, Lea &amp; Flood (2014), Fast splittable pseudorandom number generators, OOPSLA; output function by Stafford, variant 13.
/// </remarks>
struct KeyedRandom(ulong key)
{
    const ulong Gamma = 0x9E3779B97F4A7C15;

    readonly ulong key = key;
    uint taken;

    /// <summary>The numbers of one thing.</summary>
    /// <param name="seed">The seed of the whole input.</param>
    /// <param name="stream">What kind of thing it is; kinds do not share numbers.</param>
    /// <param name="index">Which one of its kind.</param>
    public static KeyedRandom Of(int seed, SampleStream stream, ulong index) =>
        new(Mix(Mix((((ulong)(uint)seed) << 8 | (ulong)stream) + Gamma) ^ Mix(index + Gamma)));

    /// <summary>The numbers of one thing that is known by texts.</summary>
    public static KeyedRandom Of(int seed, SampleStream stream, string name, string of = "") => Of(seed, stream, Hash(name) ^ Mix(Hash(of)));

    /// <summary>The draw with this number: 64 random bits.</summary>
    public readonly ulong At(uint draw) => Mix(key + ((draw + 1) * Gamma));

    /// <summary>The next draw, counted from <see cref="At"/> 0.</summary>
    public ulong Next() => At(taken++);

    /// <summary>A whole number in [0, <paramref name="limit"/>), each as likely.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => ToUnit(Next());

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Next() < Threshold(probability);

    /// <summary>A number with mean 0 and variance 1, nearly normal, in (−3, 3).</summary>
    public double Bell() => ToBell(Next());

    /// <summary>64 random bits as a number in [0, 1).</summary>
    public static double ToUnit(ulong draw) => (draw >> 11) * (1.0 / (1UL << 53));

    /// <summary>64 random bits as the standardised sum of three uniform numbers of 21 bits.</summary>
    public static double ToBell(ulong draw) => ((((draw & 0x1FFFFF) + (draw >> 21 & 0x1FFFFF) + (draw >> 42 & 0x1FFFFF)) * (1.0 / 0x200000)) - 1.5) * 2;

    /// <summary>The number below which 64 random bits lie with this probability.</summary>
    public static ulong Threshold(double probability) => probability <= 0 ? 0 : probability >= 1 ? ulong.MaxValue : (ulong)(probability * 18446744073709551616.0);

    /// <summary>A one-to-one scrambling of 64 bits.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325; // FNV-1a over UTF-16 units
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return hash;
    }
}

/// <summary>Kinds of things that are made up; the numbers are part of every key and never change their meaning.</summary>
enum SampleStream
{
    Person = 1,
    PersonName = 2,
    NonResponse = 3,
    Size = 4,
    Published = 5,
    Organisation = 6,
    Collaboration = 7,
    Interview = 8,
}
