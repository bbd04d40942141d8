using System.Text.RegularExpressions;
using Analytics.Disclosure;
using Analytics.Tables;
using Xunit;

namespace Analytics.Tests.Disclosure;

/// <summary>A certificate that is not of the table beside it, or a table that is not the one that was proved, is found by the audit.</summary>
public sealed partial class CertificateFraudTests : IDisposable
{
    static readonly string[] Rows = OwnTable.Rows(("a", 3, 12), ("b", 21, 18), ("c", 30, 26), ("d", 2, 44));

    static readonly SuppressionOptions Options = new(12, 3, Insider: false);

    readonly OwnTable table = new();
    readonly string[] published;

    public CertificateFraudTests() => published = table.Protected(Rows, "out.csv");

    public void Dispose() => table.Dispose();

    [Fact]
    public void Audit_OfWhatWasProtected_FindsNothing() => Assert.Empty(table.Findings("out.csv"));

    [Fact]
    public void Audit_OfAnyPublishedCountChanged_FindsIt()
    {
        foreach (var row in Enumerable.Range(0, Rows.Length).Where(row => !IsWithheld(row)))
        {
            var changed = (string[])published.Clone();
            changed[row] = Number().Replace(changed[row], x => $"{int.Parse(x.Value, null) + 1}", 1);
            Write(changed);

            Assert.False(table.Audit("out.csv") is TableAuditResult.Done { Findings.Count: 0 }, published[row]);
        }
    }

    [Fact]
    public void Audit_OfAnyWithheldCellShown_FindsIt()
    {
        foreach (var row in Enumerable.Range(0, Rows.Length).Where(IsWithheld))
        {
            var changed = (string[])published.Clone();
            changed[row] = Rows[row] + ",";
            Write(changed);

            Assert.NotEmpty(table.Findings("out.csv"));
        }
    }

    [Fact]
    public void Audit_OfAnyNumberOfTheCertificateChanged_FindsIt()
    {
        var text = File.ReadAllText(table.Certificate("out.csv"));
        var found = 0;
        var numbers = Number().Matches(text);
        foreach (Match number in numbers)
        {
            var digit = (char)('0' + ((number.Value[^1] - '0' + 1) % 10));
            File.WriteAllText(table.Certificate("out.csv"), text[..(number.Index + number.Length - 1)] + digit + text[(number.Index + number.Length)..]);
            found += table.Findings("out.csv").Count > 0 ? 1 : 0;
        }

        Assert.Equal(numbers.Count, found);
    }

    [Fact]
    public void Audit_OfACertificateCutShortAnywhere_FindsIt()
    {
        var bytes = File.ReadAllBytes(table.Certificate("out.csv"));
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(table.Certificate("out.csv"), bytes[..length]);

            Assert.NotEmpty(table.Findings("out.csv"));
        }
    }

    [Fact]
    public void Audit_OfSwappedCertificates_FindsBoth()
    {
        table.Protected(OwnTable.Rows(("a", 40, 12), ("b", 2, 18), ("c", 30, 1), ("d", 25, 44)), "other.csv");
        File.Move(table.Certificate("out.csv"), table["keep"]);
        File.Move(table.Certificate("other.csv"), table.Certificate("out.csv"));
        File.Move(table["keep"], table.Certificate("other.csv"));

        Assert.NotEmpty(table.Findings("out.csv"));
        Assert.NotEmpty(table.Findings("other.csv"));
    }

    [Fact]
    public void Audit_WithoutACertificate_SaysSo()
    {
        File.Delete(table.Certificate("out.csv"));

        Assert.Contains("There is no certificate", Assert.Single(table.Findings("out.csv")), StringComparison.Ordinal);
    }

    /// <summary>Two true tables that readers cannot tell apart: what is published, and the proof, are the same bytes.</summary>
    [Fact]
    public void Prove_TablesThatDifferInWithheldCountsOnly_GivesTheSameBytes()
    {
        var compared = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            // Counts are far from the threshold, so that the other tables ask for the same pattern.
            var random = new Random(seed);
            var one = SmallTable.Of(3, 2, 1, false, [.. Enumerable.Range(0, 12).Select(_ => random.Next(3) == 0 ? random.Next(3, 7) : random.Next(40, 90))], 12);
            var pattern = one.Protect(Options);
            foreach (var other in Others(one, pattern))
            {
                var again = CellSuppression.Protect(other, [.. one.Cells.Select(cell => other[cell] is >= 1 and < 12)], Options, TestContext.Current.CancellationToken);
                if (again.Withheld.SequenceEqual(pattern.Withheld))
                {
                    compared++;
                    Assert.Equal(Bytes(one.Seen(pattern.Withheld)), Bytes(new([.. one.Cells.Select(cell => again.Withheld[cell] ? (long?)null : other[cell])], other.Relations, [.. one.Cells.Select(other.Floor)])));
                }
            }
        }

        Assert.True(compared > 20, FormattableString.Invariant($"{compared}"));
    }

    static IEnumerable<AdditiveTable> Others(SmallTable table, SuppressionPattern pattern)
    {
        foreach (var part in UnknownPart.Of(table.System.Relations, pattern.Withheld))
        {
            using var search = new ChangeSearch(part, [.. part.Cells.Select(cell => new Room(table.Table[cell] - table.Table.Floor(cell), Room.Boundless))], [.. part.Cells.Select(_ => 3)]);
            search.Widen();
            foreach (var change in search.Changes)
            {
                yield return new([.. table.Cells.Select(cell => table.Table[cell] + change[cell])], table.Table.Roles, table.System.Relations);
            }
        }
    }

    static byte[] Bytes(ReaderView view)
    {
        using var stream = new MemoryStream();
        CertificateText.Write(Certificate.Of(view, 3, CancellationToken.None)!, stream);
        return stream.ToArray();
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    bool IsWithheld(int row) => published[row].EndsWith(",suppressed", StringComparison.Ordinal);

    void Write(IEnumerable<string> rows) => File.WriteAllText(table["out.csv"], OwnTable.Csv("mun,sex,value,status", rows));
}
