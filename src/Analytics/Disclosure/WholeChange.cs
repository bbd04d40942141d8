using Google.OrTools.Sat;

namespace Analytics.Disclosure;

/// <summary>Integer program over the changes of one part: for the rare cells that linear programs move by halves only.</summary>
static class WholeChange
{
    /// <summary>The change that moves a cell farthest, or null where none was found.</summary>
    /// <param name="part">The cells.</param>
    /// <param name="room">How far each can move.</param>
    /// <param name="place">The cell, by its place in the part.</param>
    /// <param name="rises">Up, or down.</param>
    /// <param name="held">Cells that must not move.</param>
    /// <param name="reach">How far each may move at all.</param>
    public static Change? Farthest(UnknownPart part, Room[] room, int place, bool rises, int[] held, long reach)
    {
        var model = new CpModel();
        var moves = room.Select((x, i) => held.Contains(i) ? model.NewConstant(0) : model.NewIntVar(-Math.Min(x.Fall, reach), Math.Min(x.Rise, reach), string.Empty)).ToArray();
        var places = ChangeProgram.Places(part);
        foreach (var relation in part.Relations)
        {
            var parts = LinearExpr.Sum(relation.Parts.Where(places.ContainsKey).Select(cell => moves[places[cell]]));
            model.Add(places.TryGetValue(relation.Total, out var total) ? parts == moves[total] : parts == 0);
        }

        model.Maximize(rises ? moves[place] : -moves[place]);
        var solver = new CpSolver { StringParameters = "num_workers:1 random_seed:1 max_deterministic_time:2" };
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        var moved = Enumerable.Range(0, moves.Length).Where(i => solver.Value(moves[i]) != 0).ToArray();
        return new([.. moved.Select(i => part.Cells[i])], [.. moved.Select(i => solver.Value(moves[i]))]);
    }
}
