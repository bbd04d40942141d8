using Analytics.Collaboration;
using Analytics.Intake;
using Xunit;
using static Analytics.Tests.Collaboration.Rows;

namespace Analytics.Tests.Collaboration;

public sealed class AreaNetworksTests
{
    static AreaNetwork Of(params IEnumerable<CollaborationRow> answers) => CollaborationAnalysis.Of(Input(answers), Codes).Networks.Single(x => x.Area == "0604");

    [Fact]
    public void Of_ShownTies_GivesSharesAndActors()
    {
        var network = Of([.. Answers("0604", "school", "police", 4, 4, 4), .. Answers("0604", "police", "school", 2, 2, 2), .. Answers("0604", "police", "leisure", 2, 2, 1), .. Answers("0604", "leisure", "police", 4, 4)]);

        Assert.Equal((3, 3), (network.ShownTies, network.Gaps));
        Assert.Equal(2 / 3.0, network.Density);
        Assert.Equal(1.0, network.Reciprocity);
        Assert.Equal(["school", "police", "leisure"], network.Actors.Select(x => x.Actor));
        Assert.Equal([2, 4, 5 / 3.0], network.Actors.Select(x => x.InDegree));
        Assert.Equal([4, 2 + (5 / 3.0), 0], network.Actors.Select(x => x.OutDegree));
        Assert.Equal([0, 1, 0], network.Actors.Select(x => x.Betweenness));
        Assert.Equal(1.0, network.Actors[1].Eigenvector);
        Assert.Equal([1, 1, 1], network.Actors.Select(x => x.Community));
        Assert.Equal(0, network.Modularity!.Value, 1e-12);
    }

    [Fact]
    public void Of_OneSidedTie_IsNamedFromTheSideThatSeesIt()
    {
        var network = Of([.. Answers("0604", "leisure", "police", 4, 4, 4), .. Answers("0604", "police", "leisure", 0, 0, 1), .. Answers("0604", "school", "police", 2, 2, 2), .. Answers("0604", "police", "school", 1, 1, 0, 0)]);

        Assert.Equal([new OneSidedTie("leisure", "police", 4, 1 / 3.0)], network.OneSided);
    }

    [Fact]
    public void Of_WithheldDirection_IsNotOneSided() => Assert.Empty(Of([.. Answers("0604", "leisure", "police", 4, 4, 4), .. Answers("0604", "police", "leisure", 0, 0)]).OneSided);

    [Fact]
    public void Of_EdgeWithoutAgreement_IsNamed()
    {
        var network = Of(
        [
            .. from agreement in (bool[])[true, false, false] select Answer("0604", "school", "police", 3, agreement),
            .. from agreement in (bool[])[true, true, false] select Answer("0604", "police", "school", 3, agreement),
            .. from agreement in (bool[])[false, false, false] select Answer("0604", "leisure", "school", 1, agreement),
            .. Answers("0604", "leisure", "police", 4, 4, 4),
        ]);

        Assert.Equal([new EdgeWithoutAgreement("school", "police", 3, 1 / 3.0)], network.WithoutAgreement);
    }
}
