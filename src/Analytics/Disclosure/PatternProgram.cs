using Google.OrTools.Sat;

namespace Analytics.Disclosure;

/// <summary>Integer program for the cheapest pattern that keeps to all rules known so far.</summary>
/// <remarks>One worker and a budget of counted steps instead of seconds: the same rules give the same pattern on every machine.</remarks>
sealed class PatternProgram
{
    /// <summary>These programs have strong linear relaxations and are small: little is gained by preparing them.</summary>
    const string Parameters = "num_workers:1 random_seed:1 linearization_level:2 symmetry_level:0 cp_model_probing_level:0 max_presolve_iterations:1 use_feasibility_pump:false";

    readonly CpModel model = new();
    readonly HidingTask task;
    readonly BoolVar?[] hidden;

    public PatternProgram(HidingTask task)
    {
        this.task = task;
        hidden = new BoolVar?[task.Table.Count];
        var costs = new List<long>();
        var open = new List<BoolVar>();
        for (var cell = 0; cell < hidden.Length; cell++)
        {
            if (!task.Known[cell] && !task.Fixed[cell])
            {
                hidden[cell] = model.NewBoolVar(string.Empty);
                open.Add(hidden[cell]!);
                costs.Add(task.Costs[cell]);
            }
        }

        model.Minimize(LinearExpr.WeightedSum(open, costs));
    }

    /// <summary>What any pattern that keeps to the rules costs at least.</summary>
    public double LowerBound { get; private set; }

    /// <summary>Counted steps used so far.</summary>
    public double Effort { get; private set; }

    /// <summary>Adds a rule.</summary>
    public void Add(HidingRule rule)
    {
        var least = rule.Least;
        var terms = new List<BoolVar>();
        var weights = new List<long>();
        for (var i = 0; i < rule.Cells.Length; i++)
        {
            if (hidden[rule.Cells[i]] is { } variable)
            {
                if (rule.Weights[i] > 0)
                {
                    terms.Add(variable);
                    weights.Add(rule.Weights[i]);
                }
            }
            else if (task.Fixed[rule.Cells[i]])
            {
                least -= rule.Weights[i];
            }
        }

        if (least <= 0)
        {
            return;
        }

        for (var i = 0; i < weights.Count; i++)
        {
            weights[i] = Math.Min(weights[i], least);
        }

        var sum = LinearExpr.WeightedSum(terms, weights);
        model.Add(hidden[rule.Cell] is { } itself ? sum >= least * itself : sum >= least);
    }

    /// <summary>The cheapest pattern found within the budget, or null where none was.</summary>
    /// <param name="gap">How far above the least the pattern may be, as a fraction.</param>
    /// <param name="budget">Counted steps, about seconds.</param>
    public bool[]? Solve(double gap, double budget)
    {
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"{Parameters} relative_gap_limit:{gap:0.####} max_deterministic_time:{budget:0.###}") };
        var status = solver.Solve(model);
        Effort += solver.Response!.DeterministicTime;
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        LowerBound = Math.Max(LowerBound, solver.BestObjectiveBound);
        return [.. hidden.Select((variable, cell) => variable is null ? task.Fixed[cell] : solver.BooleanValue(variable))];
    }
}
