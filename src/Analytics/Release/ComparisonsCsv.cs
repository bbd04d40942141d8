using System.Globalization;
using System.Text;
using Analytics.Catalogue;
using Analytics.Estimation;

namespace Analytics.Release;

/// <summary>The comparisons of a release as the exported file <c>comparisons.csv</c>.</summary>
public static class ComparisonsCsv
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "comparisons.csv";

    /// <summary>First line of the file.</summary>
    public const string Header = "indicator,year,area,age_band,sex,benchmark,benchmark_value,level,verdict,smallest_difference";

    /// <summary>
    /// Writes header and one line per municipality cell, benchmark of the release and level, in the order of the cells; UTF-8 without byte order mark, line feeds.
    /// A cell has lines where it is shown or suppressed; suppressed ones hold neither value nor verdict.
    /// </summary>
    public static void Write(Stream target, ReleaseDocument release)
    {
        var comparisons = new ReleaseComparisons(release, new CellIndex(release.Cells));
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        var blocks = release.Cells.Where(IsCompared).GroupBy(x => (x.Address.Indicator, x.Address.Year)).AsParallel().AsOrdered().Select(block => Lines(block, release, comparisons));
        foreach (var lines in blocks)
        {
            foreach (var chunk in lines.GetChunks())
            {
                writer.Write(chunk.Span);
            }
        }
    }

    static bool IsCompared(ReleasedCell cell) =>
        AreaCode.LevelOf(cell.Address.Area) == AreaLevel.Municipality && cell.Cell is Cell.Shown or Cell.Missing { Reason: Reason.Suppressed };

    static StringBuilder Lines(IEnumerable<ReleasedCell> cells, ReleaseDocument release, ReleaseComparisons comparisons)
    {
        var lines = new StringBuilder();
        foreach (var cell in cells)
        {
            var compared = comparisons.Of(cell);
            foreach (var benchmark in comparisons.Benchmarks.Where(x => release.Manifest.Years.Contains(cell.Address.Year - x.YearsBefore)))
            {
                foreach (var level in FlagLevels.All)
                {
                    var comparison = compared?.Against(benchmark, level);
                    var verdict = compared is null ? "" : Verdicts.Code(comparison?.Verdict);
                    var smallest = comparison is null ? null : compared!.SmallestDifference(comparison);
                    Line(lines, cell.Address, benchmark, compared?.Value(benchmark)?.Value, level, verdict, smallest);
                }
            }
        }

        return lines;
    }

    static void Line(StringBuilder lines, CellAddress address, Benchmark benchmark, double? value, FlagLevel level, string verdict, double? smallest) => lines.Append(
        CultureInfo.InvariantCulture,
        $"{address.Indicator},{address.Year},{address.Area},{address.AgeBand},{address.Sex},{benchmark.Code},{value:R},{FlagLevels.Code(level)},{verdict},{smallest:R}\n");
}
