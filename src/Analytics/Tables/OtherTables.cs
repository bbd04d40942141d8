using Analytics.Disclosure;
using Google.OrTools.LinearSolver;

namespace Analytics.Tables;

/// <summary>The tables, whole or not, that agree with all sums: which cells they differ in.</summary>
sealed class OtherTables : IDisposable
{
    const double Reach = 1000, Slack = 1e-5;
    const string Parameters = "random_seed:1 change_status_to_imprecise:false";

    readonly IReadOnlyList<long> lower;
    readonly IReadOnlyList<long> upper;
    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly SortedDictionary<int, Variable> counts = [];

    /// <param name="relations">All sums.</param>
    /// <param name="lower">Smallest count of each cell.</param>
    /// <param name="upper">Largest count of each cell.</param>
    public OtherTables(IReadOnlyList<Relation> relations, IReadOnlyList<long> lower, IReadOnlyList<long> upper)
    {
        this.lower = lower;
        this.upper = upper;
        solver.SetSolverSpecificParametersAsString(Parameters);
        foreach (var cell in Enumerable.Range(0, lower.Count).Where(cell => lower[cell] < upper[cell]))
        {
            counts[cell] = solver.MakeNumVar(0, 0, "");
        }

        foreach (var relation in relations.Where(x => !x.Implied && x.Parts.Append(x.Total).Any(counts.ContainsKey)))
        {
            var known = Known(relation.Total) - relation.Parts.Sum(Known);
            var row = solver.MakeConstraint(known, known, "");
            foreach (var cell in relation.Parts.Append(relation.Total).Where(counts.ContainsKey))
            {
                row.SetCoefficient(counts[cell], cell == relation.Total ? -1 : 1);
            }
        }

        long Known(int cell) => counts.ContainsKey(cell) ? 0 : lower[cell];
    }

    /// <summary>One of the tables, a count for each cell; null where there is none.</summary>
    public double[]? Any()
    {
        foreach (var (cell, count) in counts)
        {
            count.SetBounds(lower[cell], upper[cell] == CountRanges.Unlimited ? double.PositiveInfinity : upper[cell]);
        }

        solver.Objective().Clear();
        return IsSolved() ? [.. lower.Select((low, cell) => counts.TryGetValue(cell, out var count) ? count.SolutionValue() : low)] : null;
    }

    /// <summary>Indices of the cells in which some table differs from this one, in ascending order.</summary>
    /// <remarks>
    /// A sum with weights that stand in no simple relation is made largest and smallest, over the cells not yet seen to differ. Where neither changes any, the weighted sum is
    /// the same in all tables, and with such weights that means that each of the cells is. The tables lie near this one, which loses nothing: between two tables there are others.
    /// </remarks>
    /// <param name="one">A count for each cell.</param>
    /// <exception cref="InvalidOperationException">The counts do not add up.</exception>
    public IReadOnlyList<int> Differing(IReadOnlyList<double> one)
    {
        var objective = solver.Objective();
        objective.Clear();
        var same = new SortedSet<int>(counts.Keys);
        foreach (var cell in same)
        {
            counts[cell].SetBounds(Math.Max(lower[cell], one[cell] - Reach), Math.Min(upper[cell], one[cell] + Reach));
            objective.SetCoefficient(counts[cell], Weight(cell));
        }

        var idle = 0;
        for (var rises = true; idle < 2 && same.Count > 0; rises = !rises)
        {
            objective.SetOptimizationDirection(rises);
            if (!IsSolved())
            {
                throw new InvalidOperationException("The linear program of a table that adds up was not solved.");
            }

            int[] differing = [.. same.Where(cell => Math.Abs(counts[cell].SolutionValue() - one[cell]) > Slack)];
            idle = differing.Length > 0 ? 0 : idle + 1;
            foreach (var cell in differing)
            {
                objective.SetCoefficient(counts[cell], 0);
                same.Remove(cell);
            }
        }

        return [.. counts.Keys.Where(cell => !same.Contains(cell))];
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    // Fractional parts of multiples of the golden ratio: spread evenly, and in no rational relation.
    static double Weight(int cell) => 1 + ((cell + 1) * 0.6180339887498949 % 1);

    bool IsSolved() => solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
}
