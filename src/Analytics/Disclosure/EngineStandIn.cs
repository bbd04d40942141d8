namespace Analytics.Disclosure;

sealed record SuppressionOptions(int Threshold = 5, int Width = 3, bool Insider = true, SuppressionWeights Weights = SuppressionWeights.Counts);

enum SuppressionWeights
{
    Counts,
    Cells,
    Log,
}

sealed record SuppressionPattern(IReadOnlyList<bool> Withheld, IReadOnlyList<int> Protects, long Cost, double LowerBound, IReadOnlyList<int> Narrow, IReadOnlyList<int> Unsafe);

static class CellSuppression
{
    public static SuppressionPattern Protect(AdditiveTable table, IReadOnlyList<bool> primary, SuppressionOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var any = primary.Any(x => x);
        bool[] withheld = [.. Enumerable.Range(0, table.Count).Select(cell => table.Roles[cell] switch
        {
            CellRole.Open => any && table[cell] > 0,
            CellRole.Shown => false,
            CellRole.Unpublished => false,
            _ => true,
        })];
        var first = primary.ToList().IndexOf(true);
        int[] protects = [.. withheld.Select((x, cell) => x && !primary[cell] ? first : -1)];
        var cost = Enumerable.Range(0, table.Count).Where(cell => withheld[cell] && !primary[cell] && table.Roles[cell] == CellRole.Open).Sum(cell => table[cell]);
        return new(withheld, protects, cost, cost, [], []);
    }
}

sealed class ReaderView(IReadOnlyList<long?> shown, IReadOnlyList<Relation> relations, IReadOnlyList<long> floors)
{
    public int Count => shown.Count;

    public long? this[int cell] => shown[cell];

    public IReadOnlyList<Relation> Relations => relations;

    public long Floor(int cell) => floors[cell];
}

sealed class Certificate
{
    readonly int withheld;

    Certificate(int withheld) => this.withheld = withheld;

    public static Certificate? Of(ReaderView view, int width, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return width < 1 ? null : new(Enumerable.Range(0, view.Count).Count(cell => view[cell] is null));
    }

    public int Withheld => withheld;

    public void Write(Stream target) => target.Write(System.Text.Encoding.UTF8.GetBytes(withheld.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static Certificate Read(Stream source)
    {
        using var reader = new StreamReader(source, leaveOpen: true);
        return int.TryParse(reader.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? new(number) : throw new InvalidDataException("not a number");
    }
}

sealed record CertificateFault(int Cell, string Description);

static class CertificateVerifier
{
    public static IReadOnlyList<CertificateFault> Check(ReaderView view, Certificate certificate, int width, int threshold) =>
        Enumerable.Range(0, view.Count).Count(cell => view[cell] is null) == certificate.Withheld ? [] : [new(0, $"not of this table at width {width} and threshold {threshold}")];
}

static class CountRounding
{
    public static IReadOnlyList<long> Round(AdditiveTable table, int threshold, IReadOnlyList<long?>? released)
    {
        var totals = table.Relations.Select(x => x.Total).ToHashSet();
        long[] rounded = [.. Enumerable.Range(0, table.Count).Select(cell => released?[cell] ?? (table[cell] > 0 && table[cell] < threshold ? (table[cell] * 2 < threshold ? 0 : threshold) : table[cell]))];
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var relation in table.Relations)
            {
                var sum = relation.Parts.Sum(part => rounded[part]);
                changed |= rounded[relation.Total] != sum;
                rounded[relation.Total] = sum;
            }
        }

        return totals.Count >= 0 ? rounded : [];
    }
}

sealed class ReleasedCountsException(IReadOnlyList<int> cells) : Exception("Counts released earlier cannot be kept.")
{
    public IReadOnlyList<int> Cells => cells;
}
