using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>The random numbers of one study: each piece of work has a stream of its own, so the order of the work does not matter.</summary>
/// <param name="seed">Seed of the study.</param>
sealed class StudyRandom(int seed)
{
    /// <summary>A stream.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="index">Which table, sample or unit: below 2²⁷.</param>
    public RandomStream Stream(StudyPurpose purpose, int index) => new(seed, ((int)purpose << 27) | index);

    /// <summary>Some of the units, ascending.</summary>
    public int[] Sample(StudyPurpose purpose, int units, int wanted)
    {
        var all = Enumerable.Range(0, units).ToArray();
        if (wanted >= units)
        {
            return all;
        }

        Shuffle(all, Stream(purpose, 0));
        Array.Resize(ref all, wanted);
        Array.Sort(all);
        return all;
    }

    /// <summary>Puts values in random order.</summary>
    public static void Shuffle<T>(T[] values, RandomStream random)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1, random);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    /// <summary>A whole number in [0, <paramref name="count"/>).</summary>
    public static int Below(int count, RandomStream random) => (int)(random.Uniform() * count);
}
