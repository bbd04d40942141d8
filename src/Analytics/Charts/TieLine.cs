using Analytics.Collaboration;

namespace Analytics.Charts;

/// <summary>An actor's place in the picture of a network.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Radius">In pixels; its area grows with the actor's degree.</param>
sealed record TieNode(TieActor Actor, double X, double Y, double Radius);

/// <summary>A pair of actors of which at least one says that their contact is regular.</summary>
/// <param name="From">One of them; of a one-sided pair the one that says so.</param>
/// <param name="To">The other.</param>
/// <param name="Width">In pixels: the mean of the known directions, of a one-sided pair the one.</param>
/// <param name="Kind">What is known of both directions.</param>
sealed record TieLine(TieNode From, TieNode To, double Width, TieLineKind Kind)
{
    /// <summary>Width of a line, in pixels.</summary>
    /// <param name="frequency">Mean frequency, 0 to 4.</param>
    public static float WidthOf(double frequency) => (float)Math.Max(1, (frequency * 2) - 2.5);

    /// <summary>One line per pair, in the order of the nodes.</summary>
    public static IReadOnlyList<TieLine> Of(IReadOnlyList<TieNode> nodes, IReadOnlyList<Tie> ties, IReadOnlyList<OneSidedTie> oneSided)
    {
        var frequencies = ties.ToDictionary(x => (x.From, x.To), x => x.Frequency);
        var arrows = oneSided.Select(x => (x.From, x.To)).ToHashSet();
        List<TieLine> lines = [];
        for (var i = 0; i < nodes.Count; i++)
        {
            for (var j = i + 1; j < nodes.Count; j++)
            {
                var (one, other) = (nodes[i], nodes[j]);
                var (there, back) = (frequencies[(one.Actor.Actor, other.Actor.Actor)], frequencies[(other.Actor.Actor, one.Actor.Actor)]);
                if (arrows.Contains((one.Actor.Actor, other.Actor.Actor)))
                {
                    lines.Add(new TieLine(one, other, WidthOf(there!.Value), TieLineKind.OneSided));
                }
                else if (arrows.Contains((other.Actor.Actor, one.Actor.Actor)))
                {
                    lines.Add(new TieLine(other, one, WidthOf(back!.Value), TieLineKind.OneSided));
                }
                else if (there >= TieRules.EdgeFrom || back >= TieRules.EdgeFrom)
                {
                    var known = there is not null && back is not null;
                    lines.Add(new TieLine(one, other, WidthOf(known ? (there!.Value + back!.Value) / 2 : (there ?? back)!.Value), known ? TieLineKind.Known : TieLineKind.Unknown));
                }
            }
        }

        return lines;
    }
}

/// <summary>What is known of the two directions of a pair; later kinds are drawn above earlier ones.</summary>
enum TieLineKind
{
    /// <summary>Both, and they do not contradict each other.</summary>
    Known,
    /// <summary>Only one.</summary>
    Unknown,
    /// <summary>Both: one says regular, the other practically none.</summary>
    OneSided,
}
