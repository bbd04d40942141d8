namespace Analytics.Tests.Collaboration;

/// <summary>A reader who adds and subtracts sums as often as there is something to learn.</summary>
static class Reader
{
    /// <summary>Whether some combination of the known sums is the wanted one; all are lists of weights, one per unknown.</summary>
    public static bool CanReckon(IEnumerable<int[]> known, int[] wanted)
    {
        List<double[]> reduced = [];
        foreach (var sum in known)
        {
            var rest = Reduced(sum, reduced);
            if (Array.FindIndex(rest, x => Math.Abs(x) > 1e-9) is var pivot and >= 0)
            {
                reduced.Add([.. rest.Select(x => x / rest[pivot])]);
            }
        }

        return Reduced(wanted, reduced).All(x => Math.Abs(x) < 1e-9);
    }

    static double[] Reduced(int[] sum, List<double[]> reduced)
    {
        double[] rest = [.. sum];
        foreach (var row in reduced)
        {
            var factor = rest[Array.FindIndex(row, x => Math.Abs(x) > 1e-9)];
            rest = [.. rest.Zip(row, (x, y) => x - (factor * y))];
        }

        return rest;
    }

    /// <summary>Every choice of unknowns that holds at least one and fewer than three answers.</summary>
    public static IEnumerable<int[]> SmallSums(IReadOnlyList<long> answers)
    {
        for (var set = 1; set < 1 << answers.Count; set++)
        {
            int[] chosen = [.. Enumerable.Range(0, answers.Count).Select(x => (set >> x) & 1)];
            if (chosen.Zip(answers, (x, y) => x * y).Sum() is 1 or 2)
            {
                yield return chosen;
            }
        }
    }
}
