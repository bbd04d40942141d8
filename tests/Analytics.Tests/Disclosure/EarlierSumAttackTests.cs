using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>Sums that an earlier output published, about counts that have not changed since, beside figures that have.</summary>
public sealed class EarlierSumAttackTests : IDisposable
{
    readonly OwnTable own = new();

    public void Dispose() => own.Dispose();

    [Fact]
    public void EarlierSum_OfCountsThatAreTheSame_TellsOneThatFellUnlessTheTableIsProtectedWithIt()
    {
        // The first output tells that girls of a and b are 7 together; c falls from 56 to 4, and 11 girls in all would leave it 4.
        var first = own.Protected(OwnTable.Rows(("a", 3, 40), ("b", 4, 45), ("c", 56, 50)), "first.csv");
        Assert.Equal(["a,F,,suppressed", "b,F,,suppressed", "c,F,56,", "06,F,63,"], first.Where(IsOfGirls));

        var rows = OwnTable.Rows(("a", 3, 40), ("b", 4, 45), ("c", 4, 70));
        var alone = own.Protected(rows, "alone.csv");
        Assert.Equal(["a,F,,suppressed", "b,F,,suppressed", "c,F,,suppressed", "06,F,11,"], alone.Where(IsOfGirls));
        Assert.Empty(own.Findings("alone.csv"));
        Assert.Contains("Known to readers: mun c, sex F.", own.Findings("alone.csv", "first.csv"));

        var together = own.Protected(rows, "together.csv", set: options => options with { Released = [own["first.csv"]] });
        Assert.Equal("06,F,,suppressed", together.Single(row => row.StartsWith("06,F,", StringComparison.Ordinal)));
        Assert.Empty(own.Findings("together.csv", "first.csv"));
    }

    [Fact]
    public void EarlierSum_OfCountsThatHaveChanged_IsNotTakenToHold()
    {
        own.Protected(OwnTable.Rows(("a", 3, 40), ("b", 4, 45), ("c", 56, 50)), "first.csv");

        // Girls of b rose as well: 63 − 56 is no longer the sum of a and b.
        own.Protected(OwnTable.Rows(("a", 3, 40), ("b", 30, 45), ("c", 40, 50)), "second.csv", set: options => options with { Released = [own["first.csv"]] });

        Assert.Empty(own.Findings("second.csv", "first.csv"));
    }

    static bool IsOfGirls(string row) => row.Split(',')[1] == "F";
}
