namespace Analytics.Disclosure;

/// <summary>Takes back what was withheld for witnesses that are no longer needed.</summary>
sealed class Thrift(WithheldCounts counts, List<Witness> witnesses, IReadOnlySet<(Quantity Quantity, int Cell)> harmless)
{
    /// <summary>Goes through the secondary cells, dearest first, and shows each whose witnesses the others can replace.</summary>
    public void Prune()
    {
        var secondary = counts.System.Cells
            .Where(cell => counts.Visibility[cell] > counts.Primary[cell])
            .OrderByDescending(cell => counts.Visibility[cell] == Visibility.BaseWithheld ? counts.Base[cell] : counts.Cases[cell])
            .ToList();
        foreach (var cell in secondary)
        {
            var kept = witnesses.Where(witness => !witness.Hides.Any(hide => hide.Cell == cell && hide.Most > counts.Primary[cell])).ToList();
            if (kept.Count < witnesses.Count)
            {
                TryWith(kept);
            }
        }
    }

    /// <summary>Keeps only these witnesses if they are enough for what is then withheld.</summary>
    void TryWith(List<Witness> kept)
    {
        var before = counts.Visibility.ToArray();
        counts.Primary.ToArray().CopyTo(counts.Visibility, 0);
        var leeway = new Leeway(counts.System.CellCount);
        foreach (var witness in kept)
        {
            leeway.Add(witness);
            foreach (var (cell, most) in witness.Hides)
            {
                counts.Visibility[cell] = (Visibility)Math.Max((int)counts.Visibility[cell], (int)most);
            }
        }

        if (counts.System.Cells.All(cell => IsSafe(cell, leeway)))
        {
            witnesses.Clear();
            witnesses.AddRange(kept);
        }
        else
        {
            before.CopyTo(counts.Visibility, 0);
        }
    }

    bool IsSafe(int cell, Leeway leeway) =>
        IsSafe(Quantity.Base, cell, leeway) && IsSafe(Quantity.Cases, cell, leeway) && IsSafe(Quantity.Complement, cell, leeway);

    bool IsSafe(Quantity quantity, int cell, Leeway leeway) =>
        !counts.IsTarget(quantity, cell) || leeway.Reaches(quantity, cell, counts.Parameters.Width) || harmless.Contains((quantity, cell));
}
