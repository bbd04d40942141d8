using System.Globalization;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

/// <summary>Organisations, collaboration and published figures of a made-up input.</summary>
public sealed class SamplePracticeTests(SamplePracticeTests.FewPersons folder) : IClassFixture<SamplePracticeTests.FewPersons>
{
    public sealed class FewPersons : IDisposable
    {
        public SampleFolder Folder { get; } = new(new(13, 50, 1));

        public void Dispose() => Folder.Dispose();
    }

    // Aliases of the test catalogue hold a comma, so that fields in quotation marks are met.
    List<(string Organisation, string Actor, string Method, bool Alias, int From, int To, int Extent)> MethodUse() => [.. File.ReadLines(folder.Folder["method_use.csv"]).Skip(1).Select(line =>
    {
        var alias = line.Contains(", annat namn", StringComparison.Ordinal);
        var x = line.Replace("\"", "", StringComparison.Ordinal).Replace(", annat namn", "", StringComparison.Ordinal).Split(',');
        return (x[0], x[2], x[3], alias, Number(x[4]), Number(x[5]), Number(x[7]));
    })];

    [Fact]
    public void MethodUse_Organisations_FollowOneOfThreeWays()
    {
        var ways = new Dictionary<string, int>();
        foreach (var organisation in MethodUse().Where(x => x.Extent > 0).GroupBy(x => x.Organisation))
        {
            var shares = PlantedStructure.Ways.Select(way => organisation.Count(x => way.Methods.Contains(x.Method)) / (double)organisation.Count()).ToList();
            var way = shares.IndexOf(shares.Max());

            Assert.True(shares[way] >= 0.55, organisation.Key);
            ways[PlantedStructure.Ways[way].Id] = ways.GetValueOrDefault(PlantedStructure.Ways[way].Id) + 1;
        }

        Assert.Equal(3, ways.Count);
        Assert.All(ways.Values, x => Assert.True(x >= 15));
        Assert.InRange(ways.Values.Sum(), 60, 95);
    }

    [Fact]
    public void MethodUse_SomeRows_NameTheMethodOtherwise() => Assert.InRange(MethodUse().Average(x => x.Alias ? 1 : 0), 0.05, 0.15);

    [Fact]
    public void MethodUse_AgeRanges_NeverCrossTheGapAndCrossTheOtherLimits()
    {
        var use = MethodUse();

        Assert.DoesNotContain(use, x => x.From <= 5 && x.To >= 6);
        Assert.All([9, 12, 15], limit => Assert.Contains(use, x => x.From <= limit && x.To > limit));
        Assert.Contains(use, x => x.To <= 5);
        Assert.All(use, x => Assert.True(0 <= x.From && x.From <= x.To && x.To <= 18));
    }

    [Fact]
    public void MethodUse_OrganisationAndMethod_AppearOnce()
    {
        var use = MethodUse();

        Assert.Equal(use.Count, use.DistinctBy(x => (x.Organisation, x.Method)).Count());
    }

    [Fact]
    public void FollowUp_EveryOrganisation_HasOneRow()
    {
        var names = folder.Folder.Rows("follow_up.csv").Select(x => x[0]).ToList();

        Assert.Equal(MethodUse().Select(x => x.Organisation).Distinct().Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Collaboration_PlantedTie_IsOneSidedInEveryMunicipalityWithFiveAnswers()
    {
        var rows = folder.Folder.Rows("collaboration.csv").ToList();
        foreach (var municipality in rows.GroupBy(x => x[0]))
        {
            var claimed = municipality.Where(x => x[1] == PlantedStructure.TieClaimedBy && x[2] == PlantedStructure.TieDeniedBy).Select(x => x[3]).ToList();
            var denied = municipality.Where(x => x[1] == PlantedStructure.TieDeniedBy && x[2] == PlantedStructure.TieClaimedBy).Select(x => x[3]).ToList();

            Assert.True(claimed.Count >= 5 && denied.Count >= 5);
            Assert.All(claimed, x => Assert.Equal("4", x));
            Assert.All(denied, x => Assert.Equal("0", x));
        }

        Assert.Equal(13, rows.DistinctBy(x => x[0]).Count());
    }

    [Fact]
    public void Collaboration_AcrossTheGap_IsNever()
    {
        var across = folder.Folder.Rows("collaboration.csv").Where(x =>
            (PlantedStructure.BeforeSchool.Contains(x[1]) && PlantedStructure.FromSchool.Contains(x[2])) || (PlantedStructure.FromSchool.Contains(x[1]) && PlantedStructure.BeforeSchool.Contains(x[2]))).ToList();

        Assert.True(across.Count > 100);
        Assert.All(across, x => Assert.Equal("0", x[3]));
    }

    [Fact]
    public void Aggregates_SmallCounts_AreWithheldByTheSource()
    {
        var rows = folder.Folder.Rows("aggregates.csv").ToList();
        foreach (var row in rows.Where(x => x[6].Length > 0))
        {
            var (cases, of) = (Number(row[6]), Number(row[7]));
            Assert.True(of >= 20 && cases is 0 or >= 5, string.Join(',', row));
        }

        Assert.Equal(["", "source_missing", "suppressed"], rows.Select(x => x[9]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, x => Assert.True(x[9].Length > 0 ? x[6].Length + x[8].Length == 0 : (x[6].Length > 0) != (x[8].Length > 0), string.Join(',', x)));
    }

    [Fact]
    public void Aggregates_GirlsAndBoys_AddUpOrAreBothWithheld()
    {
        foreach (var figure in folder.Folder.Rows("aggregates.csv").Where(x => x[0] == "sch_y9_eligible").GroupBy(x => (x[1], x[2])))
        {
            var bySex = figure.ToDictionary(x => x[3], x => x[6]);

            Assert.Equal(bySex["F"].Length == 0, bySex["M"].Length == 0);
            if (bySex["F"].Length > 0)
            {
                Assert.Equal(Number(bySex["T"]), Number(bySex["F"]) + Number(bySex["M"]));
            }
        }
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
