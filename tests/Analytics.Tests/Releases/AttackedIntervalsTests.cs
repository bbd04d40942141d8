using Analytics.Aggregation;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Xunit;

namespace Analytics.Tests.Releases;

public sealed class AttackedIntervalsTests(SmallRelease small) : IClassFixture<SmallRelease>
{
    const string Indicator = "fam_economic_assistance";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_OneWithheldCell_IsTheCountThatFollows()
    {
        var left = Intervals(Table(x => x is { Area: "0604", AgeBand: "0-5", Sex: Sex.F } ? CasesWithheld : null));

        var only = Assert.Single(left);
        Assert.Null(only.Base);
        Assert.Equal((7, 7, true), (only.Cases!.Value.Lower, only.Cases.Value.Upper, only.Cases.Value.IsExact));
    }

    /// <summary>Girls and boys of two municipalities: each two make 14, for the third sex has nobody in the county, and a withheld count beside a shown base is at least 1.</summary>
    [Fact]
    public void Of_ASquareOfWithheldCells_IsWhatEveryTableAgreesWith()
    {
        var left = Intervals(Table(x => IsInSquare(x) ? CasesWithheld : null));

        Assert.Equal(8, left.Count);
        Assert.All(left, x => Assert.Null(x.Base));
        Assert.All(left, x => Assert.False(x.Cases!.Value.IsExact));
        var cases = left.Single(x => x.Address is { Area: "0604", AgeBand: "0-5", Sex: Sex.F }).Cases!.Value;
        Assert.Equal(Enumerated(), (cases.Lower, cases.Upper));
    }

    [Fact]
    public void Of_WithheldBases_GivesRangesOfBasesToo()
    {
        var interval = Intervals(Table(x => IsInSquare(x) ? new Cell.Missing(Reason.Suppressed, null) : null)).First(x => x.Address is { Area: "0604", AgeBand: "0-5", Sex: Sex.F });

        Assert.Equal((1, 199), (interval.Base!.Value.Lower, interval.Base.Value.Upper));
        Assert.Equal((0, 14), (interval.Cases!.Value.Lower, interval.Cases.Value.Upper));
    }

    [Fact]
    public void Of_NothingPublishedAbove_HasNoUpperEnd()
    {
        var interval = Intervals(Table(_ => new Cell.Missing(Reason.Suppressed, null)))[0];

        Assert.Equal((1, null), (interval.Base!.Value.Lower, interval.Base.Value.Upper));
        Assert.False(interval.Base.Value.IsExact);
    }

    [Fact]
    public void Of_FiguresThatContradictEachOther_IsRefused()
    {
        var release = Table(x => x is { AgeBand: "0-5", Sex: Sex.F, Area: "0604" } ? CasesWithheld : x is { AgeBand: "0-5", Sex: Sex.F, Area: "06" } ? Shown(1300, 20) : null);

        Assert.Throws<InvalidDataException>(() => Intervals(release));
    }

    [Fact]
    public void Of_ABuiltRelease_HoldsTheTruthOfEveryWithheldCell()
    {
        var looked = 0;
        foreach (var table in small.Counted.Observed)
        {
            var left = AttackedIntervals.Of(small.Release, table.Indicator.Id, table.Year, Cancellation);
            // Of a mean beside its base there is nothing to count.
            Assert.Equal(
                small.Release.Cells.Where(x => IsOf(table, x.Address) && x.Cell is Cell.Missing { Reason: Reason.Suppressed, Denominator: var people } && (people is null || table.Indicator.Measure != Measure.Mean)).Select(x => x.Address),
                left.Select(x => x.Address));
            foreach (var interval in left)
            {
                var counts = SmallRelease.At(table, interval.Address);
                Assert.True(Holds(interval.Base, counts.Base) && (table.Indicator.Measure == Measure.Mean || Holds(interval.Cases, counts.Cases)), interval.Address.ToString());
                Assert.False(interval is { Base.IsExact: true } or { Cases.IsExact: true }, interval.Address.ToString());
                looked++;
            }
        }

        Assert.True(looked > 100);
    }

    static bool IsOf(CountTable table, CellAddress address) => address.Indicator == table.Indicator.Id && address.Year == table.Year;

    static bool Holds(CountInterval? interval, long count) => interval is not { } known || ((known.Lower ?? 0) <= count && count <= (known.Upper ?? long.MaxValue));

    static bool IsInSquare(CellAddress address) => address is { Area: "0604" or "0617", AgeBand: "0-5" or "0-18", Sex: Sex.F or Sex.M };

    /// <summary>All ways to fill the square by hand.</summary>
    static (long?, long?) Enumerated()
    {
        long[] seen = [.. Enumerable.Range(0, 15).Where(girls => girls >= 1 && 14 - girls >= 1)];
        return (seen.Min(), seen.Max());
    }

    static IReadOnlyList<AttackedInterval> Intervals(ReleaseDocument release) => AttackedIntervals.Of(release, Indicator, 2025, Cancellation);

    /// <summary>A whole table in which each municipality, band and sex (F, M) has 7 cases of 100.</summary>
    /// <param name="other">What stands in a cell instead; null where the counts do. A withheld base beside null gets the true one.</param>
    static ReleaseDocument Table(Func<CellAddress, Cell?> other)
    {
        var release = MadeUpRelease.Create();
        var municipalities = release.Codebook.Municipalities.Where(x => x.County == "06").Select(x => x.Code).ToArray();
        string[] areas = [.. municipalities, "06"];
        var cells =
            from area in areas
            from band in release.Codebook.AgeBands.All
            from sex in Sexes.Published
            let address = new CellAddress(Indicator, 2025, area, band.Id, sex)
            let leaves = (area == "06" ? municipalities.Length : 1) * (band == release.Codebook.AgeBands.Total ? release.Codebook.AgeBands.Partition.Count : 1) * (sex == Sex.T ? 2 : 1)
            let cell = other(address) ?? Shown(100 * leaves, 7 * leaves)
            select new ReleasedCell(address, ReferenceEquals(cell, CasesWithheld) ? new Cell.Missing(Reason.Suppressed, 100 * leaves) : cell, null, null);
        return release with { Manifest = release.Manifest with { Areas = areas }, Cells = [.. cells] };
    }

    /// <summary>Stands for a cell that shows its base alone.</summary>
    static readonly Cell CasesWithheld = new Cell.Missing(Reason.Suppressed, -1);

    static Cell.Shown Shown(long people, long cases) => new(new Estimate((double)cases / people, null, cases, people, EstimateMethod.Wilson));
}
