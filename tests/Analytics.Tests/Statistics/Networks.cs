using Analytics.Statistics;
using CsCheck;

namespace Analytics.Tests.Statistics;

/// <summary>Networks that igraph has reckoned with, and random ones.</summary>
static class Networks
{
    /// <summary>Two groups of three with some contact between them.</summary>
    public static Network Six { get; } = Of([[0, 4, 2.5, 0, 0, 1], [4, 0, 3, 0.5, 0, 0], [2, 3.25, 0, 0, 1, 0], [0, 0.5, 0, 0, 4, 3], [0, 0, 1.5, 3.5, 0, 2], [0.25, 0, 0, 3, 2, 0]]);

    /// <summary>Two equally short ways from 0 to 3.</summary>
    public static Network Square { get; } = Of([[0, 1, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 2], [1, 0, 0, 0, 0]]);

    /// <summary>Two ways from 0 to 2, as long as 1/3 + 1/6 and 1/2.</summary>
    public static Network Third { get; } = Of([[0, 3, 2, 0], [0, 0, 6, 0], [0, 0, 0, 4], [4, 0, 0, 0]]);

    /// <summary>As many nodes as there are actor types, strengths that are means of up to seven answers.</summary>
    public static Network Thirteen { get; } = Of([
        [0, 3, 1, 17 / 7.0, 2, 2, 2, 0, 0, 1, 0, 3, 3],
        [0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 6 / 7.0],
        [0, 4, 0, 0, 0, 1, 0, 16 / 7.0, 1, 0, 0, 0, 4],
        [0, 0, 0, 0, 0, 0, 0, 4, 22 / 7.0, 3, 2 / 7.0, 24 / 7.0, 4],
        [0, 9 / 7.0, 0, 0, 0, 0, 12 / 7.0, 0, 3 / 7.0, 8 / 7.0, 2, 2, 0],
        [0, 4, 0, 0, 0, 0, 4, 16 / 7.0, 0, 1, 20 / 7.0, 5 / 7.0, 0],
        [0, 0, 13 / 7.0, 12 / 7.0, 0, 0, 0, 15 / 7.0, 0, 24 / 7.0, 27 / 7.0, 0, 0],
        [3, 1, 0, 1, 0, 6 / 7.0, 18 / 7.0, 0, 0, 26 / 7.0, 0, 0, 13 / 7.0],
        [0, 3, 0, 0, 0, 0, 3, 3, 0, 0, 8 / 7.0, 0, 20 / 7.0],
        [0, 0, 0, 0, 4, 0, 0, 0, 3, 0, 4, 0, 0],
        [5 / 7.0, 4, 0, 4, 0, 2, 1, 0, 0, 2, 0, 17 / 7.0, 3],
        [0, 0, 4, 0, 0, 0, 0, 0, 17 / 7.0, 6 / 7.0, 0, 0, 0],
        [20 / 7.0, 0, 0, 4, 0, 2, 4 / 7.0, 0, 0, 0, 0, 2, 0],
    ]);

    /// <summary>Up to so many nodes; half of the strengths are 0, and one in ten unknown.</summary>
    public static Gen<Network> Random(int most) => Gen.Int[1, most].SelectMany(count => Gen.Int[0, 19].Array[count * count].Select(draws =>
    {
        var strengths = new double?[count, count];
        for (var i = 0; i < draws.Length; i++)
        {
            strengths[i / count, i % count] = i / count == i % count ? 0 : draws[i] switch { < 10 => 0, < 18 => (draws[i] - 9) / 2.0, _ => null };
        }

        return new Network(strengths);
    }));

    public static Network Of(double?[][] rows)
    {
        var strengths = new double?[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                strengths[i, j] = rows[i][j];
            }
        }

        return new Network(strengths);
    }
}
