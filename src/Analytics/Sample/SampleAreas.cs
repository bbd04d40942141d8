using Analytics.Catalogue;

namespace Analytics.Sample;

/// <summary>The municipalities of a made-up input and how many children each has.</summary>
/// <param name="All">By code.</param>
/// <param name="Children">Per municipality, children aged 0–18.</param>
sealed record SampleAreas(IReadOnlyList<Municipality> All, IReadOnlyList<int> Children)
{
    /// <summary>Chooses the municipalities.</summary>
    /// <param name="codebook">Where they come from.</param>
    /// <param name="wanted">As many as have a number of children in the catalogue, or fewer: exactly those; more: all.</param>
    /// <param name="seed">Decides the sizes that the catalogue lacks.</param>
    public static SampleAreas Choose(Codebook codebook, int wanted, int seed)
    {
        var known = codebook.Municipalities.Where(x => x.Children is > 0).ToList();
        var chosen = known.Count > 0 && wanted <= known.Count ? known : codebook.Municipalities;
        return new SampleAreas(chosen, [.. chosen.Select(x => x.Children is > 0 and var children ? children : Invent(x, seed))]);
    }

    /// <summary>Per municipality the number below which 64 random bits lie when the person lives there or in an earlier one.</summary>
    public ulong[] Thresholds()
    {
        var total = Children.Sum(x => (long)x);
        var thresholds = new ulong[All.Count];
        var sum = 0L;
        for (var i = 0; i < thresholds.Length; i++)
        {
            sum += Children[i];
            thresholds[i] = KeyedRandom.Threshold(sum / (double)total);
        }

        return thresholds;
    }

    /// <summary>
    /// A made-up size: 21.5 % of the inhabitants where these are known; otherwise 600 + 18 000·u³ with u uniform, so that most are small, and 14 000 more where
    /// the code ends in 80, as those of most county seats do.
    /// </summary>
    static int Invent(Municipality municipality, int seed)
    {
        if (municipality.Population is > 0 and var population)
        {
            return (int)Math.Max(1, population * 0.215);
        }

        var u = KeyedRandom.Of(seed, SampleStream.Size, municipality.Code).Unit();
        return 600 + (int)(18_000 * u * u * u) + (municipality.Code.EndsWith("80", StringComparison.Ordinal) ? 14_000 : 0);
    }
}
