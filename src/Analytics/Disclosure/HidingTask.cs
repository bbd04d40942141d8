namespace Analytics.Disclosure;

/// <summary>A table to be protected: what must be withheld, what may be, how far apart the possible counts of each cell must lie, and what hiding costs.</summary>
sealed class HidingTask
{
    readonly List<int>[] relationsOf;
    readonly HashSet<(int Twin, int Cell)> emptied = [];

    public HidingTask(AdditiveTable table, IReadOnlyList<bool> primary, SuppressionOptions options)
    {
        Table = table;
        Options = options;
        Need = new int[table.Count];
        Known = new bool[table.Count];
        Fixed = new bool[table.Count];
        Costs = new long[table.Count];
        Twin = [.. Enumerable.Range(0, table.Count)];
        relationsOf = [.. Enumerable.Range(0, table.Count).Select(_ => new List<int>(4))];
        for (var cell = 0; cell < table.Count; cell++)
        {
            var unpublished = table.Roles[cell] == CellRole.Unpublished;
            Known[cell] = table.Roles[cell] == CellRole.Shown || (!unpublished && (table[cell] < table.Floor(cell) || table[cell] > table.Ceiling(cell)));
            Fixed[cell] = !Known[cell] && (unpublished || primary[cell] || table.Roles[cell] == CellRole.Withheld);
            Need[cell] = Known[cell] || (unpublished && !primary[cell]) ? 0 : options.Width;
            Costs[cell] = Known[cell] || Fixed[cell] ? 0 : table.Costs?[cell] ?? CellWeight.Of(table[cell], options.Weights);
        }

        for (var relation = 0; relation < table.Relations.Count; relation++)
        {
            foreach (var cell in Cells(relation))
            {
                relationsOf[cell].Add(relation);
            }
        }

        KnowZeros();
        FindTwins();
        FindEmptied();
    }

    /// <summary>The table.</summary>
    public AdditiveTable Table { get; }

    /// <summary>How strictly.</summary>
    public SuppressionOptions Options { get; }

    /// <summary>Per cell, how far apart its possible counts must lie where it is withheld; 0 where nothing is asked.</summary>
    public int[] Need { get; }

    /// <summary>Per cell, whether readers know it whatever is done.</summary>
    public bool[] Known { get; }

    /// <summary>Per cell, whether readers never see it.</summary>
    public bool[] Fixed { get; }

    /// <summary>Per cell, what hiding it costs.</summary>
    public long[] Costs { get; }

    /// <summary>
    /// Per cell, the first cell that holds the same persons: a sum of which all other parts are zeros that are shown, or a sum of one person and the part that this person is in. Who is
    /// alone in one of them is alone in all, and learns of no one else there.
    /// </summary>
    public int[] Twin { get; }

    /// <summary>Whether exactly one person is in a withheld cell, or is missing from all that could be in it, and so knows it.</summary>
    public bool IsLone(int cell) => Options.Insider && !Known[cell] && (Table[cell] == 1 || Table.Ceiling(cell) - Table[cell] == 1);

    /// <summary>Whether a cell tells the only person in another nothing of anyone else: it holds that person alone, or nobody of those among whom that person is alone.</summary>
    public bool TellsNothing(int lone, int cell) => KnownTo(lone).Any(known => Twin[cell] == Twin[known]) || emptied.Contains((Twin[lone], cell));

    /// <summary>The cells that the only person in a cell knows: it, and what goes with it.</summary>
    public IEnumerable<int> KnownTo(int lone) => (Table.Companions?[lone] ?? []).Where(cell => !Known[cell]).Prepend(lone);

    /// <summary>Relations that a cell is in.</summary>
    public IReadOnlyList<int> RelationsOf(int cell) => relationsOf[cell];

    /// <summary>Total and parts of a relation.</summary>
    public IEnumerable<int> Cells(int relation) => Table.Relations[relation].Parts.Prepend(Table.Relations[relation].Total);

    /// <summary>How far a cell can move for a reader who does not know it.</summary>
    public Room Room(int cell) => Disclosure.Room.Between(Table.Floor(cell), Table[cell], Table.Ceiling(cell));

    /// <summary>An unpublished cell is known where it is part of a shown zero, or the sum of such.</summary>
    void KnowZeros()
    {
        for (var more = true; more;)
        {
            more = false;
            foreach (var relation in Table.Relations)
            {
                var empty = Known[relation.Total] && Table[relation.Total] == 0 ? relation.Parts
                    : relation.Parts.All(part => Known[part] && Table[part] == 0) ? [relation.Total]
                    : [];
                foreach (var cell in empty.Where(cell => !Known[cell] && Table.Roles[cell] == CellRole.Unpublished))
                {
                    (Known[cell], Fixed[cell], Need[cell], more) = (true, false, 0, true);
                }
            }
        }
    }

    /// <summary>Empty parts of sums of one person, and the parts of those.</summary>
    void FindEmptied()
    {
        for (var before = -1; before < emptied.Count;)
        {
            before = emptied.Count;
            foreach (var relation in Table.Relations.Where(relation => Table[relation.Total] is 0 or 1))
            {
                foreach (var part in relation.Parts.Where(part => Table[part] == 0 && !Known[part]))
                {
                    if (Table[relation.Total] == 1)
                    {
                        emptied.Add((Twin[relation.Total], part));
                    }
                    else
                    {
                        emptied.UnionWith([.. emptied.Where(x => x.Cell == relation.Total).Select(x => (x.Twin, part))]);
                    }
                }
            }
        }
    }

    void FindTwins()
    {
        foreach (var relation in Table.Relations)
        {
            var parts = relation.Parts.Where(part => !Known[part] || Table[part] != 0).ToArray();
            if (parts is not [_] && Table[relation.Total] == 1)
            {
                parts = [.. parts.Where(part => Table[part] == 1)];
            }

            if (parts is [var only])
            {
                var (first, second) = (First(only), First(relation.Total));
                Twin[Math.Max(first, second)] = Math.Min(first, second);
            }
        }

        for (var cell = 0; cell < Twin.Length; cell++)
        {
            Twin[cell] = First(cell);
        }

        int First(int cell)
        {
            while (Twin[cell] != cell)
            {
                cell = Twin[cell];
            }

            return cell;
        }
    }
}
