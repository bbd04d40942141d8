using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>The linear program of an attack: points that agree with everything published, and how far apart each unknown has been seen.</summary>
/// <remarks>An unknown is a rewarded part that ends at the wanted distance, plus a part beyond without reward, so that one solution carries many unknowns just far enough.</remarks>
sealed class AttackProgram : IDisposable
{
    const double Slack = 1e-5;

    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly Objective objective;
    readonly (Variable Near, Variable Beyond, double Lower, double Upper)[] columns;
    readonly double[] lowest;
    readonly double[] highest;
    readonly List<int> aimed = [];

    public AttackProgram(
        IReadOnlyList<(Quantity Quantity, int Cell, double Lower, double Upper)> unknowns,
        IReadOnlyList<(double Constant, List<(int Unknown, double Factor)> Terms)> equations)
    {
        solver.SetSolverSpecificParametersAsString(MoveProgram.SolverParameters);
        objective = solver.Objective();
        objective.SetMaximization();
        columns = [.. unknowns.Select(x => (solver.MakeNumVar(x.Lower, x.Upper, string.Empty), solver.MakeNumVar(0, 0, string.Empty), x.Lower, x.Upper))];
        lowest = [.. unknowns.Select(_ => double.PositiveInfinity)];
        highest = [.. unknowns.Select(_ => double.NegativeInfinity)];
        foreach (var (constant, terms) in equations)
        {
            var row = solver.MakeConstraint(-constant, -constant, string.Empty);
            foreach (var (unknown, factor) in terms)
            {
                row.SetCoefficient(columns[unknown].Near, factor);
                row.SetCoefficient(columns[unknown].Beyond, factor);
            }
        }
    }

    /// <summary>Smallest and largest value seen of an unknown.</summary>
    public (double Lower, double Upper) Seen(int unknown) => (lowest[unknown], highest[unknown]);

    /// <summary>Unknowns not yet seen so far apart.</summary>
    public IEnumerable<int> Narrow(double width) => Enumerable.Range(0, columns.Length).Where(unknown => !(highest[unknown] - lowest[unknown] >= width - Slack));

    /// <summary>Rewards an unknown for every unit towards the width from the farthest point seen on the other side.</summary>
    public void Aim(int unknown, double width, bool rises, double reward)
    {
        var (near, beyond, lower, upper) = columns[unknown];
        var seen = highest[unknown] >= lowest[unknown];
        var goal = rises
            ? Math.Min(upper, seen ? Math.Max(lower, lowest[unknown]) + width : upper)
            : Math.Max(lower, seen ? Math.Min(upper, highest[unknown]) - width : lower);
        near.SetBounds(rises ? lower : goal, rises ? goal : upper);
        beyond.SetBounds(rises ? 0 : lower - goal, rises ? upper - goal : 0);
        objective.SetCoefficient(near, rises ? reward : -reward);
        aimed.Add(unknown);
    }

    /// <summary>Solves, takes the point in, and ends all aims.</summary>
    /// <exception cref="InvalidDataException">No table agrees with what is published.</exception>
    public void Solve()
    {
        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            throw new InvalidDataException("No table agrees with the published figures.");
        }

        for (var unknown = 0; unknown < columns.Length; unknown++)
        {
            var value = columns[unknown].Near.SolutionValue() + columns[unknown].Beyond.SolutionValue();
            lowest[unknown] = Math.Min(lowest[unknown], value);
            highest[unknown] = Math.Max(highest[unknown], value);
        }

        foreach (var unknown in aimed)
        {
            var (near, beyond, lower, upper) = columns[unknown];
            near.SetBounds(lower, upper);
            beyond.SetBounds(0, 0);
            objective.SetCoefficient(near, 0);
        }

        aimed.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();
}
