using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Releases;

namespace Dashboard.Explore;

/// <summary>What the exploring page shows of a release.</summary>
/// <param name="Selection">What is explored.</param>
/// <param name="Rows">The cells, those of one indicator together.</param>
/// <param name="Asked">Number of cells asked for; those beyond <see cref="MostRows"/> are left out.</param>
public sealed record ExploreView(ExploreSelection Selection, IReadOnlyList<ExploredCell> Rows, int Asked)
{
    /// <summary>Most cells at once.</summary>
    public const int MostRows = 3000;

    /// <summary>Cells on a page of the table.</summary>
    public const int PageSize = 50;

    /// <summary>Number of pages; at least 1.</summary>
    public int Pages => Math.Max(1, (Rows.Count + PageSize - 1) / PageSize);

    /// <summary>The page shown, from 1.</summary>
    public int Page => Math.Min(Selection.State.Page, Pages);

    /// <summary>Cells of the page.</summary>
    public IEnumerable<ExploredCell> Shown => Rows.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>Number of values.</summary>
    public int Values => Rows.Count(x => x.Reading.Estimate is not null);

    /// <summary>Number of comparisons made.</summary>
    public int Compared => Rows.Count(x => x.Verdict is not null);

    /// <summary>Number of certain differences.</summary>
    public int Different => Rows.Count(x => x.Differs);

    /// <summary>How many of them chance alone is expected to flag, with one decimal.</summary>
    public string ExpectedFalseFlags
    {
        get
        {
            if (!Selection.IsPair)
            {
                return Words.FalseFlags(Selection.Level, [.. Rows.Select(x => x.Reading)]);
            }

            var chance = Selection.Level == FlagLevel.FalseDiscovery ? FlagLevels.FalseDiscoveryRate * Different : (1 - FlagLevels.Confidence(Selection.Level)) * Compared;
            return Numbers.Decimal(chance, 1);
        }
    }

    /// <summary>Parts of an address that differ between rows, so that they must be named.</summary>
    public required IReadOnlySet<Choice> Varying { get; init; }

    /// <summary>Name of the second selection's area; null where it has the first one's.</summary>
    public string? OtherArea { get; init; }

    /// <summary>Reads the release.</summary>
    public static ExploreView Of(LoadedRelease release, ExploreSelection selection, Words words)
    {
        var addresses = selection.Indicators.SelectMany(x => AddressesOf(release, selection, x).Select(y => (Indicator: x, Address: y))).ToArray();
        var read = addresses.Take(MostRows).ToArray();
        var varying = Enum.GetValues<Choice>().Where(x => read.Select(y => PartOf(y.Address, x)).Distinct().Skip(1).Any()).ToHashSet();
        var areas = selection.Areas.ToDictionary(x => x.Code, StringComparer.Ordinal);
        var rows = read.Select(x => new ExploredCell(
            CellReading.Of(release, x.Indicator, x.Address, selection.Benchmark, selection.Level), areas[x.Address.Area], LabelOf(release, x.Address, areas[x.Address.Area], varying, words)));
        return new ExploreView(selection, [.. Sorted(selection.IsPair ? Paired(release, selection, [.. rows]) : rows, selection.Sort)], addresses.Length)
        {
            Varying = varying,
            OtherArea = ExploreSelection.AreasOf(release, selection.County).FirstOrDefault(x => x.Code == selection.Other.Area)?.Name,
        };
    }

    static IEnumerable<CellAddress> AddressesOf(LoadedRelease release, ExploreSelection selection, Indicator indicator)
    {
        var bands = release.Codebook.AgeBands;
        IReadOnlyList<int> chosenYears = selection.Years.Count > 0 ? selection.Years
            : [release.LatestYear(indicator.Id, bands.All, selection.Sexes[0], selection.County.Code)];
        IReadOnlyList<AgeBand> ages = selection.Ages.Count > 0 ? selection.Ages
            : [bands.All.OrderByDescending(x => x == bands.Total).MaxBy(x => release.ShownCount(indicator.Id, chosenYears[^1], x.Id, selection.Sexes[0], selection.County.Code))!];
        return from age in ages
               from area in selection.Areas
               from sex in selection.Sexes
               from year in chosenYears
               select new CellAddress(indicator.Id, year, area.Code, age.Id, sex);
    }

    static IEnumerable<ExploredCell> Paired(LoadedRelease release, ExploreSelection selection, ExploredCell[] rows)
    {
        var level = selection.Level;
        var pairs = rows.Select(x => (Row: x, Other: At(x.Address))).Where(x => x.Other != x.Row.Address)
            .Select(x => (x.Row, Other: new CellReading(x.Row.Reading.Indicator, release.Cell(x.Other), level)))
            .Select(x => (x.Row, x.Other, Hindrance: release.Pairs.Between(x.Row.Reading.Released, x.Other.Released))).ToArray();
        var family = new TestFamily(level != FlagLevel.FalseDiscovery ? []
            : [.. pairs.Where(x => x.Hindrance is null).Select(x => ValueDifference.Test(x.Row.Reading.Estimate!, x.Other.Estimate!, x.Other.Indicator)!.Value)]);
        return pairs.Select(x =>
        {
            var difference = x.Hindrance is null ? ValueDifference.Of(x.Row.Reading.Estimate!, x.Other.Estimate!, x.Other.Indicator, level, family) : null;
            return x.Row with { Other = x.Other, Difference = difference, Hindrance = difference is null ? x.Hindrance ?? PairHindrance.NoTest : null };
        });

        CellAddress At(CellAddress address) => address with
        {
            Area = selection.Other.Area ?? address.Area,
            Year = selection.Other.Year ?? address.Year,
            AgeBand = selection.Other.Age?.Id ?? address.AgeBand,
            Sex = selection.Other.Sex ?? address.Sex,
        };
    }

    // Values of different indicators have different units, so only rows of one indicator change places; gaps come last.
    static IEnumerable<ExploredCell> Sorted(IEnumerable<ExploredCell> rows, string sort) => sort switch
    {
        "value" => rows.GroupBy(x => x.Address.Indicator).SelectMany(x => x.OrderBy(y => y.Reading.Estimate?.Value ?? double.PositiveInfinity)),
        "-value" => rows.GroupBy(x => x.Address.Indicator).SelectMany(x => x.OrderByDescending(y => y.Reading.Estimate?.Value ?? double.NegativeInfinity)),
        "certain" => rows.GroupBy(x => x.Address.Indicator).SelectMany(x => x.OrderByDescending(y => y.Certainty ?? double.NegativeInfinity)),
        _ => rows,
    };

    static string LabelOf(LoadedRelease release, CellAddress address, ExploreArea area, HashSet<Choice> varying, Words words)
    {
        string[] parts =
        [
            area.Name,
            .. varying.Contains(Choice.Year) ? (string[])[Words.Of(address.Year)] : [],
            .. varying.Contains(Choice.Age) ? (string[])[words.Of(release.Codebook.AgeBands.All.First(x => x.Id == address.AgeBand))] : [],
            .. varying.Contains(Choice.Sex) ? (string[])[words.Of(address.Sex).ToLower(Words.Culture)] : [],
        ];
        return string.Join(", ", parts);
    }

    static object PartOf(CellAddress address, Choice choice) => choice switch
    {
        Choice.Indicator => address.Indicator,
        Choice.Area => address.Area,
        Choice.Year => address.Year,
        Choice.Age => address.AgeBand,
        _ => address.Sex,
    };
}
