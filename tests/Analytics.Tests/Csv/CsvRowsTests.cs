using System.Text;
using Analytics.Csv;
using CsCheck;
using Xunit;

namespace Analytics.Tests.Csv;

public sealed class CsvRowsTests
{
    static readonly string[] Pieces = ["a", "Ö", ",", "\"", "\n", "\r\n", " ", "#", "😀"];

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData("b,a\n2,1\n4,3\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"2\"\n3,4\n")]
    public void Read_SameTable_SameRowsAndLines(string text) => Assert.Equal(["2: 1|2", "3: 3|4"], Rows(text));

    [Fact]
    public void Read_QuotedFields_AreUnquotedAndLinesStayRight() => Assert.Equal(
        ["2: x,y|he said \"no\"", "3: one\ntwo\n\nfour|2", "7: 5|6"],
        Rows("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"one\ntwo\n\nfour\",2\n5,6\n"));

    [Fact]
    public void Read_QuotedFieldsWithCrLf_LinesStayRight() => Assert.Equal(["2: one\r\ntwo|2", "4: 5|6"], Rows("a,b\r\n\"one\r\ntwo\",2\r\n5,6\r\n"));

    [Fact]
    public void Read_BlankLines_AreSkippedAndLinesStayRight() => Assert.Equal(["5: 1|2", "8: 3|4"], Rows("\n\na,b\n\n1,2\r\n\r\n  \n3,4\n\n\n"));

    [Fact]
    public void Read_BlankLinesInOneColumn_AreSkippedButAQuotedNothingIsARow()
    {
        var rows = CsvRows.Open("f.csv", Utf8("a\n\n1\n\n\"\"\n"), ["a"], [], new FaultList());
        var read = new List<string>();
        while (rows.Read())
        {
            read.Add($"{rows.Line}: {rows[0]}");
        }

        Assert.Equal(["3: 1", "5: "], read);
    }

    [Fact]
    public void Read_EmptyFields_AreEmpty() => Assert.Equal(["2: |", "3: |2"], Rows("a,b\n,\n,2\n"));

    [Fact]
    public void Read_RowThatLooksLikeAComment_IsARow() => Assert.Equal(["2: #1|2", "3: ;|//"], Rows("a,b\n#1,2\n;,//\n"));

    [Fact]
    public void Read_OptionalColumn_IsReadWhereItIsAndEmptyElsewhere()
    {
        using var with = CsvRows.Open("f.csv", Utf8("w,a\n7,1\n"), ["a"], ["w"], new FaultList());
        using var without = CsvRows.Open("f.csv", Utf8("a\n1\n"), ["a"], ["w"], new FaultList());

        Assert.True(with.Read() && without.Read());
        Assert.Equal(("1", "7", "1", ""), (with[0].ToString(), with[1].ToString(), without[0].ToString(), without[1].ToString()));
    }

    [Fact]
    public void Read_HeaderOnly_HasNoRowsAndNoFault() => Assert.Empty(Rows("a,b\n"));

    [Theory]
    [InlineData("", "f.csv: found no header, expected the header 'a,b' and rows below it.")]
    [InlineData("\n \r\n", "f.csv: found no header, expected the header 'a,b' and rows below it.")]
    [InlineData("a\n1\n", "f.csv, line 1, column 'b': found no such column, expected the header 'a,b'.")]
    [InlineData("\na,b,b\n1,2,3\n", "f.csv, line 2, column 'b': found the column twice, expected each column once.")]
    [InlineData("a,b,c\n1,2,3\n", "f.csv, line 1: found the column 'c', expected only the columns 'a,b'.")]
    [InlineData("a,b,\n1,2,\n", "f.csv, line 1: found the column an empty field, expected only the columns 'a,b'.")]
    [InlineData("p-17,2\np-18,4\n", "f.csv, line 1: found a first line that names none of the columns, expected the header 'a,b'.")]
    [InlineData("a;b\n1;2\n", "f.csv, line 1: found a first line with ';' between the columns, expected the header 'a,b'.")]
    [InlineData("\"a,b\n1,2\n", "f.csv, line 1: found a quotation mark that is never closed, expected comma-separated UTF-8 text; the rest of the file was not read.")]
    public void Open_HeaderThatCannotBeUsed_SaysWhyAndHasNoRows(string text, string expected)
    {
        var faults = new FaultList();

        Assert.Empty(Rows(text, faults));
        Assert.Equal([expected], faults.Lines());
    }

    [Fact]
    public void Read_RowsOfAnotherWidth_AreReportedAndTheRestIsRead()
    {
        var faults = new FaultList();

        Assert.Equal(["3: 1|2", "5: 3|4"], Rows("a,b\n1\n1,2\n1,2,3\n3,4\n", faults));
        Assert.Equal(
            ["f.csv, line 2: found 1 fields, expected 2 fields as in the header.", "f.csv, line 4: found 3 fields, expected 2 fields as in the header."],
            faults.Lines());
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,\"4\n5,6\n", "a quotation mark that is never closed")]
    [InlineData("a,b\n1,2\n3,\"4\"x\n5,6\n", "text after a closing quotation mark")]
    public void Read_BrokenQuotes_StopWithTheLineWhereTheRowStarts(string text, string found)
    {
        var faults = new FaultList();

        Assert.Equal(["2: 1|2"], Rows(text, faults));
        Assert.Equal([$"f.csv, line 3: found {found}, expected comma-separated UTF-8 text; the rest of the file was not read."], faults.Lines());
    }

    [Fact]
    public void Read_RowWithoutEnd_StopsBeforeItFillsTheMemory()
    {
        var faults = new FaultList();

        Assert.Equal(["2: 1|2"], Rows($"a,b\n1,2\n\"{string.Concat(Enumerable.Repeat("3,4\n", 400_000))}", faults));
        Assert.Equal(3, Assert.Single(faults.Listed).Line);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_BytesThatAreNotUtf8_AreReportedWithTheirLineAndTheRestIsRead(bool mark)
    {
        var faults = new FaultList();
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. "a,b\nö,2\n"u8, .. Encoding.Latin1.GetBytes("J\u00F6nk\u00F6ping,2\n\u00F6,2\n"), .. "3,4\n"u8];

        Assert.Equal(["2: ö|2", "5: 3|4"], Rows(new MemoryStream(bytes), faults));
        Assert.Equal(
            ["f.csv, line 3: found bytes that are not UTF-8, expected comma-separated UTF-8 text.", "f.csv, line 4: found bytes that are not UTF-8, expected comma-separated UTF-8 text."],
            faults.Lines());
    }

    [Fact]
    public void Open_Utf16_IsReported()
    {
        var faults = new FaultList();

        Assert.Empty(Rows(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,2\n")]), faults));
        Assert.Equal("f.csv, line 1: found bytes that are not UTF-8, expected comma-separated UTF-8 text.", faults.Lines().First());
    }

    [Fact]
    public void Refuse_AFieldAndAPersonalField_QuotesOnlyTheFirst()
    {
        var faults = new FaultList();
        using var rows = CsvRows.Open("f.csv", Utf8("a,b\n\n680,p-17\n"), ["a", "b"], [], faults);
        Assert.True(rows.Read());

        rows.Refuse("a", rows[0], "a four-digit code, for example '0680'");
        rows.RefusePersonal("b", "a text of 4 characters", "at most 3 characters");

        Assert.Equal(
            ["f.csv, line 3, column 'a': found '680', expected a four-digit code, for example '0680'.", "f.csv, line 3, column 'b': found a text of 4 characters, expected at most 3 characters."],
            faults.Lines());
    }

    [Fact]
    public void Read_AnyTable_GivesBackWhatWasWritten()
    {
        var field = Gen.Int[0, Pieces.Length - 1].Select(x => Pieces[x]).Array[0, 8].Select(string.Concat);
        var table = Gen.Select(field, field).Array[0, 40];
        Gen.Select(table, Gen.Bool, Gen.Bool).Sample((rows, crlf, mark) =>
        {
            var end = crlf ? "\r\n" : "\n";
            var (text, expected, line) = (new StringBuilder(mark ? "\uFEFFa,b" : "a,b").Append(end), new List<string>(), 2);
            foreach (var (one, other) in rows)
            {
                text.Append(Quoted(one)).Append(',').Append(Quoted(other)).Append(end);
                expected.Add($"{line}: {one}|{other}");
                line += 1 + one.Count(x => x == '\n') + other.Count(x => x == '\n');
            }

            Assert.Equal(expected, Rows(text.ToString()));
        });
        static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static List<string> Rows(string text)
    {
        var faults = new FaultList();
        var rows = Rows(text, faults);
        Assert.Equal([], faults.Lines());
        return rows;
    }

    static List<string> Rows(string text, FaultList faults) => Rows(Utf8(text), faults);

    static List<string> Rows(Stream content, FaultList faults)
    {
        using var rows = CsvRows.Open("f.csv", content, ["a", "b"], [], faults);
        var read = new List<string>();
        while (rows.Read())
        {
            read.Add($"{rows.Line}: {rows[0]}|{rows[1]}");
        }

        return read;
    }

    static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
