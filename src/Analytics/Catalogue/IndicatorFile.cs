using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads <c>indicators.csv</c>.</summary>
static class IndicatorFile
{
    static readonly string[] Columns =
    [
        "id", "name_sv", "name_en", "role", "domain", "sat_construct", "unit", "polarity", "measure",
        "definition_sv", "definition_en", "age_bands", "source", "source_id", "level", "core", "note_sv", "note_en",
    ];

    static readonly Dictionary<string, Unit> UnitsById = Units.All.ToDictionary(x => x.Id, StringComparer.Ordinal);
    static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["1"] = true, ["0"] = false };

    /// <summary>The indicators in file order; their age bands youngest first.</summary>
    public static CatalogueTable<Indicator> Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CatalogueTable<AgeBand> bands, FaultList faults)
    {
        var order = bands.Values.DistinctBy(x => x.Id).ToDictionary(x => x.Id, x => (x.From, x.To), StringComparer.Ordinal);
        return CatalogueTable.Read(files, CatalogueFiles.Indicators, Columns, faults, row =>
        {
            var indicator = new Indicator(
                row.Text("id"), row.Required("name_sv"), row.Required("name_en"), row.Member<Role>("role"), row.Member<Domain>("domain"), row.Member<SatConstruct>("sat_construct"),
                row.OneOf("unit", UnitsById), row.Member<Polarity>("polarity"), row.Member<Measure>("measure"), row.Required("definition_sv"), row.Required("definition_en"),
                [.. row.Keys("age_bands", bands.Lacks, CatalogueFiles.AgeBands).OrderBy(x => order.GetValueOrDefault(x))], row.Required("source"), row.Text("source_id"),
                row.Member<AreaLevel>("level"), row.OneOf("core", YesNo), row.Text("note_sv"), row.Text("note_en"));
            if (indicator.AgeBands.Count == 0)
            {
                row.Refuse("age_bands", "at least one age band");
            }

            if (row.Sound && !Units.Fits(indicator.Unit, indicator.Measure))
            {
                row.Refuse("unit", $"for the measure '{Code.Of(indicator.Measure)}' one of {string.Join(", ", Units.All.Where(x => Units.Fits(x, indicator.Measure)).Select(x => x.Id))}");
            }

            return indicator;
        });
    }
}
