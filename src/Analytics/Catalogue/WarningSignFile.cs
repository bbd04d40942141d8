using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads <c>warning_signs.csv</c>.</summary>
static class WarningSignFile
{
    static readonly string[] Columns = ["id", "name_sv", "name_en", "domain", "sat_construct", "indicators", "sources"];

    /// <summary>The warning signs in file order.</summary>
    public static CatalogueTable<WarningSign> Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CatalogueTable<Indicator> indicators, FaultList faults) =>
        CatalogueTable.Read(files, CatalogueFiles.WarningSigns, Columns, faults, row => new WarningSign(
            row.Text("id"), row.Required("name_sv"), row.Required("name_en"), row.Member<Domain>("domain"), row.Member<SatConstruct>("sat_construct"),
            row.Keys("indicators", indicators.Lacks, CatalogueFiles.Indicators), row.List("sources", '|')));
}
