using Analytics.Disclosure;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>What is withheld, against the enumeration of every table of whole numbers that agrees with what is shown.</summary>
public sealed class SuppressionProofTests
{
    const int Tables = 12;

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
            foreach (var cell in Secrets(table, pattern))
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
            var alike = table.Alike(pattern.Withheld, 3);
            var secrets = Secrets(table, pattern).ToArray();

            foreach (var lone in table.Cells.Where(cell => IsHidden(table, pattern, cell) && table.Table[cell] == 1))
            {
                var told = secrets.Except(SamePerson(table, lone)).Where(cell => alike.IsExact(cell, (lone, 1)));
                Assert.True(!told.Any(), $"lone cell {lone} tells {string.Join(", ", told)}");
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

            foreach (var relation in table.System.Relations.Where(relation => !IsHidden(table, pattern, relation.Total)))
            {
                Assert.False(relation.Parts.Where(part => IsHidden(table, pattern, part)).Sum(part => table.Table[part]) is >= 1 and var rest && rest < threshold);
            }
        }, iter: 2 * Tables);

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
        }, iter: 2 * Tables);

    /// <summary>Withheld cells, and those never shown that hold a small group.</summary>
    static IEnumerable<int> Secrets(SmallTable table, SuppressionPattern pattern) =>
        table.Cells.Where(cell => pattern.Withheld[cell] || (table.IsUnpublished(cell) && table.Primary[cell]));

    static bool IsHidden(SmallTable table, SuppressionPattern pattern, int cell) => pattern.Withheld[cell] || table.IsUnpublished(cell);

    /// <summary>
    /// Cells that the only person in a cell knows to hold nobody else, because everybody sees that they hold the same persons, or because they are parts of it.
    /// </summary>
    static HashSet<int> SamePerson(SmallTable table, int lone)
    {
        // Alone in the cell, the person knows its other parts to be empty; everybody knows that of zeros and of what they are sums of.
        var empty = table.Cells.Where(cell => !table.IsUnpublished(cell) && table.Table[cell] == 0).ToHashSet();
        var same = new HashSet<int> { lone };
        for (var before = -1; before != same.Count + empty.Count;)
        {
            before = same.Count + empty.Count;
            foreach (var (total, parts, _) in table.System.Relations)
            {
                if (empty.Contains(total))
                {
                    empty.UnionWith(parts);
                }

                if (parts.All(empty.Contains))
                {
                    empty.Add(total);
                }

                var rest = parts.Where(part => !empty.Contains(part)).ToArray();
                if (rest is [var only] && (same.Contains(only) || same.Contains(total)))
                {
                    same.UnionWith([only, total]);
                }

                if (same.Contains(total))
                {
                    same.UnionWith(parts.Where(part => table.Table[part] == 1));
                }
            }
        }

        return same;
    }
}
