using Analytics.Catalogue;
using Analytics.Release;
using Analytics.Tables;
using Analytics.Tests.Releases;
using Xunit;

namespace Analytics.Tests;

public sealed class WhatIfTests(SmallRelease small) : IClassFixture<SmallRelease>
{
    [Fact]
    public void Run_ListsOfEverything_TriesEveryCombinationAndRoundingWithoutWeights()
    {
        var outcomes = Compare(new WhatIfOptions(small.Folder, ShippedCatalogue.Directory)
        {
            Thresholds = [3, 5],
            Bases = [20],
            Weights = [HidingCost.Counts, HidingCost.Cells],
            Protections = ProtectionMode.All,
        });

        Assert.Equal(
            [
                new("suppression", 3, 20, HidingCost.Counts), new("suppression", 3, 20, HidingCost.Cells), new("suppression", 5, 20, HidingCost.Counts), new("suppression", 5, 20, HidingCost.Cells),
                new("rounding", 3, 20, null), new("rounding", 5, 20, null),
            ],
            outcomes.Select(x => x.Combination));
        Assert.True(outcomes[0].Primary < outcomes[2].Primary);
        Assert.All(outcomes, x => Assert.Equal(x.Combination.Protection == ProtectionMode.Rounding, x.MeanError is not null && x.LargestError is not null && x.Gap is null));
        Assert.True(outcomes[4].MeanError > 0 && outcomes[4].MeanError < outcomes[5].MeanError && outcomes[4].LargestError >= 1);
        Assert.True(outcomes[5].ShownOfAll > outcomes[2].ShownOfAll);
    }

    [Fact]
    public void Run_TheUsualProtection_CostsWhatABuildHides()
    {
        var outcome = Assert.Single(Compare(new WhatIfOptions(small.Folder, ShippedCatalogue.Directory)));

        var hidden = small.Release.Protection.SelectMany(x => x.Hidden).ToArray();
        Assert.Equal(hidden.Where(x => x.Rule == ProtectionRule.Secondary).Sum(x => x.Cells), outcome.Secondary);
        Assert.Equal(hidden.Where(x => x.Rule != ProtectionRule.Secondary).Sum(x => x.Cells), outcome.Primary);
        Assert.Equal(ShownOf(_ => true), outcome.ShownOfAll!.Value, 1e-12);
        Assert.Equal(ShownOf(x => x.Area.Length == 4 && x.AgeBand == "0-18" && x.Sex == Sex.T), outcome.ShownOfTotals!.Value, 1e-12);
        Assert.Equal(ShownOf(x => x.Area == "06"), outcome.ShownOfCounties!.Value, 1e-12);
        Assert.True(outcome.HiddenCounts >= hidden.Sum(x => x.Counts ?? 0) && outcome.HiddenCounts > 0);
    }

    [Fact]
    public void Run_OnAFolderThatIsNotThere_IsRefused() =>
        Assert.IsType<WhatIfResult.Refused>(WhatIf.Run(new WhatIfOptions("nowhere", ShippedCatalogue.Directory), null, TestContext.Current.CancellationToken));

    [Fact]
    public void Run_OnAProtectionThatDoesNotExist_Throws() => Assert.Throws<ArgumentException>(
        () => WhatIf.Run(new WhatIfOptions(small.Folder, ShippedCatalogue.Directory) { Protections = ["hope"] }, null, TestContext.Current.CancellationToken));

    double ShownOf(Func<CellAddress, bool> counts)
    {
        var cells = small.Release.Cells.Where(x => x.Cell is Cell.Shown or Cell.Missing { Reason: Reason.Suppressed } && counts(x.Address)).ToArray();
        return (double)cells.Count(x => x.Cell is Cell.Shown) / cells.Length;
    }

    static IReadOnlyList<WhatIfOutcome> Compare(WhatIfOptions options) => Assert.IsType<WhatIfResult.Compared>(WhatIf.Run(options, null, TestContext.Current.CancellationToken)).Outcomes;
}
