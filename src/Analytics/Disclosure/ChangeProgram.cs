using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>Linear program over all changes of the unknown cells of one part, away from one table that agrees with what is shown.</summary>
sealed class ChangeProgram : IDisposable
{
    const double Integral = 1e-6;

    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly Objective objective;
    readonly UnknownPart part;
    readonly Variable[] moves;
    readonly Room[] room;
    readonly double[] moved;
    double reach;

    /// <param name="part">The cells.</param>
    /// <param name="room">How far each can move, in the order of the part's cells.</param>
    /// <param name="reach">How far each may move at all.</param>
    public ChangeProgram(UnknownPart part, Room[] room, double reach)
    {
        this.part = part;
        this.room = room;
        this.reach = reach;
        moved = new double[room.Length];
        solver.SetSolverSpecificParametersAsString("use_preprocessing:false");
        objective = solver.Objective();
        objective.SetMaximization();
        moves = [.. room.Select(x => solver.MakeNumVar(-Math.Min(x.Fall, reach), Math.Min(x.Rise, reach), string.Empty))];
        var place = Places(part);
        foreach (var relation in part.Relations)
        {
            var row = solver.MakeConstraint(0, 0, string.Empty);
            if (place.TryGetValue(relation.Total, out var total))
            {
                row.SetCoefficient(moves[total], -1);
            }

            foreach (var cell in relation.Parts)
            {
                if (place.TryGetValue(cell, out var i))
                {
                    row.SetCoefficient(moves[i], 1);
                }
            }
        }
    }

    /// <summary>Rewards the rise of a cell by <paramref name="reward"/> a unit; below 0 its fall.</summary>
    public void Aim(int place, double reward) => objective.SetCoefficient(moves[place], reward);

    /// <summary>Holds a cell still, or lets it go.</summary>
    public void Hold(int place, bool still) => moves[place].SetBounds(still ? 0 : -Math.Min(room[place].Fall, reach), still ? 0 : Math.Min(room[place].Rise, reach));

    /// <summary>Lets every cell move farther.</summary>
    public void Extend(double farther)
    {
        reach = farther;
        for (var place = 0; place < moves.Length; place++)
        {
            Hold(place, false);
        }
    }

    /// <summary>Solves and ends all aims. The change, or null where it is not of whole numbers.</summary>
    public Change? Solve()
    {
        if (solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            throw new InvalidOperationException("The linear program of changes, which always holds the change of nothing, was not solved.");
        }

        for (var i = 0; i < moves.Length; i++)
        {
            moved[i] = moves[i].SolutionValue();
        }

        objective.Clear();
        objective.SetMaximization();
        return Whole();
    }

    /// <summary>What a cell moved by in the last solution.</summary>
    public double Moved(int place) => moved[place];

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    /// <summary>Where each cell of a part stands.</summary>
    public static Dictionary<int, int> Places(UnknownPart part)
    {
        var place = new Dictionary<int, int>(part.Cells.Length);
        for (var i = 0; i < part.Cells.Length; i++)
        {
            place.Add(part.Cells[i], i);
        }

        return place;
    }

    Change? Whole()
    {
        var cells = new List<int>();
        var steps = new List<long>();
        for (var i = 0; i < moves.Length; i++)
        {
            var step = Math.Round(moved[i]);
            if (Math.Abs(moved[i] - step) > Integral)
            {
                return null;
            }

            if (step != 0)
            {
                cells.Add(part.Cells[i]);
                steps.Add((long)step);
            }
        }

        return new([.. cells], [.. steps]);
    }
}
