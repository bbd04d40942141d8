namespace Analytics.Disclosure;

/// <summary>A withheld cell that a pattern leaves open.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Held">The lone cell whose person learns it, or −1 where any reader does.</param>
/// <param name="Part">The withheld cells that hang together with it.</param>
readonly record struct OpenCell(int Cell, int Held, UnknownPart Part);

/// <summary>Looks patterns through for cells that a reader, or the only person in another cell, could tell.</summary>
sealed class PatternCheck(HidingTask task)
{
    readonly Dictionary<string, IReadOnlyList<OpenCell>> seen = [];

    /// <summary>All cells that a pattern leaves open.</summary>
    public IReadOnlyList<OpenCell> Run(bool[] withheld)
    {
        var open = new List<OpenCell>();
        foreach (var part in UnknownPart.Of(task.Table.Relations, withheld))
        {
            open.AddRange(Run(part));
        }

        return open;
    }

    IReadOnlyList<OpenCell> Run(UnknownPart part)
    {
        var need = Array.ConvertAll(part.Cells, cell => task.Need[cell]);
        if (need.All(width => width == 0))
        {
            return [];
        }

        var key = string.Join(',', part.Cells) + ';' + string.Join(',', need);
        if (!seen.TryGetValue(key, out var open))
        {
            seen.Add(key, open = Look(part, need));
        }

        return open;
    }

    List<OpenCell> Look(UnknownPart part, int[] need)
    {
        using var search = new ChangeSearch(part, Array.ConvertAll(part.Cells, task.Room), need);
        List<OpenCell> open = [.. search.Widen().Select(place => new OpenCell(part.Cells[place], -1, part))];
        if (open.Count > 0)
        {
            return open;
        }

        for (var lone = 0; lone < part.Cells.Length; lone++)
        {
            if (task.IsLone(part.Cells[lone]))
            {
                var held = task.KnownTo(part.Cells[lone]).Select(cell => Array.BinarySearch(part.Cells, cell)).Where(place => place >= 0).ToArray();
                var told = search.MoveAround(held, place => task.TellsNothing(part.Cells[lone], part.Cells[place]));
                open.AddRange(told.Select(place => new OpenCell(part.Cells[place], part.Cells[lone], part)));
            }
        }

        return open;
    }
}
