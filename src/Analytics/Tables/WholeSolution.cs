using Analytics.Disclosure;
using Google.OrTools.Sat;

namespace Analytics.Tables;

/// <summary>Finds whole counts that add up, by an integer program.</summary>
static class WholeSolution
{
    // One worker, a fixed seed and a limit in steps instead of seconds: the same table gives the same counts everywhere.
    const string Parameters = "num_workers:1 random_seed:1 max_deterministic_time:120";

    /// <summary>A count for each cell within its range; null where there are none, or none was found.</summary>
    /// <param name="relations">All sums.</param>
    /// <param name="lower">Smallest count of each cell.</param>
    /// <param name="upper">Largest count of each cell.</param>
    public static long[]? Find(IReadOnlyList<Relation> relations, long[] lower, long[] upper)
    {
        var model = new CpModel();
        var variables = new Dictionary<int, IntVar>();
        for (var cell = 0; cell < lower.Length; cell++)
        {
            if (lower[cell] < upper[cell])
            {
                variables[cell] = model.NewIntVar(lower[cell], Math.Min(upper[cell], TableFile.Largest), "");
            }
        }

        foreach (var relation in relations.Where(x => !x.Implied && x.Parts.Append(x.Total).Any(variables.ContainsKey)))
        {
            model.Add(LinearExpr.Sum(relation.Parts.Select(Expression)) == Expression(relation.Total));
        }

        using var solver = new CpSolver { StringParameters = Parameters };
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        long[] counts = [.. lower];
        foreach (var (cell, variable) in variables)
        {
            counts[cell] = solver.Value(variable);
        }

        return counts;

        LinearExpr Expression(int cell) => variables.TryGetValue(cell, out var variable) ? variable : LinearExpr.Constant(lower[cell]);
    }
}
