namespace Analytics.Disclosure;

/// <summary>A change of the table that a reader could not tell from the truth, and the cells that must be withheld for that.</summary>
/// <param name="Changes">Changes of base, cases or complement that are not 0.</param>
/// <param name="Hides">What each changed published cell may show at most.</param>
sealed record Witness(IReadOnlyList<(Quantity Quantity, int Cell, double Change)> Changes, IReadOnlyList<(int Cell, Visibility Most)> Hides)
{
    const double Nothing = 1e-6;

    /// <summary>The witness in the last solution of a program.</summary>
    public static Witness Of(MoveProgram program, WithheldCounts counts)
    {
        var changes = new List<(Quantity, int, double)>();
        var hides = new List<(int, Visibility)>();
        foreach (var cell in program.Cells)
        {
            var people = program.Change(Quantity.Base, cell);
            var cases = program.Change(Quantity.Cases, cell);
            Add(Quantity.Base, cell, people);
            Add(Quantity.Cases, cell, cases);
            if (counts.HasComplement)
            {
                Add(Quantity.Complement, cell, people - cases);
            }

            if (!AdditiveSystem.IsUnpublished(cell) && (Math.Abs(people) > Nothing || Math.Abs(cases) > Nothing))
            {
                var noCases = !counts.IsMean && Math.Abs(cases) > Nothing && (counts.Cases[cell] == 0 || counts.Cases[cell] + cases < 1 - Nothing);
                hides.Add((cell, Math.Abs(people) > Nothing || noCases ? Visibility.BaseWithheld : Visibility.CasesWithheld));
            }
        }

        return new(changes, hides);

        void Add(Quantity quantity, int cell, double change)
        {
            if (Math.Abs(change) > Nothing)
            {
                changes.Add((quantity, cell, change));
            }
        }
    }
}
