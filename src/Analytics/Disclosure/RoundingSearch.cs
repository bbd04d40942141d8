namespace Analytics.Disclosure;

/// <summary>Chooses for each leaf that has to be rounded the lower or the higher of its two values, so that the published sums stay as near as possible.</summary>
/// <remarks>
/// Threshold accepting: Dueck &amp; Scheuer (1990), J. Comput. Phys. 90: 161–175. A step takes one leaf to its other value, or two leaves of one sum in opposite
/// directions; it is taken unless it costs more than a threshold that sinks to nothing. Whole numbers only, and draws that depend on nothing but the number of steps, so that the same
/// table is rounded alike on every machine.
/// </remarks>
sealed class RoundingSearch
{
    /// <summary>What the square of an error beyond the step counts besides the square of the error: keeps the largest error down at next to no cost in the sum of squares.</summary>
    const long Excess = 1;

    /// <summary>Steps that small tables get anyway, and sweeps that large ones get at least and small ones at most.</summary>
    const int UsualSteps = 40_000, FewestSweeps = 400, MostSweeps = 4_000;

    /// <summary>First thresholds of the searches, one after the other, in squares of the step; the best end counts.</summary>
    static readonly int[] Starts = [2, 6, 3, 1];

    readonly long step;
    readonly int[][] sumsOfChoice;
    readonly int[][] choicesOfSum;
    readonly long[] weights;
    readonly long[] errors;
    readonly bool[] raised;
    ulong state;

    /// <param name="step">Distance of the two values of every choice, at least 1.</param>
    /// <param name="sumsOfChoice">Per choice the sums it counts in.</param>
    /// <param name="errors">Per sum its error while every choice is the lower value.</param>
    /// <param name="weights">Per sum how much its error counts.</param>
    public RoundingSearch(long step, int[][] sumsOfChoice, long[] errors, long[] weights)
    {
        (this.step, this.sumsOfChoice, this.errors, this.weights) = (step, sumsOfChoice, errors, weights);
        raised = new bool[sumsOfChoice.Length];
        var members = errors.Select(_ => new List<int>()).ToArray();
        for (var choice = 0; choice < sumsOfChoice.Length; choice++)
        {
            foreach (var sum in sumsOfChoice[choice])
            {
                members[sum].Add(choice);
            }
        }

        choicesOfSum = [.. members.Select(x => x.ToArray())];
    }

    /// <summary>Searches, once.</summary>
    /// <returns>Per choice whether it becomes the higher value. A choice that counts in no sum keeps the lower.</returns>
    public IReadOnlyList<bool> Run()
    {
        int[] choices = [.. Enumerable.Range(0, raised.Length).Where(x => sumsOfChoice[x].Length > 0)];
        foreach (var choice in choices.Where(x => CostOf(x) < 0))
        {
            Take(choice);
        }

        var sweeps = choices.Length == 0 ? 0 : Math.Clamp(UsualSteps / choices.Length, FewestSweeps, MostSweeps) / Starts.Length;
        var (best, least) = (raised.ToArray(), errors.Select((error, sum) => weights[sum] * Penalty(error)).Sum());
        var cost = least;
        foreach (var start in Starts)
        {
            for (var sweep = 0; sweep < sweeps; sweep++)
            {
                // The last fifth takes nothing that costs.
                var threshold = start * step * step * Math.Max(0, (sweeps * 4 / 5) - sweep) / sweeps;
                for (var i = 0; i < choices.Length; i++)
                {
                    cost += Try(choices[Draw(choices.Length)], threshold);
                }
            }

            if (cost < least)
            {
                (best, least) = (raised.ToArray(), cost);
            }
        }

        return best;
    }

    /// <summary>Takes a step if it costs no more than the threshold; gives what it cost.</summary>
    long Try(int choice, long threshold)
    {
        var cost = CostOf(choice);
        if (cost <= threshold)
        {
            Take(choice);
            return cost;
        }

        var members = choicesOfSum[sumsOfChoice[choice][Draw(sumsOfChoice[choice].Length)]];
        var other = members[Draw(members.Length)];
        if (raised[other] == raised[choice])
        {
            return 0;
        }

        Take(choice);
        cost += CostOf(other);
        Take(cost <= threshold ? other : choice);
        return cost <= threshold ? cost : 0;
    }

    /// <summary>What taking a choice to its other value adds to the cost.</summary>
    long CostOf(int choice)
    {
        var change = raised[choice] ? -step : step;
        var cost = 0L;
        foreach (var sum in sumsOfChoice[choice])
        {
            cost += weights[sum] * (Penalty(errors[sum] + change) - Penalty(errors[sum]));
        }

        return cost;
    }

    long Penalty(long error)
    {
        var beyond = Math.Max(0, Math.Abs(error) - step);
        return (error * error) + (Excess * beyond * beyond);
    }

    void Take(int choice)
    {
        var change = raised[choice] ? -step : step;
        raised[choice] = !raised[choice];
        foreach (var sum in sumsOfChoice[choice])
        {
            errors[sum] += change;
        }
    }

    /// <summary>A number from 0 to one less than <paramref name="count"/>.</summary>
    int Draw(int count)
    {
        // SplitMix64: Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators, OOPSLA.
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)Math.BigMul(z ^ (z >> 31), (ulong)count, out _);
    }
}
