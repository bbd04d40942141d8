using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>aggregates.csv</c>: figures that a source already publishes.</summary>
/// <remarks>
/// A numerator may exceed its denominator: a school or preschool counts the children it has, a municipality those who live there.
/// A row says something: a value, or a numerator with a denominator, or why there is neither.
/// </remarks>
sealed class AggregatesFile
{
    public static readonly string[] Columns =
        ["indicator", "municipality", "year", "sex", "age_from", "age_to", "numerator", "denominator", "value", "status", "source"];

    const long LargestCount = 1_000_000_000;
    const double LargestValue = 1e9;

    readonly Codebook codebook;
    readonly Dictionary<(int, string, int, Sex, int, int), long> lines = [];

    public AggregatesFile(Codebook codebook) => this.codebook = codebook;

    public AggregateRow Row(CsvRows rows, RowChecks row)
    {
        var indicator = row.Indicator(rows[0]);
        var area = row.Area(rows[1]);
        row.Year(rows[2], out var year);
        var sex = row.SexOrTotal(rows[3]);
        var (ageFrom, ageTo) = row.Ages(rows[4], rows[5]);
        var numerator = row.WholeOrEmpty("numerator", rows[6], 0, LargestCount);
        var denominator = row.WholeOrEmpty("denominator", rows[7], 0, LargestCount);
        var value = Value(rows[8], indicator, row);
        var status = Status(rows[9], row);
        var source = row.Text("source", rows[10]);
        if (row.RowIsGood)
        {
            Consistent(numerator, denominator, value, status, row);
        }

        if (row.RowIsGood && !lines.TryAdd((indicator, area, year, sex, ageFrom, ageTo), row.Line))
        {
            row.DescribeRow(
                $"the same indicator, area, year, sex and ages as line {Texts.Of(lines[(indicator, area, year, sex, ageFrom, ageTo)])}", "one row for each");
        }

        return new AggregateRow(indicator, area, year, sex, ageFrom, ageTo, numerator, denominator, value, status, source);
    }

    static void Consistent(long? numerator, long? denominator, double? value, Reason? status, RowChecks row)
    {
        if (status is not null)
        {
            if (value is not null || numerator is not null)
            {
                row.Refuse("status", ReasonCode.Of(status.Value), "an empty status where there is a value or a numerator");
            }
        }
        else if (value is null && numerator > 0 && denominator == 0)
        {
            row.DescribeRow("a numerator above 0 with the denominator 0", "a denominator above 0 where there is a numerator");
        }
        else if (value is null && (numerator is null || denominator is null))
        {
            row.DescribeRow(
                numerator is null && denominator is null ? "neither figures nor a status" : numerator is null ? "a denominator alone" : "a numerator alone",
                $"a value, or a numerator with a denominator, or a status: {string.Join(", ", ReasonCode.All)}");
        }
    }

    double? Value(ReadOnlySpan<char> text, int indicator, RowChecks row)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var lowest = indicator >= 0 && codebook.Indicators[indicator].Measure != Measure.Mean ? 0 : -LargestValue;
        if (Texts.TryNumber(text, out var value) && lowest <= value && value <= LargestValue)
        {
            return value + 0.0;
        }

        row.Refuse("value", text, Texts.HasDecimalComma(text) ? "a point as decimal mark, for example 12.5"
            : lowest == 0 ? "a number from 0 to 1000000000, for example 12.5" : "a number from -1000000000 to 1000000000, for example 12.5");
        return null;
    }

    static Reason? Status(ReadOnlySpan<char> text, RowChecks row)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (ReasonCode.Parse(text) is { } reason)
        {
            return reason;
        }

        row.Refuse("status", text, $"empty or one of {string.Join(", ", ReasonCode.All)}");
        return null;
    }
}
