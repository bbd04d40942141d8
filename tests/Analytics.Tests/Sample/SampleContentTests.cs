using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Repeats;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

/// <summary>The default input, 20 000 persons: is every row valid, and is the planted structure there to be found?</summary>
public sealed partial class SampleContentTests(SampleContentTests.DefaultSize size) : IClassFixture<SampleContentTests.DefaultSize>
{
    public sealed class DefaultSize : IDisposable
    {
        public SampleFolder Folder { get; } = new(new());

        public void Dispose() => Folder.Dispose();
    }

    readonly SampleFolder folder = size.Folder;

    [Fact]
    public void Observations_DefaultSize_AreAboutAMillion() => Assert.InRange(folder.Observations.Count, 900_000, 1_100_000);

    [Fact]
    public void Write_DefaultSize_IsReadWithoutAFault()
    {
        var faults = new FaultList();
        var rows = 0;

        var content = InputFolder.Read(folder.Path, SmallCodebook.Create(), x => x.Read((_, in _, _) => rows++, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken);

        Assert.Empty(faults.Lines());
        Assert.Equal(folder.Observations.Count, rows);
        Assert.True(content!.Description.Demonstration);
    }

    [Fact]
    public void Observations_EveryRow_FitsTheCodebook()
    {
        var codebook = SmallCodebook.Create();
        var surveys = SampledIndicator.All.Where(x => x.Survey).Select(x => x.Id).ToHashSet();
        bool IsValid(SampleRow row)
        {
            var indicator = codebook.FindIndicator(row.Indicator)!;
            var survey = surveys.Contains(row.Indicator);
            return Person().IsMatch(row.Person) && codebook.FindMunicipality(row.Municipality)?.Children is not null && row.Sex is "F" or "M" or "X"
                && row.Year is >= PlantedStructure.FirstYear and <= PlantedStructure.LastYear && indicator.AgeBands.Contains(codebook.AgeBands.Partition[codebook.AgeBands.IndexOf(row.Age)].Id)
                && (row.Value is null ? survey : indicator.Measure switch { Measure.Proportion => row.Value is 0 or 1, Measure.Rate => row.Value is >= 0 and <= 3, _ => row.Value is >= 0 and <= 100 })
                && (survey ? double.Parse(row.Weight, CultureInfo.InvariantCulture) is > 0.8 and < 1.2 : row.Weight.Length == 0);
        }

        Assert.Empty(folder.Observations.Where(x => !IsValid(x)).Take(3));
    }

    [Fact]
    public void Observations_PersonYearAndIndicator_AppearOnceAndInOneMunicipality()
    {
        var (repeated, moved) = (new List<SampleRow>(), new List<SampleRow>());
        var homes = new Dictionary<string, (string, int)>();
        foreach (var person in folder.Observations.GroupBy(x => x.Person))
        {
            var (first, seen) = (person.First(), new HashSet<(int, string)>());
            homes.Add(person.Key, (first.Municipality, first.Year - first.Age));
            repeated.AddRange(person.Where(x => !seen.Add((x.Year, x.Indicator))));
            moved.AddRange(person.Where(x => (x.Municipality, x.Year - x.Age) != homes[x.Person]));
        }

        Assert.Empty(repeated);
        Assert.Empty(moved);
        Assert.Equal(20_000, homes.Count);
    }

    [Fact]
    public void Population_EveryCell_IsThePeopleOfTheRates()
    {
        var people = folder.Observations.Where(x => x.Indicator == "fam_concern_reports")
            .GroupBy(x => (x.Municipality, x.Age, x.Year)).ToDictionary(x => x.Key, x => (F: x.Count(y => y.Sex == "F"), M: x.Count(y => y.Sex == "M"), All: x.Count()));
        var cells = folder.Rows("population.csv").ToDictionary(x => (x[0], int.Parse(x[1], CultureInfo.InvariantCulture), int.Parse(x[3], CultureInfo.InvariantCulture), x[2]), x => int.Parse(x[4], CultureInfo.InvariantCulture));

        Assert.Equal(13 * 19 * 5 * 2, cells.Count);
        foreach (var ((municipality, age, year), (girls, boys, all)) in people)
        {
            var (f, m) = (cells[(municipality, age, year, "F")], cells[(municipality, age, year, "M")]);
            Assert.True(girls <= f && boys <= m && all == f + m, $"{municipality} {age} {year}");
        }

        Assert.Equal(people.Values.Sum(x => x.All), cells.Values.Sum());
    }

    [Fact]
    public void Observations_Sexes_HaveThePlannedShares()
    {
        var sexes = folder.Observations.DistinctBy(x => x.Person).CountBy(x => x.Sex).ToDictionary(x => x.Key, x => x.Value / 20_000.0);

        Assert.Equal(0.485, sexes["F"], 0.012);
        Assert.Equal(0.511, sexes["M"], 0.012);
        Assert.Equal(0.004, sexes["X"], 0.002);
    }

    [Fact]
    public void Observations_SurveyAnswers_AreMissingInThreeToTwelvePerCent()
    {
        var missing = folder.Observations.Where(x => x.Weight.Length > 0).GroupBy(x => x.Indicator).ToDictionary(x => x.Key, x => x.Count(y => y.Value is null) / (double)x.Count());

        Assert.All(missing, x => Assert.InRange(x.Value, 0.03, 0.12));
        Assert.True(missing.Values.Max() - missing.Values.Min() > 0.03);
    }

    [Fact]
    public void Observations_RowOfAChildWithLongTermAssistance_IsNotAlwaysWithoutAssistance()
    {
        var assisted = folder.Observations.Where(x => x.Indicator == "fam_economic_assistance" && x.Value == 1).Select(x => (x.Person, x.Year)).ToHashSet();
        var both = folder.Observations.Where(x => x.Indicator == "fam_economic_assistance_long" && x.Value == 1).Average(x => assisted.Contains((x.Person, x.Year)) ? 1 : 0);

        Assert.True(both > 0.3, "answers of a person go together");
    }

    [Fact]
    public void Observations_MunicipalityEffects_ShowInEveryYearAndNowhereElse()
    {
        foreach (var effect in PlantedStructure.MunicipalityEffects)
        {
            foreach (var year in folder.Observations.Where(x => x.Indicator == effect.Indicator && x.Value is not null).GroupBy(x => x.Year))
            {
                var (there, elsewhere) = (year.Where(x => x.Municipality == effect.Municipality).ToList(), year.Where(x => x.Municipality != effect.Municipality).ToList());
                var (here, rest) = (there.Average(x => x.Value!.Value), elsewhere.Average(x => x.Value!.Value));
                var error = Math.Sqrt(rest * (1 - rest) / there.Count);

                Assert.True((here - rest) * Math.Sign(effect.Factor - 1) > 1.96 * error, $"{effect} {year.Key}: {here} against {rest}");
            }
        }
    }

    [Fact]
    public void Observations_Trends_GoTheirWayByThePlantedFactor()
    {
        foreach (var trend in PlantedStructure.Trends)
        {
            var shares = folder.Observations.Where(x => x.Indicator == trend.Indicator && x.Value is not null).GroupBy(x => x.Year).OrderBy(x => x.Key).Select(x => x.Average(y => y.Value!.Value)).ToList();

            Assert.Equal(Math.Pow(trend.YearlyFactor, 4), shares[^1] / shares[0], 0.12);
        }
    }

    [Fact]
    public void Observations_SelfReportedOffending_FollowsPropensityTimesExposure()
    {
        var answers = folder.Observations.Where(x => x.Age == 15 && x.Value is not null).GroupBy(x => (x.Person, x.Year))
            .Select(x => x.ToDictionary(y => y.Indicator, y => y.Value!.Value))
            .Where(x => new[] { "ind_self_control_low", "ind_moral_attitudes", "peer_delinquent_friends", "peer_unstructured_evenings", "out_self_reported_y9" }.All(x.ContainsKey))
            .Select(x => (Control: x["ind_self_control_low"], Morals: x["ind_moral_attitudes"], Exposure: x["peer_delinquent_friends"] + x["peer_unstructured_evenings"], Offended: x["out_self_reported_y9"]))
            .ToList();
        double Share(bool propensity, int exposure) => answers.Where(x => x.Control - x.Morals > 0 == propensity && x.Exposure == exposure).Average(x => x.Offended);

        Assert.True(answers.Count > 2000);
        Assert.All(answers.GroupBy(x => x.Exposure), x => Assert.Equal(x.Average(y => Answers.Offending(y.Control, y.Morals, y.Exposure)), x.Average(y => y.Offended), 0.05));
        Assert.True(Share(true, 2) - Share(false, 2) > Share(true, 0) - Share(false, 0) + 0.15, "exposure matters more with propensity");
    }

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex Person();
}
