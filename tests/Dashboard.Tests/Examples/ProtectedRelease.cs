using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;

namespace Dashboard.Tests.Examples;

/// <summary>A release that adds up, with a square of withheld cells and the record of why: pupils 13–15 of Aneby and Gnosjö, girls and boys.</summary>
static class ProtectedRelease
{
    public const string Indicator = "sch_bullied";

    public const int Year = 2025;

    /// <summary>The indicator, measured at one band, so that its total holds the same people.</summary>
    static readonly Indicator Bullied = new(
        Indicator, "Mobbad i skolan", "Bullied at school", Role.Risk, Domain.School, SatConstruct.CriminogenicSettings, Units.All.Single(x => x.Id == "percent"), Polarity.HigherWorse, Measure.Proportion,
        "elever som svarat ja / elever som svarat", "pupils answering yes / respondents", ["13-15"], "made-up survey", "", AreaLevel.Municipality, true, "", "");

    /// <summary>A release.</summary>
    /// <param name="recorded">Whether the store knows what the protection did.</param>
    /// <param name="hidden">Whether anything is withheld.</param>
    /// <param name="alone">Whether one cell is withheld without any other to protect it.</param>
    public static ReleaseDocument Of(bool recorded = true, bool hidden = true, bool alone = false)
    {
        var codebook = MadeUpCodebook.Of(indicators: [Bullied]);
        var municipalities = codebook.Municipalities.Select(x => x.Code).ToArray();
        bool IsHidden(string area, string band, Sex sex) => hidden && (alone
            ? (area, band, sex) is ("0604", "13-15", Sex.F)
            : (area, band, sex) is ("0604" or "0617", "13-15" or "0-18", Sex.F or Sex.M));
        var cells =
            from area in (string[])[.. municipalities, "06"]
            from band in codebook.AgeBands.All
            from sex in Sexes.Published
            let address = new CellAddress(Indicator, Year, area, band.Id, sex)
            let people = (area == "06" ? municipalities.Length : 1) * (sex == Sex.T ? 2 : 1)
            select new ReleasedCell(address, CellOf(band.Id, people, IsHidden(area, band.Id, sex)), null, null);
        var empty = MadeUpRelease.Of(codebook: codebook, years: [Year]);
        ReleasedCell[] all = [.. cells];
        return empty with { Cells = all, Protection = recorded ? [RecordOf([.. all.Where(x => x.Cell is Cell.Missing { Reason: Reason.Suppressed }).Select(x => x.Address)])] : [] };
    }

    static Cell CellOf(string band, int people, bool hidden) =>
        band is not ("13-15" or "0-18") ? new Cell.Missing(Reason.NotMeasured, null)
        : hidden ? new Cell.Missing(Reason.Suppressed, 40 * people)
        : new Cell.Shown(Estimate.Of(Totals.OfCounts(6 * people, 40 * people), Measure.Proportion));

    static ProtectionRecord RecordOf(IReadOnlyList<CellAddress> hidden)
    {
        var cells = hidden.Select(x => x is { Area: "0604", Sex: Sex.F }
            ? new WithheldCell(x, ProtectionRule.SmallCases, null)
            : new WithheldCell(x, ProtectionRule.Secondary, x with { Area = "0604", Sex = x.Area == "0604" ? Sex.X : Sex.F })).ToArray();
        HiddenByRule[] rules = [.. cells.GroupBy(x => x.Rule).OrderBy(x => x.Key).Select(x => new HiddenByRule(x.Key, x.Count(), x.Count() < 5 ? null : 36))];
        return new ProtectionRecord(Indicator, Year, 3, rules, 36, 32.2, 0.118, cells);
    }
}
