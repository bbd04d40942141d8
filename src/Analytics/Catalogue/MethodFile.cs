using System.Globalization;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads <c>actors.csv</c> and <c>methods.csv</c>.</summary>
static class MethodFile
{
    static readonly string[] ActorColumns = ["id", "name_sv", "name_en", "age_from", "age_to"];

    static readonly string[] MethodColumns =
    [
        "id", "name_sv", "name_en", "kind", "age_from", "age_to", "actors", "structured", "evidence", "evidence_note_sv", "evidence_note_en",
        "individual", "family", "peers", "school", "community", "sat", "aliases",
    ];

    static readonly Dictionary<string, double> Structured = new(StringComparer.Ordinal) { ["yes"] = 1, ["partly"] = 0.5, ["no"] = 0 };

    /// <summary>What a method may be coded as: constructs of the theory, and propensity or exposure as a whole.</summary>
    static readonly HashSet<string> Constructs = [.. Code.All<SatConstruct>(), "propensity", "exposure"];

    /// <summary>The actor types in file order.</summary>
    public static CatalogueTable<Actor> Actors(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, FaultList faults) =>
        CatalogueTable.Read(files, CatalogueFiles.Actors, ActorColumns, faults, row =>
        {
            var (from, to) = Ages(row);
            return new Actor(row.Text("id"), row.Required("name_sv"), row.Required("name_en"), from, to);
        });

    /// <summary>The methods in file order.</summary>
    public static CatalogueTable<Method> Methods(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CatalogueTable<Actor> actors, FaultList faults)
    {
        var table = CatalogueTable.Read(files, CatalogueFiles.Methods, MethodColumns, faults, row =>
        {
            var (from, to) = Ages(row);
            var constructs = row.List("sat", ' ');
            if (!constructs.All(Constructs.Contains))
            {
                row.Refuse("sat", $"with one blank between, some of {string.Join(", ", Constructs)}");
            }

            return new Method(
                row.Text("id"), row.Required("name_sv"), row.Required("name_en"), row.Member<MethodKind>("kind"), from, to,
                row.Keys("actors", actors.Lacks, CatalogueFiles.Actors), row.OneOf("structured", Structured), row.Whole("evidence", 0, 4), row.Text("evidence_note_sv"), row.Text("evidence_note_en"),
                Enum.GetValues<Domain>().ToDictionary(x => x, x => row.Whole(Code.Of(x), 0, 2)), constructs, row.List("aliases", '|'));
        });
        CheckNames(table, faults);
        return table;
    }

    /// <summary>A name, in any language or as an alias, leads to one method only.</summary>
    static void CheckNames(CatalogueTable<Method> table, FaultList faults)
    {
        var owners = new Dictionary<string, Method>(StringComparer.OrdinalIgnoreCase);
        foreach (var (method, line) in table.Rows)
        {
            Claim(method, line, "id", method.Id);
            Claim(method, line, "name_sv", method.NameSv);
            Claim(method, line, "name_en", method.NameEn);
        }

        foreach (var (method, line) in table.Rows)
        {
            foreach (var alias in method.Aliases)
            {
                Claim(method, line, "aliases", alias);
            }
        }

        void Claim(Method method, long line, string column, string name)
        {
            if (!owners.TryAdd(name, method) && owners[name] != method)
            {
                faults.Add(new Fault(CatalogueFiles.Methods, line, column, Fault.Quoted(name), $"a name of this method only; '{owners[name].Id}' has it too"));
            }
        }
    }

    static (int From, int To) Ages(CatalogueRow row)
    {
        var (from, to) = (row.Whole("age_from", 0, 120), row.Whole("age_to", 0, 120));
        if (row.Sound && from > to)
        {
            row.Refuse("age_to", string.Create(CultureInfo.InvariantCulture, $"an age from {from}, the youngest"));
        }

        return (from, to);
    }
}
