using Xunit;

namespace Dashboard.Tests.Commands;

/// <summary><c>protect</c> and <c>audit --table</c> as an outsider uses them.</summary>
public sealed class TableVerbTests : IDisposable
{
    static readonly string[] Protect = ["protect", "--table", "table.csv", "--spec", "spec.json", "--out", "out.csv"];
    static readonly string[] Audit = ["audit", "--table", "out.csv", "--spec", "spec.json"];

    readonly ProgramRun program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("X")]
    public async Task Protect_ThenAudit_KeepsRowsAndHidesEverySmallCount(string unpublished)
    {
        OwnTable.Write(program, unpublished);
        var said = await program.SucceedsAsync(Protect);
        Assert.Contains("Passed", await program.SucceedsAsync(Audit), StringComparison.Ordinal);

        Assert.Matches(@"^Cells: \d+ in 1 independent table; \d+ more have no row\.\nPrimary cells: \d+ \(small count \d+.*\)\.\nSecondary cells: \d+\. Cost \d+; lower bound [\d.]+; gap [\d.]+ %\.\nSeconds: ", said);
        var (before, after) = (Lines("table.csv"), Lines("out.csv"));
        Assert.Equal("mun,age,sex,value,status", after[0]);
        Assert.Equal(before.Length, after.Length);
        foreach (var (was, now) in before.Zip(after).Skip(1))
        {
            var value = long.Parse(was[(was.LastIndexOf(',') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(now == was + "," || now == was[..(was.LastIndexOf(',') + 1)] + ",suppressed", now);
            Assert.False(value is >= 1 and <= 4 && now == was + ",", "a small count is shown");
        }

        Assert.False(File.Exists(program["out.csv.part"]) || File.Exists(program["out.csv.certificate.part"]));
    }

    [Fact]
    public async Task Protect_OfRowsInAnotherOrder_ShowsTheSame()
    {
        OwnTable.Write(program, "X");
        await program.SucceedsAsync(Protect);
        var first = Lines("out.csv");
        var certificate = await File.ReadAllBytesAsync(program["out.csv.certificate"], TestContext.Current.CancellationToken);
        var rows = Lines("table.csv");
        await File.WriteAllLinesAsync(program["table.csv"], [rows[0], .. rows.Skip(1).Reverse()], TestContext.Current.CancellationToken);

        await program.SucceedsAsync(Protect);

        Assert.Equal(first.Order(StringComparer.Ordinal), Lines("out.csv").Order(StringComparer.Ordinal));
        Assert.Equal(certificate, await File.ReadAllBytesAsync(program["out.csv.certificate"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Protect_WithRounding_HidesNothingAndAddsUp()
    {
        OwnTable.Write(program);
        Assert.Contains("Rounded", await program.SucceedsAsync([.. Protect, "--protection", "rounding"]), StringComparison.Ordinal);

        Assert.All(Lines("out.csv").Skip(1), line => Assert.EndsWith(",rounded", line, StringComparison.Ordinal));
        await program.SucceedsAsync(Audit);
    }

    [Fact]
    public async Task Protect_AfterAnEarlierOutput_KeepsWithheldWhatWasWithheld()
    {
        OwnTable.Write(program);
        await program.SucceedsAsync(Protect);
        File.Move(program["out.csv"], program["first.csv"]);

        // One girl fewer: every published sum with her in it would tell.
        OwnTable.Write(program, "", (municipality, band, sex, count) => municipality == "0604" && band == "6-9" && sex == "F" ? count + 1 : count);
        var said = await program.SucceedsAsync([.. Protect, "--released", "first.csv"]);

        Assert.Contains("withheld before", said, StringComparison.Ordinal);
        Assert.All(
            Lines("first.csv").Zip(Lines("out.csv")).Where(x => x.First.EndsWith(",suppressed", StringComparison.Ordinal)),
            x => Assert.EndsWith(",suppressed", x.Second, StringComparison.Ordinal));
        await program.SucceedsAsync([.. Audit, "--released", "first.csv"]);
    }

    [Fact]
    public async Task Protect_OfAFaultyTable_ExitsWithOneAndWritesNothing()
    {
        OwnTable.Write(program);
        var lines = Lines("table.csv");
        lines[^1] = lines[^1] + "1";
        await File.WriteAllLinesAsync(program["table.csv"], lines, TestContext.Current.CancellationToken);

        var (code, output, error) = await program.RunAsync(Protect);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("that is not the sum of its parts along 'mun', expected the sum of 0604 + 0605", error, StringComparison.Ordinal);
        Assert.Contains("that is not the sum of its parts along 'age'", error, StringComparison.Ordinal);
        Assert.DoesNotContain(lines[^1].Split(',')[^1], error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(program.Folder, "out.csv*"));
    }

    [Fact]
    public async Task Protect_OfASmallCountThatMustBeShown_ExitsWithThreeAndNamesTheCell()
    {
        await File.WriteAllTextAsync(program["table.csv"], "sex,value,publish\nF,3,1\nM,50,0\nT,53,0\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(program["spec.json"], """{"dims": ["sex"], "total": {"sex": "T"}}""", TestContext.Current.CancellationToken);

        var (code, _, error) = await program.RunAsync(Protect);

        Assert.Equal(3, code);
        Assert.Contains("sex F", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(program.Folder, "out.csv*"));
    }

    [Fact]
    public async Task Protect_WithCosts_DoesNotTellTheCostOfWhatItWithholds()
    {
        await File.WriteAllTextAsync(program["table.csv"], "value,cost,sex\n3,33,F\n50,44,M\n53,55,T\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(program["spec.json"], """{"dims": ["sex"], "total": {"sex": "T"}}""", TestContext.Current.CancellationToken);

        await program.SucceedsAsync(Protect);

        Assert.Equal("value,cost,sex,status", Lines("out.csv")[0]);
        Assert.Equal(",,F,suppressed", Lines("out.csv")[1]);
        await program.SucceedsAsync(Audit);
    }

    [Fact]
    public async Task Audit_OfATableWithoutCertificate_ExitsWithThreeAndSaysSo()
    {
        OwnTable.Write(program);
        await program.SucceedsAsync(Protect);
        File.Delete(program["out.csv.certificate"]);

        var (code, output, _) = await program.RunAsync(Audit);

        Assert.Equal(3, code);
        Assert.Contains("no certificate out.csv.certificate", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value,sex,status\n,F,suppressed\n50,M,\n53,T,\n", "Known to readers: sex F.")]
    [InlineData("value,sex,status\n,F,suppressed\n,M,suppressed\n3,T,\n", "Known to readers: sex F.")]
    [InlineData("value,sex,status\n50,M,\n40,F,\n93,T,\n", "Known to readers: sex X.")]
    public async Task Audit_OfAnUnsafeTable_NamesTheCellsAndNoCount(string table, string expected)
    {
        await File.WriteAllTextAsync(program["out.csv"], table, TestContext.Current.CancellationToken);
        var hier = table.Contains("93", StringComparison.Ordinal) ? """, "hier": {"sex": [{"F": "T", "M": "T", "X": "T"}]}""" : "";
        await File.WriteAllTextAsync(program["spec.json"], $$"""{"dims": ["sex"], "total": {"sex": "T"}{{hier}}}""", TestContext.Current.CancellationToken);

        var (code, output, _) = await program.RunAsync(Audit);

        Assert.Equal(3, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value,sex,status\n,F,suppressed\n50,M,\n40,T,\n")]
    [InlineData("value,sex\n3,F\n50,M\n53,T\n")]
    public async Task Audit_OfWhatIsNoProtectedTable_ExitsWithOne(string table)
    {
        await File.WriteAllTextAsync(program["out.csv"], table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(program["spec.json"], """{"dims": ["sex"], "total": {"sex": "T"}}""", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await program.RunAsync(Audit)).ExitCode);
    }

    [Theory]
    [InlineData("protect")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "a")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "c", "--threshold", "1")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "c", "--width", "0")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "c", "--insider", "maybe")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "c", "--weights", "gold")]
    [InlineData("protect", "--table", "a", "--spec", "b", "--out", "c", "--protection", "none")]
    [InlineData("audit")]
    [InlineData("audit", "--table", "a")]
    [InlineData("audit", "0123", "--table", "a", "--spec", "b")]
    public async Task CommandLine_ThatIsWrong_ExitsWithTwo(params string[] arguments) => Assert.Equal(2, (await program.RunAsync(arguments)).ExitCode);

    [Theory]
    [InlineData("protect", "--table", "no.csv", "--spec", "no.json", "--out", "out.csv")]
    [InlineData("audit", "--table", "no.csv", "--spec", "no.json")]
    public async Task Verb_WithoutItsFiles_ExitsWithOneLine(params string[] arguments)
    {
        var (code, _, error) = await program.RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The table and the specification that the README tells to copy.</summary>
    [Fact]
    public async Task Protect_OfTheExampleInTheReadme_Works()
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
        var readme = await File.ReadAllTextAsync(Path.Combine(root, "README.md"), TestContext.Current.CancellationToken);
        foreach (var name in (string[])["table.csv", "spec.json"])
        {
            var begin = $"cat > {name} <<'END'\n";
            var from = readme.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            await File.WriteAllTextAsync(program[name], readme[from..(readme.IndexOf("\nEND\n", from, StringComparison.Ordinal) + 1)], TestContext.Current.CancellationToken);
        }

        await program.SucceedsAsync("protect", "--table", "table.csv", "--spec", "spec.json", "--out", "protected.csv");
        await program.SucceedsAsync("audit", "--table", "protected.csv", "--spec", "spec.json");

        Assert.Equal("0680,F,,suppressed", Lines("protected.csv")[1]);
    }

    string[] Lines(string name) => File.ReadAllLines(program[name]);
}
