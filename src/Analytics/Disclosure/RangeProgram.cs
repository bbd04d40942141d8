using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>Linear program over all tables that agree with what a reader sees of one part: how small and how large each of its counts can be.</summary>
sealed class RangeProgram : IDisposable
{
    /// <summary>Linear programs end this near their bounds.</summary>
    const double Tolerance = 1e-4;

    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly Objective objective;
    readonly Variable[] counts;
    readonly double[] least;
    readonly double[] most;

    /// <param name="view">What the reader sees.</param>
    /// <param name="part">The cells.</param>
    public RangeProgram(ReaderView view, UnknownPart part)
    {
        solver.SetSolverSpecificParametersAsString("use_preprocessing:false");
        objective = solver.Objective();
        counts = [.. part.Cells.Select(cell => solver.MakeNumVar(Bound(view.Floor(cell)), Bound(view.Ceiling(cell)), string.Empty))];
        least = [.. counts.Select(_ => double.PositiveInfinity)];
        most = [.. counts.Select(_ => double.NegativeInfinity)];
        var places = ChangeProgram.Places(part);
        foreach (var relation in part.Relations)
        {
            var row = solver.MakeConstraint(0, 0, string.Empty);
            var known = 0L;
            Put(relation.Total, -1);
            foreach (var cell in relation.Parts)
            {
                Put(cell, 1);
            }

            row.SetBounds(-known, -known);

            void Put(int cell, int sign)
            {
                if (view[cell] is { } count)
                {
                    known += sign * count;
                }
                else
                {
                    row.SetCoefficient(counts[places[cell]], sign);
                }
            }
        }
    }

    /// <summary>The smallest and largest whole count that a cell of the part can have; null where nothing limits it.</summary>
    /// <param name="place">Where the cell stands in the part.</param>
    /// <param name="lower">A count that it cannot be below.</param>
    /// <param name="upper">A count that it cannot be above.</param>
    /// <exception cref="InvalidDataException">No table agrees with what is shown.</exception>
    public (long? Lower, long? Upper) Range(int place, double lower, double upper)
    {
        // A bound that some table has been seen to reach needs no program of its own.
        if (!(least[place] <= lower + Tolerance))
        {
            Solve(place, rises: false);
        }

        if (!(most[place] >= upper - Tolerance))
        {
            Solve(place, rises: true);
        }

        return (double.IsInfinity(least[place]) ? null : (long)Math.Ceiling(least[place] - Tolerance), double.IsInfinity(most[place]) ? null : (long)Math.Floor(most[place] + Tolerance));
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    void Solve(int place, bool rises)
    {
        objective.SetCoefficient(counts[place], 1);
        objective.SetOptimizationDirection(rises);
        switch (solver.Solve())
        {
            case Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE:
                See();
                break;
            case Solver.ResultStatus.UNBOUNDED:
                (rises ? ref most[place] : ref least[place]) = rises ? double.PositiveInfinity : double.NegativeInfinity;
                break;
            default:
                throw new InvalidDataException("No table agrees with the published figures.");
        }

        // Only now: a changed program has no solution.
        objective.SetCoefficient(counts[place], 0);
    }

    void See()
    {
        for (var i = 0; i < counts.Length; i++)
        {
            var value = counts[i].SolutionValue();
            (least[i], most[i]) = (Math.Min(least[i], value), Math.Max(most[i], value));
        }
    }

    static double Bound(long count) => Math.Abs(count) >= Room.Boundless ? Math.CopySign(double.PositiveInfinity, count) : count;
}
