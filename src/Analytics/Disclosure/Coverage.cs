namespace Analytics.Disclosure;

/// <summary>Which counts are covered by witnesses, and how to cover more with the solutions of a program.</summary>
sealed class Coverage(WithheldCounts counts)
{
    const double SmallReward = 1e-2;
    const int MostRounds = 40;

    static readonly Quantity[] Quantities = [Quantity.Base, Quantity.Cases, Quantity.Complement];

    readonly Leeway leeway = new(counts.System.CellCount);

    /// <summary>All witnesses found.</summary>
    public List<Witness> Witnesses { get; } = [];

    /// <summary>Unpublished counts that a reader knows exactly and that are not small.</summary>
    public HashSet<(Quantity, int)> Harmless { get; } = [];

    double Width => counts.Parameters.Width;

    /// <summary>Whether nothing is left to cover.</summary>
    public bool IsComplete => !Uncovered().Any();

    /// <summary>The counts that need a witness.</summary>
    public IEnumerable<(Quantity Quantity, int Cell)> Uncovered() =>
        from cell in counts.System.Cells
        from quantity in Quantities
        where counts.IsTarget(quantity, cell) && !IsCovered(quantity, cell) && !Harmless.Contains((quantity, cell))
        select (quantity, cell);

    /// <summary>Whether witnesses leave a count an interval of the required width.</summary>
    public bool IsCovered(Quantity quantity, int cell) => leeway.Reaches(quantity, cell, Width);

    /// <summary>Solves for as many uncovered counts at once as a reward carries, again and again until rounds in a row cover none.</summary>
    /// <remarks>Directions and rewards are drawn anew each round, so that what cannot be moved together takes turns; the draw is fixed by place and round.</remarks>
    public void CoverManyAtOnce(MoveProgram program, double reward, int patience)
    {
        var misses = 0;
        program.Price();
        var left = Uncovered().ToList();
        for (var round = 0; round < MostRounds && left.Count > 0; round++)
        {
            foreach (var (quantity, cell) in left)
            {
                if (Distance(program, quantity, cell, prefersFall: (Hash(counts.System.Position(cell), round) & 1) == 0) is var distance and not 0)
                {
                    program.Aim(quantity, cell, distance, reward * (1 + (Hash(counts.System.Position(cell), round + 100) % 64 / 8.0)), force: false);
                }
            }

            var solved = program.Solve();
            if (solved)
            {
                Take(Witness.Of(program, counts));
            }

            program.Rest();
            var covered = left.Count(target => IsCovered(target.Quantity, target.Cell));
            misses = covered > 0 ? 0 : misses + 1;
            if (misses > patience)
            {
                return;
            }

            program.Price();
            left = [.. Uncovered()];
        }
    }

    static uint Hash(int position, int round) => (((uint)position * 2654435761u) ^ ((uint)round * 40503u * 2246822519u)) * 3266489917u >> 15;

    /// <summary>The cheapest witness for a count; null where there is none.</summary>
    public Witness? Cheapest(MoveProgram program, Quantity quantity, int cell)
    {
        program.Price();
        (Witness Witness, double Cost)? best = null;
        foreach (var falls in (ReadOnlySpan<bool>)[false, true])
        {
            var distance = Distance(program, quantity, cell, falls);
            if (distance == 0 || (distance < 0) != falls)
            {
                continue;
            }

            program.Aim(quantity, cell, distance, SmallReward, force: true);
            if (program.Solve() && (best is null || program.Cost < best.Value.Cost - 1e-6))
            {
                best = (Witness.Of(program, counts), program.Cost);
            }

            program.Rest();
        }

        return best?.Witness;
    }

    /// <summary>The change that gives a quantity its width together with the leeway it has: above 0 a rise, below 0 a fall, 0 when it cannot move.</summary>
    public double Distance(MoveProgram program, Quantity quantity, int cell, bool prefersFall)
    {
        if (program[quantity, cell] is not { } move)
        {
            return 0;
        }

        var fall = Width - leeway.Rise(quantity, cell);
        return prefersFall && move.Room >= fall ? -fall : Width - leeway.Fall(quantity, cell);
    }

    /// <summary>Takes a witness in and withholds what it needs.</summary>
    public void Take(Witness witness)
    {
        Witnesses.Add(witness);
        leeway.Add(witness);
        foreach (var (cell, most) in witness.Hides)
        {
            counts.Visibility[cell] = (Visibility)Math.Max((int)counts.Visibility[cell], (int)most);
        }
    }
}
