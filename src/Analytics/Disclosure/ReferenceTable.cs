using Google.OrTools.Sat;
using Solver = Google.OrTools.LinearSolver.Solver;

namespace Analytics.Disclosure;

/// <summary>One table of whole numbers that agrees with what a reader sees. Made from that alone, so it tells nothing of the true one.</summary>
static class ReferenceTable
{
    const double Integral = 1e-6;

    /// <summary>The counts of a part's cells, in their order; null where no table agrees with what is shown.</summary>
    public static long[]? Of(ReaderView view, UnknownPart part)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var places = ChangeProgram.Places(part);
        var counts = part.Cells.Select(cell => solver.MakeNumVar(view.Floor(cell), view.Ceiling(cell) >= Room.Boundless ? double.PositiveInfinity : view.Ceiling(cell), string.Empty)).ToArray();
        foreach (var relation in part.Relations)
        {
            var (known, unknown) = Split(view, relation);
            var row = solver.MakeConstraint(-known, -known, string.Empty);
            foreach (var (cell, sign) in unknown)
            {
                row.SetCoefficient(counts[places[cell]], sign);
            }
        }

        solver.Objective().SetMinimization();
        for (var i = 0; i < counts.Length; i++)
        {
            solver.Objective().SetCoefficient(counts[i], 1 + (i % 7));
        }

        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return null;
        }

        var values = counts.Select(count => count.SolutionValue()).ToArray();
        return values.All(value => Math.Abs(value - Math.Round(value)) < Integral) ? [.. values.Select(value => (long)Math.Round(value))] : InWholeNumbers(view, part, values);
    }

    /// <summary>What is known of a relation, parts less total, and its unknown cells with their signs.</summary>
    static (long Known, List<(int Cell, int Sign)> Unknown) Split(ReaderView view, Relation relation)
    {
        var known = 0L;
        var unknown = new List<(int, int)>();
        Put(relation.Total, -1);
        foreach (var cell in relation.Parts)
        {
            Put(cell, 1);
        }

        return (known, unknown);

        void Put(int cell, int sign)
        {
            if (view[cell] is { } count)
            {
                known += sign * count;
            }
            else
            {
                unknown.Add((cell, sign));
            }
        }
    }

    static long[]? InWholeNumbers(ReaderView view, UnknownPart part, double[] near)
    {
        var model = new CpModel();
        var places = ChangeProgram.Places(part);
        var counts = part.Cells.Select((cell, i) => model.NewIntVar(view.Floor(cell), Math.Min(view.Ceiling(cell), (Math.Max(view.Floor(cell), (long)near[i]) * 4) + 1000), string.Empty)).ToArray();
        foreach (var relation in part.Relations)
        {
            var (known, unknown) = Split(view, relation);
            model.Add(LinearExpr.WeightedSum(unknown.Select(x => counts[places[x.Cell]]), unknown.Select(x => (long)x.Sign)) == -known);
        }

        var solver = new CpSolver { StringParameters = "num_workers:1 random_seed:1 max_deterministic_time:20" };
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? [.. counts.Select(solver.Value)] : null;
    }
}
