using Analytics.Catalogue;
using Analytics.Charts;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;
using Dashboard.Layout;
using Dashboard.Navigation;
using Dashboard.Releases;

namespace Dashboard.Profile;

/// <summary>Risk and protective factors of one municipality, with their distances to the benchmark.</summary>
/// <param name="Selection">What was chosen.</param>
/// <param name="Form">What factors are grouped by.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="All">All municipalities of its county by name.</param>
/// <param name="Rows">The factors in the catalogue's order; those without value last.</param>
public sealed record ProfileView(Selection Selection, ProfileForm Form, Municipality Municipality, IReadOnlyList<Municipality> All, IReadOnlyList<ProfileRow> Rows)
{
    /// <summary>The municipality before this one by name; the last before the first.</summary>
    public Municipality Previous => All[(Own + All.Count - 1) % All.Count];

    /// <summary>The municipality after this one by name; the first after the last.</summary>
    public Municipality Next => All[(Own + 1) % All.Count];

    int Own => All.TakeWhile(x => x.Code != Municipality.Code).Count();

    /// <summary>Number of factors that are compared.</summary>
    public int Compared => Rows.Count(x => x.Reading.Comparison is not null);

    /// <summary>The factors that certainly differ, most certain first.</summary>
    public IReadOnlyList<ProfileRow> Differing => [.. Rows.Where(x => x.Reading.Differs).OrderByDescending(x => x.Reading.Certainty)];

    /// <summary>Reads the release; null for a release without cells. Parameters it does not know are told in the selection.</summary>
    public static ProfileView? Of(LoadedRelease release, ViewQuery query)
    {
        if (Selection.OfCounty(release, query) is not { } selection)
        {
            return null;
        }

        var ignored = new List<(string, string)>(selection.Ignored);
        var form = ProfileForm.Domain;
        if (query.Form is { } asked && !Code.TryParse(asked, out form))
        {
            ignored.Add(("form", asked));
        }

        var chosen = query.Area is { } code ? release.FindMunicipality(code) : null;
        if (query.Area is { } area && chosen is null && area != selection.County.Code)
        {
            ignored.Add(("area", area));
        }

        // A municipality brings its county along, whatever the address says.
        selection = chosen is not null && release.Codebook.FindCounty(chosen.County) is { } own ? selection with { County = own, Ignored = ignored } : selection with { Ignored = ignored };
        Municipality[] all = [.. release.MunicipalitiesOf(selection.County.Code)];
        var municipality = chosen ?? all[0];
        return new ProfileView(
            selection, form, municipality, all,
            [.. release.Indicators.Where(x => x.Role != Role.Outcome).Select(x => RowOf(release, x, municipality, all, selection)).OrderBy(x => x.Reading.Estimate is null)]);
    }

    static ProfileRow RowOf(LoadedRelease release, Indicator indicator, Municipality municipality, IReadOnlyList<Municipality> all, Selection selection)
    {
        var year = selection.Year ?? release.LatestYear(indicator.Id, [selection.Age], selection.Sex, municipality.County);
        CellAddress At(string area) => new(indicator.Id, year, area, selection.Age.Id, selection.Sex);
        var reading = CellReading.Of(release, indicator, At(municipality.Code), selection.Benchmark, selection.Level);
        var distance = (reading.Estimate, reading.BenchmarkValue) is ({ } estimate, { } benchmark)
            ? SpreadDistance.Of(
                estimate.Value, reading.Comparison?.Interval ?? estimate.Interval, benchmark.Value,
                [.. all.Select(x => release.Cell(At(x.Code)).Cell).OfType<Cell.Shown>().Select(x => x.Estimate.Value)])
            : null;
        return new ProfileRow(
            indicator, year, reading, new LollipopRow(indicator, year, municipality.Code, municipality.Name, reading.Released.Cell, reading.Comparison, distance));
    }
}

/// <summary>A factor of the municipality.</summary>
/// <param name="Indicator">The factor.</param>
/// <param name="Period">Year of its value.</param>
/// <param name="Reading">Its cell.</param>
/// <param name="Lollipop">The same for the picture.</param>
public sealed record ProfileRow(Indicator Indicator, Period Period, CellReading Reading, LollipopRow Lollipop);
