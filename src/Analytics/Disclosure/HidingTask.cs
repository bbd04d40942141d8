namespace Analytics.Disclosure;

/// <summary>A table to be protected: what must be withheld, what may be, how far apart the possible counts of each cell must lie, and what hiding costs.</summary>
sealed class HidingTask
{
    readonly List<int>[] relationsOf;
    readonly ILookup<int, int> self;

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
            Known[cell] = table.Roles[cell] == CellRole.Shown || (!unpublished && table[cell] < table.Floor(cell));
            Fixed[cell] = !Known[cell] && (unpublished || primary[cell] || table.Roles[cell] == CellRole.Withheld);
            Need[cell] = Known[cell] || (unpublished && !primary[cell]) ? 0 : options.Width;
            Costs[cell] = Known[cell] || Fixed[cell] ? 0 : table.Costs?[cell] ?? Weigh(table[cell], options.Weights);
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
        self = SelfParts();
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

    /// <summary>Per cell, the first cell that holds the same persons for all to see: a sum of which all other parts are zeros that are shown.</summary>
    public int[] Twin { get; }

    /// <summary>Whether exactly one person is in a withheld cell, who then knows it.</summary>
    public bool IsLone(int cell) => Options.Insider && Table[cell] == 1 && !Known[cell];

    /// <summary>
    /// Twins of the cells that hold nobody but the only person in a cell, as that person knows: the cell, and what of its parts is not empty. It is no news to anyone to be in a cell.
    /// </summary>
    public IReadOnlySet<int> Self(int lone)
    {
        var found = new HashSet<int> { Twin[lone] };
        var queue = new Queue<int>(found);
        while (queue.TryDequeue(out var cell))
        {
            foreach (var part in self[cell].Where(found.Add))
            {
                queue.Enqueue(part);
            }
        }

        return found;
    }

    /// <summary>Relations that a cell is in.</summary>
    public IReadOnlyList<int> RelationsOf(int cell) => relationsOf[cell];

    /// <summary>Total and parts of a relation.</summary>
    public IEnumerable<int> Cells(int relation) => Table.Relations[relation].Parts.Prepend(Table.Relations[relation].Total);

    /// <summary>How far a cell can fall for a reader who does not know it.</summary>
    public long Room(int cell) => Table[cell] - Table.Floor(cell);

    static long Weigh(long count, SuppressionWeights weights) => weights switch
    {
        SuppressionWeights.Counts => Math.Max(1, count),
        SuppressionWeights.Cells => 1,
        _ => 1 + (long)Math.Round(100 * Math.Log(Math.Max(1, count))),
    };

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

    ILookup<int, int> SelfParts() => Table.Relations
        .Where(relation => IsLone(relation.Total))
        .SelectMany(relation => relation.Parts.Where(IsLone).Select(part => (Total: Twin[relation.Total], Part: Twin[part])))
        .ToLookup(x => x.Total, x => x.Part);

    void FindTwins()
    {
        foreach (var relation in Table.Relations)
        {
            var parts = relation.Parts.Where(part => !Known[part] || Table[part] != 0).ToArray();
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
