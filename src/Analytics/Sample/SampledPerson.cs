namespace Analytics.Sample;

/// <summary>What does not change about a made-up person; a function of seed, number and municipalities, not of how many people there are.</summary>
/// <param name="Random">The person's numbers.</param>
/// <param name="Area">Index of the municipality.</param>
/// <param name="BirthYear">Year of birth; age = year − birth year.</param>
/// <param name="Sex">As observed: 0 girl, 1 boy, 2 other or not stated.</param>
/// <param name="RegisteredSex">As the population register has it: 0 girl, 1 boy.</param>
/// <param name="Hardship">Hidden trait in [0, 1).</param>
/// <param name="Risk">Hidden trait in [0, 1).</param>
readonly record struct SampledPerson(KeyedRandom Random, int Area, int BirthYear, int Sex, int RegisteredSex, ulong Hardship, ulong Risk)
{
    /// <summary>Birth years of people who are 0–18 in at least one survey year.</summary>
    const int FirstBirthYear = PlantedStructure.FirstYear - PlantedStructure.OldestAge;

    static readonly ulong NotStated = KeyedRandom.Threshold(0.004), Girls = KeyedRandom.Threshold(0.487);

    /// <summary>Number of draws that belong to the person as such; draws about indicators come after these.</summary>
    public const uint OwnDraws = 32;

    /// <summary>First of the draws for the scales, and first of the draws for a survey year.</summary>
    public const uint ControlDraw = 6, MoralityDraw = 7, YearDraw = 16;

    public static SampledPerson Draw(int seed, long number, ulong[] areas)
    {
        var random = KeyedRandom.Of(seed, SampleStream.Person, (ulong)number);
        var at = Array.BinarySearch(areas, random.At(0));
        var registered = random.At(3) < Girls ? 0 : 1;
        return new SampledPerson(
            random, Math.Min(areas.Length - 1, at < 0 ? ~at : at + 1),
            FirstBirthYear + (int)Math.BigMul(random.At(1), PlantedStructure.LastYear - FirstBirthYear + 1, out _),
            random.At(2) < NotStated ? 2 : registered, registered, random.At(4), random.At(5));
    }

    /// <summary>First survey year in which the person is 0–18.</summary>
    public int FirstYear => Math.Max(PlantedStructure.FirstYear, BirthYear);

    /// <summary>Last survey year in which the person is 0–18.</summary>
    public int LastYear => Math.Min(PlantedStructure.LastYear, BirthYear + PlantedStructure.OldestAge);
}
