using Analytics.Catalogue;
using Analytics.Practice;
using Microsoft.ML;
using Xunit;
using static Analytics.Tests.Practice.PracticeRows;

namespace Analytics.Tests.Practice;

public sealed class MethodFeaturesTests
{
    static readonly IReadOnlyList<MethodUse> Uses = MethodAnswers.Of(
    [
        Use("Skola 1", "sel"), Use("Skola 1", "bbic", extent: 0), Use("Skola 2", "sdq"), Use("Skola 2", "sel"),
        Use("Polisen", "sdq", actor: "police"), Use("Annan", "bbic", municipality: "0604"),
    ], Shipped).Uses;

    [Fact]
    public void OrganisationsByMethod_Uses_AreOnesAndNeverIsZero()
    {
        var table = MethodFeatures.OrganisationsByMethod(Uses, Shipped);

        Assert.Equal(["Annan", "Polisen", "Skola 1", "Skola 2"], table.Units);
        Assert.Equal(["sel"], Used(table, 2));
        Assert.Equal(["sdq", "sel"], Used(table, 3).Order());
        Assert.All(table.Values.SelectMany(x => x), x => Assert.True(x is 0 or 1));
    }

    /// <summary>Two schools (1 and 1 of 2) and the police (0 of 1): sel is (1 + 0) ÷ 2, sdq (½ + 1) ÷ 2.</summary>
    [Fact]
    public void ByMunicipality_Organisations_AreAveragedPerActorTypeFirst()
    {
        var table = MethodFeatures.ByMunicipality(MethodFeatures.OrganisationsByMethod(Uses, Shipped), Uses);

        Assert.Equal(["0604", "0680"], table.Units);
        Assert.Equal(0.5, table.Values[1][Index(table, "sel")]);
        Assert.Equal(0.75, table.Values[1][Index(table, "sdq")]);
        Assert.Equal(1, table.Values[0][Index(table, "bbic")]);
    }

    [Fact]
    public void OrganisationsByProperty_Uses_AreDescribedByTheirMethodsNotTheirNames()
    {
        var table = MethodFeatures.OrganisationsByProperty(Uses, Shipped);
        double Of(string unit, string feature) => table.Values[table.Units.ToList().IndexOf(unit)][Index(table, feature)];

        Assert.Equal((Shipped.FindMethod("sdq")!.Evidence + Shipped.FindMethod("sel")!.Evidence) / 8.0, Of("Skola 2", "evidence"));
        Assert.Equal(0.5, Of("Skola 2", "kind:screening"));
        Assert.Equal(1, Of("Polisen", "kind:screening"));
        Assert.All(table.Values.SelectMany(x => x), x => Assert.InRange(x, 0, 1));
    }

    [Fact]
    public void Coverage_Uses_CountsOrganisationsMethodsAndAnswers()
    {
        var coverage = DomainCoverage.Of(Uses, Shipped, ["0680", "06"]);
        var school = coverage.Single(x => x is { Area: "0680", AgeBand: "6-9", Domain: Domain.School });

        Assert.Equal((3, 3, 2, 4, 4), (school.Organisations, school.Using, school.Methods, school.TrainedAnswers, school.FollowedUp));
        Assert.Equal(2, school.Evidence);
        Assert.Equal((4, 0), coverage.Where(x => x is { Area: "06", AgeBand: "13-15", Domain: Domain.Family }).Select(x => (x.Organisations, x.Using)).Single());
    }

    [Fact]
    public void Frame_PurposeAgesAndExtent_AreThoseAskedFor()
    {
        var uses = MethodAnswers.Of([Use("A", "sdq", 1, 6, 9), Use("A", "sdq", 3, 13, 15), Use("B", "sdq", 2, 6, 9, Purpose.Identify)], Shipped).Uses;
        float?[] Column(Microsoft.Data.Analysis.DataFrame frame) => [.. ((Microsoft.Data.Analysis.SingleDataFrameColumn)frame["sdq"]).Select(x => x)];

        Assert.Equal([1, 1], Column(MethodFrame.Of(uses, Shipped)));
        Assert.Equal([3, 2], Column(MethodFrame.Of(uses, Shipped, extent: true)));
        Assert.Equal([3, 0], Column(MethodFrame.Of(uses, Shipped, Purpose.Assess, extent: true)));
        Assert.Equal([1, 2], Column(MethodFrame.Of(uses, Shipped, ages: Shipped.AgeBands.All.Single(x => x.Id == "6-9"), extent: true)));
    }

    /// <summary>A data frame is what ML.NET reads: no copy in between.</summary>
    [Fact]
    public void Frame_OfMethods_FeedsTheTrainerOfMlNet()
    {
        var uses = MethodAnswers.Of([.. Enumerable.Range(0, 12).Select(i => Use($"Enhet {i}", i % 2 == 0 ? "sdq" : "bbic"))], Shipped).Uses;
        var context = new Microsoft.ML.MLContext(1);
        var frame = MethodFrame.Of(uses, Shipped);

        var model = context.Transforms.Concatenate("Features", "sdq", "bbic").Append(context.Clustering.Trainers.KMeans("Features", numberOfClusters: 2)).Fit(frame);

        Assert.Equal(0, context.Clustering.Evaluate(model.Transform(frame)).AverageDistance, 6);
    }

    static int Index(FeatureTable table, string feature) => table.Features.ToList().IndexOf(feature);

    static IEnumerable<string> Used(FeatureTable table, int unit) => table.Features.Where((_, i) => table.Values[unit][i] == 1);
}
