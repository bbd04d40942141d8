using Analytics.Statistics;

namespace Analytics.Collaboration;

/// <summary>Works out the network of an area from what a reader sees of its ties.</summary>
static class AreaNetworks
{
    /// <summary>One network per area that has ties, in the order of the ties.</summary>
    public static IReadOnlyList<AreaNetwork> Of(IReadOnlyList<Tie> ties) => [.. ties.GroupBy(x => x.Area).Select(x => Of(x.Key, [.. x]))];

    static AreaNetwork Of(string area, Tie[] ties)
    {
        // Each actor is the first of some pairs, in catalogue order.
        string[] actors = [.. ties.Select(x => x.From).Distinct()];
        var places = Enumerable.Range(0, actors.Length).ToDictionary(x => actors[x], StringComparer.Ordinal);
        var strengths = new double?[actors.Length, actors.Length];
        foreach (var tie in ties)
        {
            strengths[places[tie.From], places[tie.To]] = tie.Frequency;
        }

        var network = new Network(strengths);
        var (inDegree, outDegree, betweenness) = (NetworkCentrality.InDegree(network), NetworkCentrality.OutDegree(network), Betweenness.Of(network));
        var eigenvector = NetworkCentrality.Eigenvector(network);
        var tied = Enumerable.Range(0, actors.Length).Count(x => inDegree[x] + outDegree[x] > 0);
        var partition = tied <= Modularity.MostNodes ? Modularity.BestPartition(network) : null;
        var edges = ties.Where(x => x.Frequency >= TieRules.EdgeFrom).OrderByDescending(x => x.Frequency).ToArray();
        var shown = ties.Count(x => x.Status is null);
        return new AreaNetwork(
            area, shown, ties.Length - shown, NetworkShare.Density(network, TieRules.EdgeFrom), NetworkShare.Reciprocity(network, TieRules.EdgeFrom), partition?.Modularity,
            [.. actors.Select((x, i) => new NetworkActor(x, inDegree[i], outDegree[i], betweenness[i], eigenvector?[i], partition?.Communities[i]))],
            [
                .. from edge in edges
                   let back = network[places[edge.To], places[edge.From]]
                   where back < TieRules.PracticallyNoneBelow
                   select new OneSidedTie(edge.From, edge.To, edge.Frequency!.Value, back.Value),
            ],
            [.. edges.Where(x => x.Agreement < TieRules.AgreementFrom).Select(x => new EdgeWithoutAgreement(x.From, x.To, x.Frequency!.Value, x.Agreement!.Value))]);
    }
}
