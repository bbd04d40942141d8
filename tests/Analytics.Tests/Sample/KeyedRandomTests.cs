using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

public sealed class KeyedRandomTests
{
    // First outputs of SplitMix64 with seed 1234567: Rosetta Code, "Pseudo-random numbers/Splitmix64".
    [Fact]
    public void Next_SeedOfTheReference_GivesItsOutputs()
    {
        var random = new KeyedRandom(1234567);

        ulong[] drawn = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], drawn);
    }

    [Fact]
    public void At_AnyDraw_IsTheOneThatNextReaches()
    {
        var random = KeyedRandom.Of(7, SampleStream.Person, 3);
        for (var i = 0u; i < 20; i++)
        {
            Assert.Equal(random.At(i), random.Next());
        }
    }

    [Fact]
    public void Of_OtherSeedStreamOrThing_OtherNumbers()
    {
        ulong[] first =
        [
            KeyedRandom.Of(1, SampleStream.Person, 0).At(0), KeyedRandom.Of(2, SampleStream.Person, 0).At(0), KeyedRandom.Of(-1, SampleStream.Person, 0).At(0),
            KeyedRandom.Of(1, SampleStream.Size, 0).At(0), KeyedRandom.Of(1, SampleStream.Person, 1).At(0),
            KeyedRandom.Of(1, SampleStream.Size, "0680").At(0), KeyedRandom.Of(1, SampleStream.Size, "0680", "a").At(0), KeyedRandom.Of(1, SampleStream.Size, "a", "0680").At(0),
        ];

        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Bell_ManyDraws_MeanZeroAndVarianceOne()
    {
        var random = KeyedRandom.Of(1, SampleStream.Size, 0);
        var drawn = Enumerable.Range(0, 100_000).Select(_ => random.Bell()).ToArray();

        Assert.Equal(0, drawn.Average(), 0.02);
        Assert.Equal(1, drawn.Average(x => x * x), 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.003)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Chance_ManyDraws_HappensAsOften(double probability)
    {
        var random = KeyedRandom.Of(1, SampleStream.Size, 5);

        Assert.Equal(probability, Enumerable.Range(0, 200_000).Count(_ => random.Chance(probability)) / 200_000.0, 0.005);
    }
}
