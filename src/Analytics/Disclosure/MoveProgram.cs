using Analytics.Catalogue;
using Google.OrTools.LinearSolver;

namespace Analytics.Disclosure;

/// <summary>The cheapest change of a table that a reader could not tell from the truth, as a linear program.</summary>
/// <remarks>
/// Columns are changes of base, cases and (where it can matter) complement. Every relation holds for the changes, and no count falls below what a
/// reader knows: 0, and 1 where zeros would be shown. Withheld cells move free of charge, others at the cost of hiding them: the count hidden, ten times dearer
/// for a total of ages or areas, three times for a total of sexes.
/// </remarks>
sealed class MoveProgram : IDisposable
{
    /// <summary>Without preprocessing the simplex starts from the last basis, which a changed objective leaves nearly right.</summary>
    public const string SolverParameters = "use_preprocessing:false use_dual_simplex:true";

    const double Unit = 1e-3;
    const double DearestUnit = 1e5;

    readonly Solver solver = Solver.CreateSolver("GLOP");
    readonly WithheldCounts counts;
    readonly double cap;
    readonly MoveScope scope;
    readonly Move?[][] moves;
    readonly List<Move> aimed = [];

    /// <param name="counts">The table and what is withheld of it.</param>
    /// <param name="cap">Largest change of a count.</param>
    /// <param name="scope">What may change.</param>
    public MoveProgram(WithheldCounts counts, double cap, MoveScope scope)
    {
        this.counts = counts;
        this.scope = scope;
        this.cap = cap;
        moves = [new Move?[counts.System.CellCount], new Move?[counts.System.CellCount], new Move?[counts.System.CellCount]];
        solver.SetSolverSpecificParametersAsString(SolverParameters);
        foreach (var cell in counts.System.Cells)
        {
            AddCell(cell);
        }

        foreach (var relation in counts.System.Relations.Where(relation => !relation.Implied))
        {
            AddRelation(relation, moves[(int)Quantity.Base]);
            AddRelation(relation, moves[(int)Quantity.Cases]);
        }

        solver.Objective().SetMinimization();
    }

    /// <summary>Cells of the program, in the order of the system.</summary>
    public List<int> Cells { get; } = [];

    /// <summary>The move of a quantity; null where it stands still.</summary>
    public Move? this[Quantity quantity, int cell] => moves[(int)quantity][cell] ?? (quantity == Quantity.Complement ? AddComplement(cell) : null);

    /// <summary>The change of a base or of cases in the last solution.</summary>
    public double Change(Quantity quantity, int cell) => moves[(int)quantity][cell]?.Value ?? 0;

    /// <summary>Sets the cost of every move by what is withheld now.</summary>
    public void Price()
    {
        foreach (var cell in Cells)
        {
            var visibility = counts.Visibility[cell];
            var hidesBase = AdditiveSystem.IsUnpublished(cell) || visibility == Visibility.BaseWithheld ? Unit : UnitCost(cell, counts.Base[cell]);
            var hidesCases = AdditiveSystem.IsUnpublished(cell) || visibility != Visibility.Shown ? Unit
                : counts.IsShownZero(cell) ? hidesBase : UnitCost(cell, counts.IsMean ? counts.Base[cell] / 4 : counts.Cases[cell]);
            moves[(int)Quantity.Base][cell]?.Cost(hidesBase);
            moves[(int)Quantity.Cases][cell]?.Cost(hidesCases);
        }
    }

    /// <summary>Rewards a change of a quantity; see <see cref="Move.Aim"/>.</summary>
    public void Aim(Quantity quantity, int cell, double distance, double reward, bool force)
    {
        var move = this[quantity, cell]!;
        move.Aim(solver, distance, reward, force);
        aimed.Add(move);
    }

    /// <summary>Ends all aims.</summary>
    public void Rest()
    {
        aimed.ForEach(move => move.Rest());
        aimed.Clear();
    }

    /// <summary>Solves; false where no such change exists.</summary>
    public bool Solve() => solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;

    /// <summary>Cost of the last solution.</summary>
    public double Cost => solver.Objective().Value();

    /// <inheritdoc/>
    public void Dispose() => solver.Dispose();

    void AddCell(int cell)
    {
        var spare = counts.HasComplement ? counts.Complement(cell) : double.PositiveInfinity;
        if (MayChange(Quantity.Base, cell))
        {
            var room = counts.Base[cell] - counts.Least(Quantity.Base, cell);
            moves[(int)Quantity.Base][cell] = new(solver, scope == MoveScope.Bases ? Math.Min(room, spare) : room, cap);
        }

        if (MayChange(Quantity.Cases, cell))
        {
            var room = counts.IsMean ? cap : counts.Cases[cell] - counts.Least(Quantity.Cases, cell);
            moves[(int)Quantity.Cases][cell] = new(solver, room, scope == MoveScope.Cases ? Math.Min(cap, spare) : cap);
        }

        if (moves[(int)Quantity.Base][cell] is not null || moves[(int)Quantity.Cases][cell] is not null)
        {
            Cells.Add(cell);
            if (spare < 2 * cap)
            {
                AddComplement(cell);
            }
        }
    }

    bool MayChange(Quantity quantity, int cell) =>
        counts.CanMove(quantity, cell)
        && scope switch
        {
            MoveScope.Bases => quantity == Quantity.Base,
            MoveScope.Cases => quantity == Quantity.Cases,
            MoveScope.Withheld => counts.IsHidden(quantity, cell),
            _ => true,
        };

    void AddRelation(Relation relation, Move?[] of)
    {
        if (of[relation.Total] is null && relation.Parts.All(part => of[part] is null))
        {
            return;
        }

        var row = solver.MakeConstraint(0, 0, string.Empty);
        of[relation.Total]?.In(row, -1);
        foreach (var part in relation.Parts)
        {
            of[part]?.In(row, 1);
        }
    }

    Move? AddComplement(int cell)
    {
        var people = moves[(int)Quantity.Base][cell];
        var cases = moves[(int)Quantity.Cases][cell];
        if (scope is MoveScope.Bases or MoveScope.Cases || (people is null && cases is null))
        {
            return null;
        }

        var row = solver.MakeConstraint(0, 0, string.Empty);
        people?.In(row, 1);
        cases?.In(row, -1);
        var move = new Move(solver, counts.Complement(cell), 2 * cap);
        move.In(row, -1);
        moves[(int)Quantity.Complement][cell] = move;
        return move;
    }

    double UnitCost(int cell, long count)
    {
        var (area, band, sex) = counts.System.Place(cell);
        var layout = counts.System.Layout;
        var dear = (sex == Sex.T && counts.System.Sexes.Count > 1 ? 3.0 : 1) * (counts.System.IsPartition(band) ? 1 : 10) * (layout.AreaChildren[area].Count == 0 ? 1 : 10);
        var weight = counts.Parameters.Weights switch
        {
            SuppressionWeights.Cells => 100,
            SuppressionWeights.Log => 10 + (100 * Math.Log(count + 1)),
            _ => (double)(count + 1),
        };
        return Math.Min(DearestUnit, dear * weight / 10);
    }
}
