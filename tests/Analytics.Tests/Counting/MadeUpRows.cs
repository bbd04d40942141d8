using System.Globalization;
using System.Text;
using CsCheck;

namespace Analytics.Tests.Counting;

/// <summary>Random files of observations without a fault, written in every way that is allowed.</summary>
static class MadeUpRows
{
    static readonly string[] Columns = ["person", "municipality", "age", "sex", "year", "indicator", "value", "weight"];

    static readonly Gen<string> Persons = Gen.OneOf(
        Gen.Int[0, 40].Select(x => $"p{x}"),
        Gen.Int[0, 1_000_000].Select(x => string.Create(CultureInfo.InvariantCulture, $"{x:x16}")),
        Gen.Int[0, 20].Select(x => $"åäö-{x}-女\t"),
        Gen.Int[0, 20].Select(x => $" {x}"),
        Gen.Int[0, 9].Select(x => new string('é', 63) + x));

    static readonly Gen<string> Weights = Gen.OneOf("", "", "", "1", "1.0", "0.5", "2", "1.25", "0.0001", "10000", "3.14159265358979", "1e-3", "0.333333333333333333", "01.5", "0.1000000000000000055511151231257827");

    static readonly Gen<(string Indicator, string Value)> Answers = Gen.OneOf(
        Gen.OneOf("share", "more_0", "more_1", "more_63", "more_64", "more_69").Select(Gen.OneOf("0", "1", "", "0", "1", "1.0", "0.000", "1e0", "-0"), (x, y) => (x, y)),
        Gen.Const("level").Select(Gen.OneOf("", "3.5", "-3.25", "0", "-0", "99999.999", "-1e5", "0.1", ".5", "5.", "1E-7", "123456789012345e-12", "0.30000000000000004", "+2"), (x, y) => (x, y)),
        Gen.Const("events").Select(Gen.OneOf("", "0", "1", "7", "100000", "2.0", "1e2"), (x, y) => (x, y)));

    static readonly Gen<string[]> Row = Gen.Select(
        Persons, Gen.OneOf("0680", "0643"), Gen.OneOf("0", "5", "6", "15", "18", "07", "007"), Gen.OneOf("F", "M", "X"), Gen.OneOf("2024", "2025", "1990", "2100", "02024"), Answers, Weights)
        .Select((person, municipality, age, sex, year, answer, weight) => (string[])[person, municipality, age, sex, year, answer.Indicator, answer.Value, weight]);

    /// <summary>Rows; a person, year and indicator stands once.</summary>
    public static Gen<string[][]> Rows { get; } = Row.Array[1, 60].Select(rows => rows.DistinctBy(x => (x[0], int.Parse(x[4], CultureInfo.InvariantCulture), x[5])).ToArray());

    /// <summary>Ways to write a file: line ends, quotation marks, the order of columns, blank lines, a mark of the encoding, a last line end.</summary>
    public static Gen<(bool Returns, bool Quotes, bool Turned, bool Blank, bool Mark, bool Open, bool Weights)> Manners { get; } =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool);

    /// <summary>The text of a file.</summary>
    public static byte[] File(string[][] rows, (bool Returns, bool Quotes, bool Turned, bool Blank, bool Mark, bool Open, bool Weights) manner)
    {
        int[] order = manner.Turned ? [6, 5, 0, 3, 1, 4, 2] : [0, 1, 2, 3, 4, 5, 6];
        order = manner.Weights ? [.. order, 7] : order;
        var text = new StringBuilder();
        var line = 0;
        foreach (var row in rows.Prepend(Columns))
        {
            text.AppendJoin(',', order.Select(x => manner.Quotes && (x + line) % 3 == 0 ? $"\"{row[x]}\"" : row[x]));
            text.Append(manner.Returns ? "\r\n" : "\n");
            text.Append(manner.Blank && ++line % 5 == 0 ? "  \n" : "");
        }

        var whole = manner.Open ? text.ToString().TrimEnd('\r', '\n') : text.ToString();
        return [.. manner.Mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(whole)];
    }
}
