namespace Analytics.Disclosure;

/// <summary>Unknown counts that hang together by relations, as a linear program over all tables that agree with what is published.</summary>
sealed class AttackComponent
{
    const double Far = 1e6;

    readonly List<(Quantity Quantity, int Cell, double Lower, double Upper)> unknowns = [];
    readonly List<(double Constant, List<(int Unknown, double Factor)> Terms)> equations = [];

    /// <summary>All components of a table.</summary>
    public static IReadOnlyList<AttackComponent> Of(PublishedTable table, Bounds bounds)
    {
        var whole = new AttackComponent();
        var index = new Dictionary<(Quantity, int), int>();
        foreach (var relation in table.System.Relations.Where(relation => !relation.Implied))
        {
            foreach (var quantity in (ReadOnlySpan<Quantity>)[Quantity.Base, Quantity.Cases])
            {
                whole.Equate((quantity, relation.Total), relation.Parts.Select(part => (quantity, part)), index, bounds);
            }
        }

        foreach (var cell in table.System.Cells)
        {
            if (table.Measure == Catalogue.Measure.Proportion)
            {
                whole.Equate((Quantity.Base, cell), [(Quantity.Cases, cell), (Quantity.Complement, cell)], index, bounds);
            }
        }

        return whole.Split();
    }

    /// <summary>Finds tables that agree with everything and lie as far apart as needed, and takes in the interval of every unknown.</summary>
    /// <remarks>An interval of at least the width may be wider in truth; a narrower one is exact.</remarks>
    public void Widen(double width, Dictionary<(Quantity, int), (double Lower, double Upper)> intervals)
    {
        using var program = new AttackProgram(unknowns, equations);
        for (var round = 0; ; round++)
        {
            var open = program.Narrow(width).ToList();
            if (open.Count == 0)
            {
                break;
            }

            foreach (var unknown in open)
            {
                program.Aim(unknown, width, rises: (Draw(unknown, round) & 1) == 0, 1 + (Draw(unknown, round + 1000) % 64 / 8.0));
            }

            program.Solve();
            if (round > 0 && program.Narrow(width).Count() == open.Count)
            {
                break;
            }
        }

        foreach (var unknown in program.Narrow(width).ToList())
        {
            program.Aim(unknown, width, rises: false, 1);
            program.Solve();
            program.Aim(unknown, width, rises: true, 1);
            program.Solve();
        }

        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            intervals[(unknowns[unknown].Quantity, unknowns[unknown].Cell)] = program.Seen(unknown);
        }
    }

    /// <summary>A fixed pseudo-random number: the attack is the same each time.</summary>
    static uint Draw(int unknown, int round) => ((((uint)unknown + 1) * 2654435761u) ^ (((uint)round + 1) * 2246822519u)) * 3266489917u >> 13;

    void Equate((Quantity Quantity, int Cell) total, IEnumerable<(Quantity Quantity, int Cell)> parts, Dictionary<(Quantity, int), int> index, Bounds bounds)
    {
        var constant = 0.0;
        var terms = new List<(int, double)>();
        Add(total, -1);
        foreach (var part in parts)
        {
            Add(part, 1);
        }

        if (terms.Count > 0)
        {
            equations.Add((constant, terms));
        }

        void Add((Quantity Quantity, int Cell) count, double factor)
        {
            if (bounds.IsKnown(count.Quantity, count.Cell))
            {
                constant += factor * bounds.Lower(count.Quantity, count.Cell);
                return;
            }

            if (!index.TryGetValue(count, out var unknown))
            {
                unknown = unknowns.Count;
                index.Add(count, unknown);
                unknowns.Add((count.Quantity, count.Cell, Math.Max(-Far, bounds.Lower(count.Quantity, count.Cell)), Math.Min(Far, bounds.Upper(count.Quantity, count.Cell))));
            }

            terms.Add((unknown, factor));
        }
    }

    IReadOnlyList<AttackComponent> Split()
    {
        var root = Enumerable.Range(0, unknowns.Count).ToArray();
        foreach (var (_, terms) in equations)
        {
            foreach (var (unknown, _) in terms)
            {
                root[Root(unknown)] = Root(terms[0].Unknown);
            }
        }

        var components = new Dictionary<int, AttackComponent>();
        var place = new int[unknowns.Count];
        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            if (!components.TryGetValue(Root(unknown), out var component))
            {
                components.Add(Root(unknown), component = new());
            }

            place[unknown] = component.unknowns.Count;
            component.unknowns.Add(unknowns[unknown]);
        }

        foreach (var (constant, terms) in equations)
        {
            components[Root(terms[0].Unknown)].equations.Add((constant, [.. terms.Select(term => (place[term.Unknown], term.Factor))]));
        }

        return [.. components.Values];

        int Root(int unknown)
        {
            while (root[unknown] != unknown)
            {
                unknown = root[unknown] = root[root[unknown]];
            }

            return unknown;
        }
    }
}
