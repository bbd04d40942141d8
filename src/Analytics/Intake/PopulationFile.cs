using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>population.csv</c>: inhabitants on 31 December.</summary>
sealed class PopulationFile
{
    public static readonly string[] Columns = ["municipality", "age", "sex", "year", "count"];

    const long LargestCount = 1_000_000_000;

    readonly Dictionary<(int, int, Sex, int), long> lines = [];

    public PopulationRow Row(CsvRows rows, RowChecks row)
    {
        var municipality = row.Municipality(rows[0]);
        var age = row.Age(rows[1]);
        var sex = row.Sex(rows[2]);
        row.Year(rows[3], out var year);
        var count = row.Whole("count", rows[4], 0, LargestCount);
        if (row.RowIsGood && !lines.TryAdd((municipality, age, sex, year), row.Line))
        {
            row.DescribeRow($"the same municipality, age, sex and year as line {Texts.Of(lines[(municipality, age, sex, year)])}", "one row for each");
        }

        return new PopulationRow(municipality, age, sex, year, count);
    }
}
