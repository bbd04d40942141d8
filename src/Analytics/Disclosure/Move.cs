using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>The change of one quantity in a linear program: up − down + aimed.</summary>
/// <remarks>
/// Aiming rewards each unit towards the wanted distance and nothing beyond; a step the other way costs as much, which keeps the reward concave and so
/// within reach of a linear program.
/// </remarks>
sealed class Move
{
    readonly Objective objective;
    readonly List<(Constraint Row, double Factor)> rows = [];
    readonly double room;
    readonly double cap;
    double cost;

    /// <param name="solver">The program.</param>
    /// <param name="room">How far the quantity may fall.</param>
    /// <param name="cap">How far it may move at all.</param>
    public Move(Solver solver, double room, double cap)
    {
        this.room = Math.Min(room, cap);
        this.cap = cap;
        objective = solver.Objective();
        Up = solver.MakeNumVar(0, cap, string.Empty);
        Down = solver.MakeNumVar(0, this.room, string.Empty);
    }

    /// <summary>Rise.</summary>
    public Variable Up { get; }

    /// <summary>Fall.</summary>
    public Variable Down { get; }

    /// <summary>The rewarded part; there once the quantity has been aimed at.</summary>
    public Variable? Aimed { get; private set; }

    /// <summary>How far the quantity may fall.</summary>
    public double Room => room;

    /// <summary>The change in the last solution.</summary>
    public double Value => Up.SolutionValue() - Down.SolutionValue() + (Aimed?.SolutionValue() ?? 0);

    /// <summary>Puts the quantity in a row.</summary>
    public void In(Constraint row, double factor)
    {
        row.SetCoefficient(Up, factor);
        row.SetCoefficient(Down, -factor);
        if (Aimed is not null)
        {
            row.SetCoefficient(Aimed, factor);
        }

        rows.Add((row, factor));
    }

    /// <summary>Sets what a unit of change costs.</summary>
    public void Cost(double perUnit)
    {
        cost = perUnit;
        objective.SetCoefficient(Up, perUnit);
        objective.SetCoefficient(Down, perUnit);
    }

    /// <summary>Rewards, or with <paramref name="force"/> demands, a change of <paramref name="distance"/>: above 0 a rise, below 0 a fall.</summary>
    public void Aim(Solver solver, double distance, double reward, bool force)
    {
        if (Aimed is null)
        {
            Aimed = solver.MakeNumVar(0, 0, string.Empty);
            foreach (var (row, factor) in rows)
            {
                row.SetCoefficient(Aimed, factor);
            }
        }

        var rises = distance > 0;
        Aimed.SetBounds(rises ? force ? distance : 0 : Math.Max(distance, -room), rises ? Math.Min(distance, cap) : force ? distance : 0);
        objective.SetCoefficient(Aimed, rises ? -reward : reward);
        objective.SetCoefficient(rises ? Down : Up, cost + reward);
        if (rises)
        {
            Up.SetUb(Math.Max(0, cap - distance));
        }
        else
        {
            Down.SetUb(Math.Max(0, room + distance));
        }

        if (force)
        {
            (rises ? Down : Up).SetUb(0);
        }
    }

    /// <summary>Ends aiming.</summary>
    public void Rest()
    {
        Aimed?.SetBounds(0, 0);
        Up.SetUb(cap);
        Down.SetUb(room);
        Cost(cost);
    }
}
