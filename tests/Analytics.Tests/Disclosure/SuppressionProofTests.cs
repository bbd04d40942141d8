using Analytics.Disclosure;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>What is withheld, against the enumeration of every table of whole numbers that agrees with what is shown.</summary>
public sealed class SuppressionProofTests
{
    const int Tables = 8;

    static readonly Gen<SuppressionWeights> Weights = Gen.Enum<SuppressionWeights>();

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 1)]
    [InlineData(5, 3)]
    [InlineData(10, 3)]
    public void Protect_SmallTables_LeavesEverySecretItsWidthInAllTables(int threshold, int width) =>
        Gen.Select(SmallTable.Random(threshold), Weights, Gen.Bool).Sample((table, weights, insider) =>
        {
            var pattern = table.Protect(new(threshold, width, insider, weights));
            var alike = table.Alike(pattern.Withheld, width);

            Assert.Empty(pattern.Unsafe);
            Assert.Empty(pattern.Narrow);
            foreach (var cell in Safety.Secrets(table, pattern.Withheld))
            {
                var (lowest, highest) = alike.Range(cell);
                Assert.True(highest - lowest >= width, $"cell {cell}: {lowest} to {highest}");
            }
        }, iter: Tables);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Protect_SmallTables_TellsTheOnlyPersonInACellNothingOfOthers(int width) =>
        Gen.Select(SmallTable.Random(5, 6), Weights).Sample((table, weights) =>
        {
            var pattern = table.Protect(new(5, width, Insider: true, weights));

            foreach (var lone in table.Cells.Where(cell => Safety.IsHidden(table, pattern.Withheld, cell) && table.Table[cell] == 1))
            {
                Assert.Empty(Safety.Told(table, pattern.Withheld, lone));
            }
        }, iter: Tables);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(10, 3)]
    public void Protect_SmallTables_LeavesNoPublishedSumASmallRest(int threshold, int width) =>
        Gen.Select(SmallTable.Random(threshold), Weights).Sample((table, weights) =>
        {
            var pattern = table.Protect(new(threshold, width, Insider: false, weights));

            Assert.False(Safety.HasSmallRest(table, pattern.Withheld));
        }, iter: Tables);

    [Fact]
    public void Prove_SmallTables_HoldsOnlyTablesThatAgreeWithWhatIsShown() =>
        Gen.Select(SmallTable.Random(5), Weights).Sample((table, weights) =>
        {
            var pattern = table.Protect(new(5, 3, Insider: true, weights));
            var view = table.Seen(pattern.Withheld);
            var certificate = Certificate.Of(view, 3, CancellationToken.None)!;

            Assert.Empty(CertificateVerifier.Check(view, certificate, 3, 5, table.IsUnpublished));
            foreach (var part in certificate.Parts)
            {
                foreach (var change in part.Changes.Prepend(new([], [])))
                {
                    long[] counts = [.. table.Cells.Select(cell => view[cell] ?? -1)];
                    foreach (var (cell, count) in certificate.Parts.SelectMany(x => x.Cells.Zip(x.Reference)))
                    {
                        counts[cell] = count + change[cell];
                    }

                    Assert.All(table.System.Relations, x => Assert.Equal(counts[x.Total], x.Parts.Sum(p => counts[p])));
                    Assert.All(table.Cells, cell => Assert.True(counts[cell] >= (view[cell] ?? view.Floor(cell))));
                }
            }
        }, iter: Tables);
}
