using System.Text.Json;
using Analytics.Disclosure;
using Analytics.Tables;
using Analytics.Tests.Tables;
using CsCheck;

namespace Analytics.Tests.Disclosure;

/// <summary>A small table made up at random: municipalities, bands, sexes, zeros, ones and empty rows; groups of municipalities, nested bands and an unpublished sex by chance.</summary>
sealed class SmallTable
{
    static readonly string[] Muns = ["a", "b", "c", "d"];
    static readonly string[] Bands = ["0", "1", "2"];
    static readonly (string, string)[] Groups = [("a", "R"), ("b", "R")];
    static readonly (string, string)[] OtherGroups = [("b", "S"), ("c", "S")];
    static readonly (string, string)[] Nested = [("0", "01"), ("1", "01")];

    readonly bool[] primary;

    SmallTable(TableSystem system, long[] counts, bool otherSex, int threshold)
    {
        System = system;
        OtherSex = otherSex;
        Threshold = threshold;
        Table = new(counts, [.. Enumerable.Range(0, system.Count).Select(cell => IsUnpublished(cell) ? CellRole.Unpublished : CellRole.Open)], system.Relations);
        primary = [.. counts.Select(count => count >= 1 && count < threshold)];
    }

    /// <summary>Random tables: the numbers are drawn by CsCheck, so that it shrinks them.</summary>
    /// <param name="threshold">Counts from 1 to one less are small.</param>
    /// <param name="largest">Largest count of a cell that is no sum.</param>
    public static Gen<SmallTable> Random(int threshold, int largest = 12) => Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Bool, Gen.OneOf(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, largest]).Array[36],
        (muns, bands, sexes, groups, numbers) => Of(muns, bands, sexes, groups, numbers, threshold));

    /// <summary>A table of so many municipalities and bands; 0: no sexes, 1: F and M, 2: also the unpublished X.</summary>
    public static SmallTable Of(int muns, int bands, int sexes, bool groups, IReadOnlyList<int> leaves, int threshold)
    {
        var axes = new List<Axis>
        {
            Axis("mun", "Z", Muns[..muns], groups && muns > 2 ? [Groups, OtherGroups] : []),
            Axis("age", "A", Bands[..bands], groups && bands > 2 ? [Nested] : []),
        };
        if (sexes > 0)
        {
            axes.Add(Axis("sex", "T", sexes == 1 ? ["F", "M"] : ["F", "M", "X"], []));
        }

        var system = new TableSystem(axes);
        var counts = new long[system.Count];
        var next = 0;
        foreach (var leaf in Enumerable.Range(0, system.Count).Where(system.IsLeaf))
        {
            // Few are of the unpublished sex.
            var count = leaves[next++ % leaves.Count];
            counts[leaf] = sexes == 2 && system.Code(leaf, 2) == "X" ? count / 4 : count;
        }

        return new(system, Summed(system, counts), sexes == 2, threshold);
    }

    public TableSystem System { get; }

    public AdditiveTable Table { get; }

    public bool OtherSex { get; }

    public int Threshold { get; }

    public IReadOnlyList<bool> Primary => primary;

    public bool IsUnpublished(int cell) => OtherSex && System.Code(cell, 2) == "X";

    public SuppressionPattern Protect(SuppressionOptions options) => CellSuppression.Protect(Table, Primary, options, CancellationToken.None);

    /// <summary>The reader's view where these cells are withheld.</summary>
    public ReaderView Seen(IReadOnlyList<bool> withheld) => new(Shown(withheld), System.Relations, Floors);

    /// <summary>All tables that agree with what is shown where these cells are withheld.</summary>
    public AllTables Alike(IReadOnlyList<bool> withheld, int width) => new(System.Relations, Shown(withheld), Floors, Counts.Max() + (2 * width) + 2);

    public IEnumerable<int> Cells => Enumerable.Range(0, System.Count);

    public IEnumerable<long> Counts => Cells.Select(cell => Table[cell]);

    long[] Floors => [.. Cells.Select(Table.Floor)];

    long?[] Shown(IReadOnlyList<bool> withheld) => [.. Cells.Select(cell => withheld[cell] || IsUnpublished(cell) ? (long?)null : Table[cell])];

    /// <summary>A cell by its codes: <c>a 0 F</c>.</summary>
    public string Name(int cell) => string.Join(' ', Enumerable.Range(0, System.Axes.Count).Select(axis => System.Code(cell, axis)));

    public override string ToString() => $"{string.Join(" × ", System.Axes.Select(axis => string.Join(',', axis.Codes)))}, t = {Threshold}: {string.Join(' ', Counts)}";

    static Axis Axis(string name, string total, string[] codes, (string, string)[][] groupings)
    {
        var maps = groupings.Prepend([.. codes.Select(code => (code, total))]).Select(map => map.ToDictionary(x => x.Item1, x => x.Item2)).ToArray();
        var spec = JsonSerializer.Serialize(new { dims = new[] { name }, total = new Dictionary<string, string> { [name] = total }, hier = new Dictionary<string, object> { [name] = maps } });
        return new(TableFiles.Spec(spec).Dimensions[0], codes);
    }

    static long[] Summed(TableSystem system, long[] counts)
    {
        var known = Enumerable.Range(0, system.Count).Where(system.IsLeaf).ToHashSet();
        while (system.Relations.FirstOrDefault(x => !known.Contains(x.Total) && x.Parts.All(known.Contains)) is { } relation)
        {
            counts[relation.Total] = relation.Parts.Sum(part => counts[part]);
            known.Add(relation.Total);
        }

        return counts;
    }
}
