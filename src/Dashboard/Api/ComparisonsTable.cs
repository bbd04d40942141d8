using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>Every municipality against every benchmark: the columns of <c>comparisons.csv</c>.</summary>
static class ComparisonsTable
{
    static readonly Filter Benchmark = new(
        "benchmark", "What the municipality is compared with: the rest of its county, its county, the nation, municipalities of similar size, or itself some years before. A release has those that it can offer.",
        "rest_of_county", x => x.Comparisons.Benchmarks.Select(y => y.Code)) { Pattern = "^(rest_of_county|county|nation|similar|earlier_[1-9][0-9]*)$" };

    static readonly Filter Level = Filter.Of(
        "level", "How certain a difference must be: the 95 % interval excludes the benchmark, the 99.8 % interval does, or Benjamini–Hochberg over the county's overview at a false discovery rate of 0.05.",
        [.. FlagLevels.All.Select(FlagLevels.Code)]);

    static readonly string[] VerdictCodes = [.. Enum.GetValues<Verdict>().Select(x => Verdicts.Code(x)), Verdicts.Code(null)];

    public static Columns<ComparisonRow> Columns { get; } = new Columns<ComparisonRow>()
        .Text("indicator", "Id of the indicator.", x => x.Address.Indicator)
        .Whole("year", "Calendar year.", x => x.Address.Year)
        .Text("area", "Code of the municipality.", x => x.Address.Area)
        .Text("age_band", "Id of the age band.", x => x.Address.AgeBand)
        .Text("sex", "Girls (F), boys (M) or all (T).", x => x.Address.Sex.ToString(), allowed: Filters.Sex.Allowed)
        .Text("benchmark", "What the municipality is compared with.", x => x.Benchmark.Code)
        .Number("benchmark_value", $"The benchmark's value, in {CellsTable.UnitText}. null where the cell is suppressed, or what the benchmark is made of is not shown.", x => x.BenchmarkValue, nullable: true)
        .Text("level", "How certain a difference must be.", x => FlagLevels.Code(x.Level), allowed: Level.Allowed)
        .Text("verdict", "The judgement of a certain difference; higher and lower where more is neither better nor worse; similar where no difference is certain, which is not the same as equal; not_compared without an interval or benchmark. null where the cell is suppressed.", x => x.Verdict, nullable: true, allowed: VerdictCodes)
        .Number("smallest_difference", "How far from the benchmark a value of as many people would have had to lie to be told from it, in the unit of benchmark_value. null where none could, or nothing is compared.", x => x.SmallestDifference, nullable: true);

    public static ApiTable Table { get; } = new ApiTable<ComparisonRow>(
        "comparisons", "Comparison", "Figures", "Every municipality against every benchmark",
        "The rows of the exported comparisons.csv: each cell of a municipality that is shown or suppressed, against each benchmark at each level. Choose benchmark and level; without them there are many rows.",
        [Filters.Indicator, Filters.Year, Filters.MunicipalityArea, Filters.AgeBand, Filters.Sex, Benchmark, Level], Columns, Find,
        new ComparisonRow(CellsTable.Example.Address, new Benchmark(BenchmarkKind.RestOfCounty), 0.71, FlagLevel.Overview, Verdicts.Code(Verdict.Similar), 0.043));

    static Rows<ComparisonRow> Find(LoadedRelease release, ApiQuery query)
    {
        var isAsked = CellsTable.Columns.Condition(query) ?? (_ => true);
        ReleasedCell[] cells = [.. release.Cells.Where(x => ComparisonRow.Has(x) && isAsked(x))];
        FlagLevel[] levels = [.. FlagLevels.All.Where(x => IsAsked(query, Level, FlagLevels.Code(x)))];
        var benchmarks = cells.Select(x => x.Address.Year).Distinct().ToDictionary(
            x => x, x => ComparisonRow.BenchmarksOf(release.Comparisons, release.Manifest, x).Where(y => IsAsked(query, Benchmark, y.Code)).ToArray());
        return new Rows<ComparisonRow>(cells.Sum(x => (long)benchmarks[x.Address.Year].Length * levels.Length), After);

        IEnumerable<ComparisonRow> After(long skipped)
        {
            foreach (var cell in cells)
            {
                // Whole cells are passed over without comparing anything.
                var own = benchmarks[cell.Address.Year];
                var passed = Math.Min(skipped, own.Length * levels.Length);
                skipped -= passed;
                var compared = passed < own.Length * levels.Length ? release.Comparisons.Of(cell) : null;
                for (var i = (int)passed; i < own.Length * levels.Length; i++)
                {
                    yield return ComparisonRow.Of(cell.Address, compared, own[i / levels.Length], levels[i % levels.Length]);
                }
            }
        }
    }

    static bool IsAsked(ApiQuery query, Filter filter, string code) => !query.Chosen.TryGetValue(filter.Name, out var chosen) || chosen.Contains(code);
}
