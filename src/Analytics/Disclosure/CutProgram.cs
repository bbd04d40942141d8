using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>Says which other cells could have protected a cell that a pattern leaves unprotected: a rule that the pattern breaks.</summary>
/// <remarks>
/// Cutting planes of Fischetti and Salazar (2001), Management Science 47: 1008–1027, from the duals of the linear program that moves the cell as far as it
/// goes. Cells that are shown may move by next to nothing, which makes the duals those that ask most of them.
/// </remarks>
sealed class CutProgram : IDisposable
{
    const double Reach = 1000;
    const double Trace = 1e-4;
    const double Negligible = 1e-7;
    const double Blur = 1e-5;
    const long Scale = 12;

    readonly HidingTask task;
    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly List<Constraint> rows = [];
    readonly List<int> cells = [];
    readonly List<Variable> moves = [];
    readonly List<List<(int Row, double Factor)>> columns = [];
    readonly Dictionary<int, int> places = [];

    /// <param name="task">What is protected.</param>
    /// <param name="part">The withheld cells that hang together with the unprotected one.</param>
    /// <param name="withheld">The pattern.</param>
    public CutProgram(HidingTask task, UnknownPart part, bool[] withheld)
    {
        this.task = task;
        solver.Objective().SetMaximization();
        foreach (var relation in part.Relations)
        {
            rows.Add(solver.MakeConstraint(0, 0, string.Empty));
            Put(relation.Total, -1, withheld);
            foreach (var cell in relation.Parts)
            {
                Put(cell, 1, withheld);
            }
        }
    }

    /// <summary>The rule, or null where the program finds no fault with the pattern.</summary>
    /// <param name="cell">The unprotected cell.</param>
    /// <param name="held">A cell that is known to its only person, or −1.</param>
    public HidingRule? Cut(int cell, int held)
    {
        var need = held < 0 ? task.Need[cell] : 1;
        var least = (double)need;
        var weights = new SortedDictionary<int, double>();
        var still = held < 0 ? [] : task.KnownTo(held).Where(places.ContainsKey).Select(x => (Cell: x, Move: moves[places[x]])).ToArray();
        var bounds = still.Select(x => (x.Move.Lb(), x.Move.Ub())).ToArray();
        foreach (var (_, move) in still)
        {
            move.SetBounds(0, 0);
        }

        var range = 0.0;
        foreach (var sign in (ReadOnlySpan<int>)[1, -1])
        {
            range += Farthest(cell, [.. still.Select(x => x.Cell)], sign, weights, ref least);
        }

        foreach (var ((_, move), (lowest, highest)) in still.Zip(bounds))
        {
            move.SetBounds(lowest, highest);
        }

        if (range > need - 0.1 || least <= Negligible)
        {
            return null;
        }

        var others = weights.Where(x => x.Value > Negligible).ToArray();
        return new(cell, [.. others.Select(x => x.Key)], [.. others.Select(x => (long)Math.Ceiling((Scale * Math.Min(1, x.Value / least)) - Blur))], Scale);
    }

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    double Farthest(int cell, int[] held, int sign, SortedDictionary<int, double> weights, ref double least)
    {
        solver.Objective().Clear();
        solver.Objective().SetMaximization();
        solver.Objective().SetCoefficient(moves[places[cell]], sign);
        solver.Solve();
        var duals = rows.Select(row => row.DualValue()).ToArray();
        for (var i = 0; i < cells.Count; i++)
        {
            var reduced = cells[i] == cell ? sign : 0.0;
            foreach (var (row, factor) in columns[i])
            {
                reduced -= factor * duals[row];
            }

            var room = task.Room(cells[i]);
            var gain = reduced > Negligible ? reduced * Math.Min(room.Rise, Reach * Reach) : reduced < -Negligible ? -reduced * room.Fall : 0;
            if (cells[i] == cell)
            {
                least -= gain;
            }
            else if (!held.Contains(cells[i]) && gain > 0)
            {
                weights[cells[i]] = weights.GetValueOrDefault(cells[i]) + gain;
            }
        }

        return Math.Abs(moves[places[cell]].SolutionValue());
    }

    void Put(int cell, double factor, bool[] withheld)
    {
        if (task.Known[cell])
        {
            return;
        }

        if (!places.TryGetValue(cell, out var place))
        {
            place = moves.Count;
            places.Add(cell, place);
            cells.Add(cell);
            columns.Add([]);
            var share = withheld[cell] ? 1 : Trace;
            var (fall, rise) = task.Room(cell);
            moves.Add(solver.MakeNumVar(-share * Math.Min(Reach, fall), share * Math.Min(withheld[cell] ? Reach : Math.Max(10, task.Table[cell]), rise), string.Empty));
        }

        rows[^1].SetCoefficient(moves[place], factor);
        columns[place].Add((rows.Count - 1, factor));
    }
}
