using Analytics.Disclosure;
using Xunit;

namespace Analytics.Tests.Disclosure;

public sealed class KnownPatternsTests
{
    static readonly Relation[] Sum = [new(3, [0, 1, 2], Implied: false)];

    static readonly bool[] First = [true, false, false, false];

    [Fact]
    public void Protect_TheSameTableAgain_GivesWhatWasFound()
    {
        var known = new KnownPatterns();

        Assert.Same(Protect(known, Table(3, 20, 30), First), Protect(known, Table(3, 20, 30), First));
    }

    [Fact]
    public void Protect_ATableThatDiffersInAnything_IsProtectedForItself()
    {
        var known = new KnownPatterns();
        var found = Protect(known, Table(3, 20, 30), First);
        SuppressionPattern[] others =
        [
            Protect(known, Table(3, 40, 30), First),
            Protect(known, Table(3, 20, 30), [true, false, true, false]),
            Protect(known, Table(3, 20, 30, costs: [0, 90, 1, 90]), First),
            Protect(known, Table(3, 20, 30, floors: [0, 1, 1, 1]), First),
            Protect(known, Table(3, 20, 30, role: CellRole.Shown), First),
            Protect(known, Table(3, 20, 30), First, new SuppressionOptions(Width: 1)),
        ];

        Assert.All(others, other => Assert.NotSame(found, other));
        Assert.Equal([true, true, false, false], found.Withheld);
        Assert.Equal([true, false, true, false], others[2].Withheld);
    }

    static SuppressionPattern Protect(KnownPatterns known, AdditiveTable table, bool[] primary, SuppressionOptions? options = null) =>
        known.Protect(table, primary, options ?? new(), TestContext.Current.CancellationToken);

    static AdditiveTable Table(long one, long two, long three, long[]? costs = null, long[]? floors = null, CellRole role = CellRole.Open) =>
        new([one, two, three, one + two + three], [CellRole.Open, CellRole.Open, CellRole.Open, role], Sum) { Costs = costs, Floors = floors };
}
