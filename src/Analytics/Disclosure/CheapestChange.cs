using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>Linear program for the change that moves a cell as far as it must and costs least to make possible: shown cells that move must be hidden.</summary>
sealed class CheapestChange : IDisposable
{
    readonly HidingTask task;
    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly (Variable Up, Variable Down)?[] moves;

    public CheapestChange(HidingTask task, bool[] withheld)
    {
        this.task = task;
        moves = new (Variable, Variable)?[task.Table.Count];
        var reach = 8.0 * Math.Max(1, task.Options.Width);
        for (var cell = 0; cell < moves.Length; cell++)
        {
            if (!task.Known[cell])
            {
                moves[cell] = (solver.MakeNumVar(0, Math.Min(reach, task.Room(cell).Rise), string.Empty), solver.MakeNumVar(0, Math.Min(reach, task.Room(cell).Fall), string.Empty));
            }
        }

        foreach (var relation in task.Table.Relations.Where(relation => !relation.Implied))
        {
            var row = solver.MakeConstraint(0, 0, string.Empty);
            Put(row, relation.Total, -1);
            foreach (var part in relation.Parts)
            {
                Put(row, part, 1);
            }
        }

        solver.Objective().SetMinimization();
        for (var cell = 0; cell < moves.Length; cell++)
        {
            Price(cell, withheld[cell] ? 0 : task.Costs[cell]);
        }
    }

    /// <summary>The shown cells to hide so that a cell can move, or null where nothing is enough.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="held">A cell that must not move, or −1.</param>
    /// <param name="withheld">The pattern.</param>
    public IReadOnlyList<int>? Find(int cell, int held, bool[] withheld)
    {
        var need = held < 0 ? task.Need[cell] : 1;
        for (var fall = Math.Max(0, need - task.Room(cell).Rise); fall <= Math.Min(need, task.Room(cell).Fall); fall++)
        {
            var found = new SortedSet<int>();
            if ((need == fall || Move(cell, need - fall, held, withheld, found)) && (fall == 0 || Move(cell, -fall, held, withheld, found)))
            {
                return [.. found];
            }
        }

        return null;
    }

    /// <summary>Tells that a cell has been hidden: it moves free of charge now.</summary>
    public void Hide(int cell) => Price(cell, 0);

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    bool Move(int cell, double distance, int held, bool[] withheld, SortedSet<int> found)
    {
        var (up, down) = moves[cell]!.Value;
        var (highest, deepest) = (up.Ub(), down.Ub());
        up.SetBounds(Math.Max(0, distance), Math.Max(0, distance));
        down.SetBounds(Math.Max(0, -distance), Math.Max(0, -distance));
        var still = held < 0 ? [] : task.KnownTo(held).Select(x => (Cell: x, Up: moves[x]!.Value.Up.Ub(), Down: moves[x]!.Value.Down.Ub())).ToArray();
        Array.ForEach(still, x => Hold(x.Cell, 0, 0));
        var solved = solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        for (var other = 0; solved && other < moves.Length; other++)
        {
            if (!withheld[other] && moves[other] is { } move && Math.Abs(move.Up.SolutionValue() - move.Down.SolutionValue()) > 1e-6)
            {
                found.Add(other);
            }
        }

        Array.ForEach(still, x => Hold(x.Cell, x.Up, x.Down));
        up.SetBounds(0, highest);
        down.SetBounds(0, deepest);
        return solved;
    }

    void Hold(int cell, double up, double down)
    {
        moves[cell]!.Value.Up.SetUb(up);
        moves[cell]!.Value.Down.SetUb(down);
    }

    void Price(int cell, double perUnit)
    {
        if (moves[cell] is { } move)
        {
            solver.Objective().SetCoefficient(move.Up, perUnit);
            solver.Objective().SetCoefficient(move.Down, perUnit);
        }
    }

    void Put(Constraint row, int cell, double factor)
    {
        if (moves[cell] is { } move)
        {
            row.SetCoefficient(move.Up, factor);
            row.SetCoefficient(move.Down, -factor);
        }
    }
}
