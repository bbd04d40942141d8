using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Xunit;
using static Analytics.Tests.Releases.CountedRelease;

namespace Analytics.Tests.Releases;

public sealed class ComparisonsCsvTests
{
    static string[] Lines(params IEnumerable<ReleasedCell> cells)
    {
        using var stream = new MemoryStream();
        ComparisonsCsv.Write(stream, Of(cells));
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[..^1];
    }

    [Fact]
    public void Write_ShownCell_HasEveryBenchmarkAtEveryLevel()
    {
        var lines = Lines(Counted(At("0604"), 40, 100), Counted(At("0680"), 230, 2300), Counted(At("06"), 300, 2700), Counted(At("0604", 2024), 20, 100));
        Assert.Equal("indicator,year,area,age_band,sex,benchmark,benchmark_value,level,verdict,smallest_difference", lines[0]);
        var own = lines.Where(x => x.StartsWith("sch_bullied,2025,0604,13-15,T,", StringComparison.Ordinal)).Select(x => x.Split(',')).ToArray();
        Assert.Equal(
            ["rest_of_county 0.95 worse", "rest_of_county 0.998 worse", "rest_of_county bh worse", "county 0.95 worse", "county 0.998 worse", "county bh worse", "earlier_1 0.95 worse", "earlier_1 0.998 worse", "earlier_1 bh worse"],
            own.Select(x => $"{x[5]} {x[7]} {x[8]}"));
        Assert.Equal((260.0 / 2600).ToString("R", CultureInfo.InvariantCulture), own[0][6]);
        // The distance to the funnel limit of a hundred people.
        Assert.Equal(FunnelLimits.Proportion(0.1, 100, 0.998).Upper - 0.1, double.Parse(own[1][9], CultureInfo.InvariantCulture), 1e-15);
    }

    [Fact]
    public void Write_SuppressedCell_HasNeitherValueNorVerdict()
    {
        var lines = Lines(Missing(At("0604"), Reason.Suppressed), Counted(At("0680"), 230, 2300), Counted(At("06"), 300, 2700)).Where(x => x.Contains(",0604,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(6, lines.Length);
        Assert.All(lines, x => Assert.Matches(@"^sch_bullied,2025,0604,13-15,T,(rest_of_county|county),,(0\.95|0\.998|bh),,$", x));
    }

    [Fact]
    public void Write_CellWithoutInterval_IsNotCompared() => Assert.Contains(
        "sch_bullied,2025,0604,13-15,T,county,0.1,0.998,not_compared,",
        Lines(new ReleasedCell(At("0604"), new Cell.Shown(new Estimate(0.2, null, null, null, EstimateMethod.AsPublished)), null, null), new ReleasedCell(At("06"), new Cell.Shown(new Estimate(0.1, null, null, null, EstimateMethod.AsPublished)), null, null)));

    [Fact]
    public void Write_CountiesAndGaps_HaveNoLine() => Assert.Single(Lines(Counted(At("06"), 300, 2700), Missing(At("0604"), Reason.NotMeasured), Missing(At("0617"), Reason.NoResponse)));

    [Fact]
    public void Write_ManyTables_GivesTheSameBytesEveryTime()
    {
        var cells = (from indicator in (string[])["sch_bullied", "peer_delinquent_friends"] from year in Enumerable.Range(2021, 5) from code in Municipalities select Counted(At(code, year, indicator), 20 + code[3], 300)).ToArray();
        Assert.Equal(Lines(cells), Lines(cells));
    }
}
