using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Practice;
using Analytics.Release;
using Dashboard.Layout;

namespace Dashboard.Releases;

/// <summary>A release in memory, indexed for pages. It never changes.</summary>
public sealed class LoadedRelease
{
    readonly CellIndex cells;
    readonly ReleaseDocument document;
    readonly Lazy<LoadedRelease?> threeYears;
    readonly ILookup<string, Municipality> municipalitiesByCounty;
    readonly Dictionary<string, IReadOnlyList<int>> yearsByIndicator;
    readonly Dictionary<(string Indicator, int Year, string AgeBand, Sex Sex, string County), int> shown = [];

    /// <summary>Indexes a release.</summary>
    /// <param name="document">The release.</param>
    /// <param name="published">When it was last made current, UTC; null when not known.</param>
    /// <param name="audit">Result of its latest audit; null when not known.</param>
    public LoadedRelease(ReleaseDocument document, DateTimeOffset? published, AuditResult? audit)
    {
        this.document = document;
        (Manifest, Codebook, Published, Audit) = (document.Manifest, document.Codebook, published, audit);
        cells = new CellIndex(document.Cells);
        Comparisons = new ReleaseComparisons(document, cells);
        Trends = new ReleaseTrends(document, cells);
        Pairs = new CellPairs(Codebook, cells);
        var areas = Manifest.Areas.ToHashSet(StringComparer.Ordinal);
        municipalitiesByCounty = Codebook.Municipalities.Where(x => areas.Contains(x.Code)).OrderBy(x => x.Name, Words.ByName).ToLookup(x => x.County, StringComparer.Ordinal);
        Counties = [.. Codebook.Counties.Where(x => municipalitiesByCounty.Contains(x.Code))];
        yearsByIndicator = document.Cells
            .GroupBy(x => x.Address.Indicator, StringComparer.Ordinal)
            .ToDictionary(x => x.Key, x => (IReadOnlyList<int>)[.. x.Select(y => y.Address.Year).Distinct().Order()], StringComparer.Ordinal);
        Indicators = [.. Codebook.Indicators.Where(x => yearsByIndicator.ContainsKey(x.Id))];
        HasThreeYears = document.YearsTogether == 1 && Analytics.Release.ThreeYears.EndingYears(document.Manifest.Years).Any();
        threeYears = new Lazy<LoadedRelease?>(() => HasThreeYears ? new LoadedRelease(Analytics.Release.ThreeYears.Of(document), published, audit) : null);
        foreach (var (indicator, year, area, band, sex) in document.Cells.Where(x => x.Cell is Cell.Shown && x.Address.Area.Length == 4).Select(x => x.Address))
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shown, (indicator, year, band, sex, area[..2]), out _)++;
        }
    }

    /// <summary>All cells, in the order of the release.</summary>
    public IReadOnlyList<ReleasedCell> Cells => document.Cells;

    /// <summary>Every municipality against every benchmark.</summary>
    public ReleaseComparisons Comparisons { get; }

    /// <summary>What the last five points of each series say.</summary>
    public ReleaseTrends Trends { get; }

    /// <summary>Which two cells may be tested against each other.</summary>
    public CellPairs Pairs { get; }

    /// <summary>Who works how: methods and follow-up.</summary>
    public PracticePart Practice => document.Practice;

    /// <summary>Who works with whom.</summary>
    public CollaborationPart Collaboration => document.Collaboration;

    /// <summary>Whether three years can be taken together.</summary>
    public bool HasThreeYears { get; }

    /// <summary>The release with three years taken together; null where it has fewer.</summary>
    public LoadedRelease? ThreeYears => threeYears.Value;

    /// <summary>What the release is made of.</summary>
    public Manifest Manifest { get; }

    /// <summary>What its codes mean.</summary>
    public Codebook Codebook { get; }

    /// <summary>When it was last made current, UTC; null when not known.</summary>
    public DateTimeOffset? Published { get; }

    /// <summary>Result of its latest audit; null when not known.</summary>
    public AuditResult? Audit { get; }

    /// <summary>Counties with municipalities in the release, by code.</summary>
    public IReadOnlyList<County> Counties { get; }

    /// <summary>Indicators with cells in the release, in catalogue order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Municipalities of a county that are in the release, by name in Swedish order.</summary>
    public IReadOnlyList<Municipality> MunicipalitiesOf(string county) => [.. municipalitiesByCounty[county]];

    /// <summary>The municipality with this code, if the release holds it.</summary>
    public Municipality? FindMunicipality(string code) =>
        code.Length == 4 ? municipalitiesByCounty[code[..2]].FirstOrDefault(x => x.Code == code) : null;

    /// <summary>Years in which the release has cells of an indicator, ascending.</summary>
    public IReadOnlyList<int> YearsOf(string indicator) => yearsByIndicator.GetValueOrDefault(indicator, []);

    /// <summary>Number of municipalities of a county with a value.</summary>
    public int ShownCount(string indicator, int year, string ageBand, Sex sex, string county) => shown.GetValueOrDefault((indicator, year, ageBand, sex, county));

    /// <summary>The latest year in which any municipality of a county has a value in one of some age bands; the latest year at all where none has.</summary>
    public int LatestYear(string indicator, IEnumerable<AgeBand> ageBands, Sex sex, string county)
    {
        var years = YearsOf(indicator);
        return years.LastOrDefault(x => ageBands.Any(y => ShownCount(indicator, x, y.Id, sex, county) > 0), years[^1]);
    }

    /// <summary>What an attacker is left with of each withheld cell of an indicator and year.</summary>
    /// <exception cref="InvalidDataException">The figures contradict each other.</exception>
    public IReadOnlyList<AttackedInterval> Intervals(string indicator, int year, CancellationToken cancellation) => AttackedIntervals.Of(document, indicator, year, cancellation);

    /// <summary>The cell at an address. An address the release does not hold is a gap with its reason, never nothing.</summary>
    public ReleasedCell Cell(CellAddress address) => cells[address] ?? new ReleasedCell(address, new Cell.Missing(GapAt(address), null), null, null);

    Analytics.Catalogue.Reason GapAt(CellAddress address) =>
        Codebook.FindIndicator(address.Indicator) is { } indicator && !indicator.AgeBands.Contains(address.AgeBand, StringComparer.Ordinal)
            ? Analytics.Catalogue.Reason.NotMeasured
            : Analytics.Catalogue.Reason.SourceMissing;
}
