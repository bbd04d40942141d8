using System.Globalization;
using Analytics.Tables;
using Analytics.Tests.Tables;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>A table of one's own in files: protected, changed and audited.</summary>
sealed class OwnTable : IDisposable
{
    public const string Spec = """{"dims": ["mun", "sex"], "total": {"mun": "06", "sex": "T"}}""";

    readonly TableFiles files = new();

    public void Dispose() => files.Dispose();

    /// <summary>Rows of municipalities from counts of F and M, margins summed.</summary>
    public static string[] Rows(params (string Mun, int F, int M)[] counts) =>
    [
        .. counts.Append((Mun: "06", F: counts.Sum(x => x.F), M: counts.Sum(x => x.M)))
            .SelectMany(x => new[] { Row(x.Mun, "F", x.F), Row(x.Mun, "M", x.M), Row(x.Mun, "T", x.F + x.M) }),
    ];

    /// <summary>Protects rows; the name of the output is free.</summary>
    public TableProtectionResult Protect(IEnumerable<string> rows, string output, string header = "mun,sex,value", string spec = Spec, Func<TableProtectionOptions, TableProtectionOptions>? set = null)
    {
        var options = new TableProtectionOptions(files.Write("table.csv", Csv(header, rows)), files.Write("spec.json", spec), files[output]);
        return TableProtection.Protect(set?.Invoke(options) ?? options, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Protects rows that can be protected. The output's lines, its header left out.</summary>
    public string[] Protected(IEnumerable<string> rows, string output, string header = "mun,sex,value", string spec = Spec, Func<TableProtectionOptions, TableProtectionOptions>? set = null)
    {
        Assert.IsType<TableProtectionResult.Written>(Protect(rows, output, header, spec, set));
        return [.. File.ReadAllLines(files[output]).Skip(1)];
    }

    /// <summary>What the audit finds in an output.</summary>
    public IReadOnlyList<string> Findings(string output, params string[] released) => Assert.IsType<TableAuditResult.Done>(Audit(output, released)).Findings;

    public TableAuditResult Audit(string output, params string[] released) =>
        TableAudit.Run(new TableProtectionOptions(files[output], files["spec.json"], "") { Released = [.. released.Select(x => files[x])] }, null, TestContext.Current.CancellationToken);

    public string this[string name] => files[name];

    /// <summary>The certificate beside an output.</summary>
    public string Certificate(string output) => files[output + ".certificate"];

    public static string Csv(string header, IEnumerable<string> rows) => header + "\n" + string.Concat(rows.Select(row => row + "\n"));

    static string Row(string mun, string sex, int count) => string.Create(CultureInfo.InvariantCulture, $"{mun},{sex},{count}");
}
