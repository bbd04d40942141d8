using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Analytics.Tests.Conventions;

/// <summary>The rules that keep the library simple and the unprotected counts out of reach.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The flow from left to right: a folder uses only folders to its left.</summary>
    static readonly string[] Flow = ["Csv", "Postgres", "Catalogue", "Statistics", "Sample", "Repeats", "Intake", "Aggregation", "Counting", "Disclosure", "Tables", "Estimation", "Practice", "Collaboration", "Observations", "Release", "Storage", "Charts"];

    /// <summary>What intake tells the outside about the files it read; nothing else of the unprotected side is public.</summary>
    static readonly string[] PublicOfIntake = ["InputDescription", "InputFileRecord"];

    /// <summary>The verbs about a table of one's own, and what they say: no counts of single cells.</summary>
    static readonly string[] PublicOfTables =
    [
        "Done", "HidingCost", "NotSafe", "Refused", "Refused", "TableAudit", "TableAuditResult", "TableProtection", "TableProtectionMode", "TableProtectionOptions", "TableProtectionResult",
        "TableRule", "TableSummary", "Written",
    ];

    /// <summary>The verb that stores microdata in a database, and what it says of files.</summary>
    static readonly string[] PublicOfObservations = ["Done", "FileChange", "IngestOptions", "IngestResult", "IngestedFile", "ObservationIngest", "ObservationSpread", "Refused"];

    [Fact]
    public void Folders_UseOnlyFoldersToTheirLeft()
    {
        var offences =
            from folder in Flow
            let path = Path.Combine(Repository.Root, "src", "Analytics", folder)
            from file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            from Match match in UsingDirective().Matches(File.ReadAllText(file))
            let used = match.Groups[1].Value
            where Array.IndexOf(Flow, used) > Array.IndexOf(Flow, folder)
            select $"{folder}/{Path.GetFileName(file)} uses {used}";

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("Intake")]
    [InlineData("Repeats")]
    [InlineData("Counting")]
    [InlineData("Aggregation")]
    [InlineData("Disclosure")]
    [InlineData("Tables")]
    [InlineData("Observations")]
    public void UnprotectedTypes_AreNotPublic(string folder)
    {
        var visible = typeof(Pipeline).Assembly.GetExportedTypes().Where(x => x.Namespace == $"Analytics.{folder}").Select(x => x.Name);

        Assert.Equal(folder switch { "Intake" => PublicOfIntake, "Tables" => PublicOfTables, "Observations" => PublicOfObservations, _ => [] }, visible.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Library_LetsOnlyItsOwnTestsAndBenchmarksSeeInternals()
    {
        var friends = typeof(Pipeline).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(x => x.AssemblyName);

        Assert.Equal(["Analytics.Tests", "Benchmarks"], friends.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_CarryNamesThatSayWhatTheyAre()
    {
        string[] empty = ["Manager", "Helper", "Utils", "Util", "Service", "Common"];

        Assert.Empty(typeof(Pipeline).Assembly.GetTypes().Where(x => x.Namespace?.StartsWith("Analytics", StringComparison.Ordinal) == true && empty.Any(x.Name.EndsWith)).Select(x => x.FullName));
    }

    [GeneratedRegex(@"^using Analytics\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
