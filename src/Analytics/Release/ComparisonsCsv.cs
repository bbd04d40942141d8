using System.Globalization;
using System.Text;
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
        var blocks = release.Cells.Where(ComparisonRow.Has).GroupBy(x => (x.Address.Indicator, x.Address.Year)).AsParallel().AsOrdered().Select(block => Lines(block, release, comparisons));
        foreach (var lines in blocks)
        {
            foreach (var chunk in lines.GetChunks())
            {
                writer.Write(chunk.Span);
            }
        }
    }

    static StringBuilder Lines(IEnumerable<ReleasedCell> cells, ReleaseDocument release, ReleaseComparisons comparisons)
    {
        var lines = new StringBuilder();
        foreach (var cell in cells)
        {
            var compared = comparisons.Of(cell);
            foreach (var benchmark in ComparisonRow.BenchmarksOf(comparisons, release.Manifest, cell.Address.Year))
            {
                foreach (var level in FlagLevels.All)
                {
                    Line(lines, ComparisonRow.Of(cell.Address, compared, benchmark, level));
                }
            }
        }

        return lines;
    }

    static void Line(StringBuilder lines, in ComparisonRow row)
    {
        var (address, benchmark, value, level, verdict, smallest) = row;
        lines.Append(
            CultureInfo.InvariantCulture,
            $"{address.Indicator},{address.Year},{address.Area},{address.AgeBand},{address.Sex},{benchmark.Code},{value:R},{FlagLevels.Code(level)},{verdict},{smallest:R}\n");
    }
}
