using Analytics.Repeats;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Repeats;

public sealed class RepeatKeysTests
{
    /// <summary>Hashes that differ in the first bits, in the last ones, and everywhere.</summary>
    static readonly Gen<ulong> Hashes = Gen.OneOf(Gen.ULong[0, 3], Gen.ULong[0, 3].Select(x => x << 62), Gen.ULong[ulong.MaxValue - 2, ulong.MaxValue], Gen.ULong[0, 40].Select(x => x * 0x0123456789ABCDEF));

    [Fact]
    public void Find_RowsInAnyOrderOnAnyThread_AreThoseOfASetOfRows() =>
        Gen.Select(Gen.OneOf(1, 64, 78, 128, 129, 300, 1000), Gen.Select(Hashes, Gen.Int[0, 999]).Array[0, 300], Gen.Int[1, 4], Gen.Bool).Sample((indicators, drawn, threads, sorted) =>
        {
            (ulong, int)[] rows = [.. drawn.Select(x => (x.Item1, x.Item2 % indicators))];
            rows = sorted ? [.. rows.Order()] : rows;
            var keys = new RepeatKeys(indicators);
            RepeatWriter[] writers = [.. Enumerable.Range(0, threads).Select(_ => keys.Writer())];
            for (var i = 0; i < rows.Length; i++)
            {
                writers[i * threads / rows.Length].Add(rows[i].Item1, rows[i].Item2);
            }

            var found = keys.Find(threads, TestContext.Current.CancellationToken);

            Assert.Equal(rows.GroupBy(x => x).Where(x => x.Count() > 1).Select(x => x.Key).Order(), found.Suspected.Select(x => (x.PersonYear, x.Indicator)).Order());
            Assert.Equal(0, found.Further);
        });

    [Fact]
    public void Find_MoreThanAreKept_CountsTheRowsOfTheOthersWhateverTheThreads()
    {
        var found = new[] { 1, 3 }.Select(threads =>
        {
            var keys = new RepeatKeys(78);
            RepeatWriter[] writers = [.. Enumerable.Range(0, threads).Select(_ => keys.Writer())];
            for (var i = 0; i < 360_000; i++)
            {
                writers[i % threads].Add(PersonYear.Of(PersonYear.Hash, $"p{i % 120_000}", 2025), i % 120_000 % 78);
            }

            return keys.Find(threads, TestContext.Current.CancellationToken);
        }).ToArray();

        Assert.InRange(found[0].Suspected.Count, 90_000, RepeatKeys.MostSuspected);
        Assert.Equal((120_000 - found[0].Suspected.Count) * 2, found[0].Further);
        Assert.Equal(found[0].Further, found[1].Further);
        Assert.True(found[0].Suspected.SetEquals(found[1].Suspected));
    }

    [Fact]
    public void IsEmpty_RowsThatAreOnlyCounted_IsFalse() => Assert.False(new Suspicions(new HashSet<SuspectedRepeat>(), 1).IsEmpty);

    [Fact]
    public void Hash_OfAText_IsThatOfItsBytes() =>
        Gen.String.Where(x => !x.Any(char.IsSurrogate)).Sample(text => Assert.Equal(PersonYear.Hash(System.Text.Encoding.UTF8.GetBytes(text), 2024), PersonYear.Of(PersonYear.Hash, text, 2024)));
}
