using System.Text;
using Analytics.Csv;
using Analytics.Tables;

namespace Analytics.Tests.Tables;

/// <summary>Small tables and specifications in a folder of their own; removed afterwards.</summary>
sealed class TableFiles : IDisposable
{
    public const string Plain = """{"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}}""";

    readonly string folder = Directory.CreateTempSubdirectory("tables").FullName;

    public FaultList Faults { get; } = new();

    public string Faulty => string.Join('\n', Faults.Lines());

    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public static TableSpec Spec(string json)
    {
        var faults = new FaultList();
        return TableSpecFile.Read("spec.json", Encoding.UTF8.GetBytes(json), faults) ?? throw new ArgumentException(string.Join('\n', faults.Lines()));
    }

    public TableRows Rows(string csv, TableSpec spec) => TableFile.Read(Write("table.csv", csv), spec, Faults, CancellationToken.None);

    public IReadOnlyList<CountedTable>? Tables(string csv, string spec) => CountedTables.Of(Spec(spec), "spec.json", Rows(csv, Spec(spec)), Faults);

    /// <summary>The prepared tables; null with <see cref="Faults"/> after a fault.</summary>
    public TableInput? Input(string csv, string spec, params string[] released) => TableInput.Read(
        new TableProtectionOptions(Write("table.csv", csv), Write("spec.json", spec), this["out.csv"]) { Released = [.. released.Select((text, i) => Write($"released{i}.csv", text))] },
        Faults, null, CancellationToken.None);
}
