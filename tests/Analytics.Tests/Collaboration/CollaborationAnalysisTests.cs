using System.Text.Json;
using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Csv;
using Analytics.Intake;
using Analytics.Release;
using Analytics.Repeats;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Collaboration;

/// <summary>The planted structures of a made-up input, found again.</summary>
public sealed class CollaborationAnalysisTests(CollaborationAnalysisTests.Sample sample) : IClassFixture<CollaborationAnalysisTests.Sample>
{
    public sealed class Sample
    {
        public Sample()
        {
            var folder = Directory.CreateTempSubdirectory("collaboration-").FullName;
            try
            {
                var faults = new FaultList();
                Codebook = CodebookReader.Read(Path.Combine(Repository.Root, "data", "catalogue"), faults)!;
                SampleInput.Write(folder, new SampleOptions(Persons: 50), Codebook, null, TestContext.Current.CancellationToken);
                Input = InputFolder.Read(folder, Codebook, x => x.Read((_, in _, _) => { }, PersonYear.Hash), faults, null, TestContext.Current.CancellationToken)!;
                Part = CollaborationAnalysis.Of(Input, Codebook);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        internal InputContent Input { get; }

        public Codebook Codebook { get; }

        public CollaborationPart Part { get; }
    }

    [Fact]
    public void Of_Sample_HasEveryPairInEveryArea()
    {
        Assert.Equal(14 * 13 * 12, sample.Part.Ties.Count);
        Assert.Equal(14, sample.Part.Networks.Count);
        Assert.Equal("06", sample.Part.Networks[^1].Area);
        Assert.Contains(sample.Part.Ties, x => x.Status == Reason.Suppressed);
        Assert.All(sample.Part.Ties.Where(x => x.Area == "06"), x => Assert.Null(x.Status));
    }

    [Fact]
    public void Of_Sample_FindsTheOneSidedTieEverywhereAndHardlyAnyOther()
    {
        Assert.All(sample.Part.Networks, x => Assert.Contains(new OneSidedTie(PlantedStructure.TieClaimedBy, PlantedStructure.TieDeniedBy, 4, 0), x.OneSided));
        Assert.InRange(sample.Part.Networks.Sum(x => x.OneSided.Count), 14, 16);
        Assert.Single(sample.Part.Networks[^1].OneSided);
    }

    [Fact]
    public void Of_Sample_FindsTheGapBeforeSchoolAndNoOther()
    {
        var gaps = sample.Part.HandOvers.Where(x => x.Status == HandOverStatus.Gap).ToArray();

        Assert.Equal(14, gaps.Length);
        Assert.All(gaps, x => Assert.Equal(("0-5", "6-9"), (x.Younger, x.Older)));
        Assert.All(gaps, x => Assert.True(PlantedStructure.BeforeSchool.Intersect(x.Leaving).Count() >= 2 && PlantedStructure.FromSchool.All(x.Receiving.Contains)));
        Assert.Equal(14 * 4, sample.Part.HandOvers.Count);
        Assert.All(sample.Part.HandOvers.Except(gaps), x => Assert.Equal(HandOverStatus.Method, x.Status));
    }

    [Fact]
    public void Of_Sample_ShowsThemesOfEveryMunicipalityAndOfActorsInTheCounty()
    {
        Assert.All(sample.Part.Themes.Where(x => x.Actor is null), x => Assert.Null(x.Status));
        Assert.Equal(39, sample.Part.Themes.First(x => x.Area == "06").Interviews);
        Assert.Contains(sample.Part.Themes, x => x is { Area: "06", Actor: not null, Status: null });
        Assert.DoesNotContain(sample.Part.Themes, x => x.Actor is not null && x.Area != "06");
    }

    [Fact]
    public void Of_OtherOrderOfRows_IsTheSame()
    {
        var turned = sample.Input with { Collaboration = [.. sample.Input.Collaboration.Reverse()], Interviews = [.. sample.Input.Interviews.Reverse()], MethodUse = [.. sample.Input.MethodUse.Reverse()] };

        Assert.Equal(Json(sample.Part), Json(CollaborationAnalysis.Of(turned, sample.Codebook)));
    }

    [Fact]
    public void Part_AsJson_ComesBackTheSame() =>
        Assert.Equal(Json(sample.Part), Json(JsonSerializer.Deserialize<CollaborationPart>(Json(sample.Part), ReleaseJson.Options)!));

    [Fact]
    public void Of_NoRows_IsEmpty() => Assert.Equal(Json(CollaborationPart.Empty), Json(CollaborationAnalysis.Of(Rows.Input(), sample.Codebook)));

    static string Json(CollaborationPart part) => JsonSerializer.Serialize(part, ReleaseJson.Options);
}
