using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Matrix;

/// <summary>All factors in all municipalities of a county.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Sort">What it is ordered by.</param>
/// <param name="Part">The part of the factors that is shown.</param>
/// <param name="Municipalities">The municipalities, from left to right.</param>
/// <param name="Rows">The factors, from the top.</param>
public sealed record MatrixView(Selection Selection, MatrixSort Sort, FactorPart Part, IReadOnlyList<Municipality> Municipalities, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>Every reading.</summary>
    public IReadOnlyList<CellReading> Readings { get; } = [.. Rows.SelectMany(x => x.Readings)];

    /// <summary>Number of values that are compared.</summary>
    public int Compared => Readings.Count(x => x.Comparison is not null);

    /// <summary>Number of factors with a value that is compared.</summary>
    public int ComparedFactors => Rows.Count(x => x.Readings.Any(y => y.Comparison is not null));

    /// <summary>Number of values that certainly differ.</summary>
    public int Flags => Readings.Count(x => x.Differs);

    /// <summary>The municipalities with most values that certainly differ, by name, and how many that is; none where nothing does.</summary>
    public (IReadOnlyList<Municipality> Municipalities, int Flags) Most
    {
        get
        {
            var flags = Municipalities.Select((x, i) => (Municipality: x, Flags: Rows.Count(y => y.Readings[i].Differs))).ToArray();
            var most = flags.Select(x => x.Flags).DefaultIfEmpty(0).Max();
            return most == 0 ? ([], 0) : ([.. flags.Where(x => x.Flags == most).Select(x => x.Municipality).OrderBy(x => x.Name, Words.ByName)], most);
        }
    }

    /// <summary>Reads the release; null for a release without cells. Parameters it does not know are told in the selection.</summary>
    public static MatrixView? Of(LoadedRelease release, ViewQuery query)
    {
        if (Selection.OfCounty(release, query) is not { } selection)
        {
            return null;
        }

        var ignored = new List<(string, string)>(selection.Ignored);
        var sort = Known<MatrixSort>(query.Sort, "sort", ignored) ?? MatrixSort.Name;
        var part = FactorPart.Of(query.Part, ignored);
        Municipality[] municipalities = [.. release.MunicipalitiesOf(selection.County.Code)];
        MatrixRow[] rows = [.. from indicator in release.Indicators where part.Holds(indicator) select RowOf(release, indicator, municipalities, selection)];
        var order = ColumnsOf(rows, municipalities.Length, sort);
        return new MatrixView(
            selection with { Ignored = ignored }, sort, part, [.. order.Select(x => municipalities[x])],
            [.. Ordered(rows, sort).Select(x => x with { Readings = [.. order.Select(i => x.Readings[i])], Cells = [.. order.Select(i => x.Cells[i])] })]);
    }

    static MatrixRow RowOf(LoadedRelease release, Indicator indicator, IReadOnlyList<Municipality> municipalities, Selection selection)
    {
        var year = selection.Year ?? release.LatestYear(indicator.Id, [selection.Age], selection.Sex, selection.County.Code);
        CellReading[] readings = [.. municipalities.Select(x => CellReading.Of(release, indicator, new CellAddress(indicator.Id, year, x.Code, selection.Age.Id, selection.Sex), selection.Benchmark, selection.Level))];
        return new MatrixRow(indicator, year, readings, [.. readings.Select(x => new RugCell(x.Released.Cell, x.Comparison, HintOf(release, x, selection)))]);
    }

    static Verdict? HintOf(LoadedRelease release, CellReading reading, Selection selection) =>
        reading is { Comparison: not null, Differs: false } && selection.Level != FlagLevel.Single
        && release.Comparisons.Of(reading.Released)?.Against(selection.Benchmark, FlagLevel.Single) is { Verdict: not Verdict.Similar and var hint } ? hint : null;

    static IReadOnlyList<int> ColumnsOf(IReadOnlyList<MatrixRow> rows, int count, MatrixSort sort) => sort switch
    {
        MatrixSort.Flags => [.. Enumerable.Range(0, count).OrderByDescending(x => rows.Count(y => y.Readings[x].Differs))],
        MatrixSort.Similarity when count > 0 => SimilarFlags.Of([.. Enumerable.Range(0, count).Select(x => (IReadOnlyList<RugCell>)[.. rows.Select(y => y.Cells[x])])]),
        _ => [.. Enumerable.Range(0, count)],
    };

    // Factors without any value stand last in their group; otherwise the catalogue's order is kept.
    static IEnumerable<MatrixRow> Ordered(IEnumerable<MatrixRow> rows, MatrixSort sort) => sort switch
    {
        MatrixSort.Flags => rows.OrderBy(x => x.Indicator.Role).ThenBy(x => x.IsEmpty).ThenByDescending(x => x.Readings.Count(y => y.Differs)).ThenByDescending(x => x.Cells.Count(y => y.Hint is not null)),
        MatrixSort.Domain => rows.OrderBy(x => x.Indicator.Domain).ThenBy(x => x.Indicator.Role).ThenBy(x => x.IsEmpty),
        _ => rows.OrderBy(x => x.Indicator.Role).ThenBy(x => x.Indicator.Domain).ThenBy(x => x.IsEmpty),
    };

    static T? Known<T>(string? value, string name, List<(string, string)> ignored)
        where T : struct, Enum
    {
        if (value is null)
        {
            return null;
        }

        if (Code.TryParse<T>(value, out var known))
        {
            return known;
        }

        ignored.Add((name, value));
        return null;
    }
}

/// <summary>A factor in all municipalities.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Period">Year of its values.</param>
/// <param name="Readings">One reading per municipality.</param>
/// <param name="Cells">The same for the picture.</param>
public sealed record MatrixRow(Indicator Indicator, Period Period, IReadOnlyList<CellReading> Readings, IReadOnlyList<RugCell> Cells)
{
    /// <summary>Whether no municipality has a value.</summary>
    public bool IsEmpty => Readings.All(x => x.Estimate is null);
}
