using Analytics.Disclosure;
using Google.OrTools.LinearSolver;

namespace Analytics.Tables;

/// <summary>Finds the cells whose count does not follow from the others: some other table agrees with all sums and differs there.</summary>
/// <remarks>
/// Linear programs in changes from one solution. Each maximises and minimises a sum with weights that stand in no simple relation, over the cells not yet seen to move. Where neither moves
/// any, the weighted sum is fixed, and with such weights that means that each of the cells is.
/// </remarks>
static class MovableCells
{
    const double Reach = 1000, Slack = 1e-5;
    const string Parameters = "random_seed:1 change_status_to_imprecise:false";

    /// <summary>Indices of the cells whose count can differ, in ascending order.</summary>
    /// <param name="relations">All sums.</param>
    /// <param name="lower">Smallest count of each cell.</param>
    /// <param name="upper">Largest count of each cell.</param>
    /// <param name="solution">Counts within the ranges that add up.</param>
    public static IReadOnlyList<int> Find(IReadOnlyList<Relation> relations, IReadOnlyList<long> lower, IReadOnlyList<long> upper, IReadOnlyList<long> solution)
    {
        using var solver = Solver.CreateSolver("GLOP");
        solver.SetSolverSpecificParametersAsString(Parameters);
        var changes = new SortedDictionary<int, Variable>();
        for (var cell = 0; cell < lower.Count; cell++)
        {
            if (lower[cell] < upper[cell])
            {
                changes[cell] = solver.MakeNumVar(-Math.Min(solution[cell] - lower[cell], Reach), Math.Min(upper[cell] - solution[cell], Reach), "");
            }
        }

        foreach (var relation in relations.Where(x => !x.Implied && x.Parts.Append(x.Total).Any(changes.ContainsKey)))
        {
            var row = solver.MakeConstraint(0, 0, "");
            Add(row, relation.Total, -1);
            foreach (var part in relation.Parts)
            {
                Add(row, part, 1);
            }
        }

        var objective = solver.Objective();
        var fixedSoFar = changes.Keys.ToHashSet();
        foreach (var cell in fixedSoFar)
        {
            objective.SetCoefficient(changes[cell], Weight(cell));
        }

        var idle = 0;
        for (var rises = true; idle < 2 && fixedSoFar.Count > 0; rises = !rises)
        {
            objective.SetOptimizationDirection(rises);
            if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            {
                throw new InvalidOperationException("The linear program of a table that adds up was not solved.");
            }

            int[] moved = [.. fixedSoFar.Where(cell => Math.Abs(changes[cell].SolutionValue()) > Slack)];
            idle = moved.Length > 0 ? 0 : idle + 1;
            foreach (var cell in moved)
            {
                objective.SetCoefficient(changes[cell], 0);
                fixedSoFar.Remove(cell);
            }
        }

        return [.. changes.Keys.Where(cell => !fixedSoFar.Contains(cell))];

        void Add(Constraint row, int cell, double factor)
        {
            if (changes.TryGetValue(cell, out var change))
            {
                row.SetCoefficient(change, factor);
            }
        }
    }

    // Fractional parts of multiples of the golden ratio: spread evenly, and in no rational relation.
    static double Weight(int cell) => 1 + ((cell + 1) * 0.6180339887498949 % 1);
}
