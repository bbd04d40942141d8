using DuckDB.NET.Data;

namespace Duck;

/// <summary>Counts observations in DuckDB, straight from the file and with two threads.</summary>
static class Counting
{
    // Types are given, so nothing is guessed; a count that does not look for repeats never decodes the person.
    const string Columns =
        "{person: 'VARCHAR', municipality: 'VARCHAR', age: 'UTINYINT', sex: 'VARCHAR', year: 'USMALLINT', indicator: 'VARCHAR', value: 'DOUBLE', weight: 'DOUBLE'}";

    const string Leaves =
        """
        CREATE TEMP TABLE leaf AS
        SELECT indicator, year, municipality, CASE WHEN age < 6 THEN '0-5' WHEN age < 10 THEN '6-9' WHEN age < 13 THEN '10-12' WHEN age < 16 THEN '13-15' ELSE '16-18' END AS band, sex,
            sum(asked) AS asked, sum(base) AS base, sum(total) AS total, sum(w) AS w, sum(ww) AS ww, sum(wx) AS wx, sum(wxx) AS wxx
        FROM (
            SELECT indicator, year, municipality, age, sex, count(*) AS asked, count(value) AS base, sum(value) AS total,
                sum(w) FILTER (value IS NOT NULL) AS w, sum(w * w) FILTER (value IS NOT NULL) AS ww, sum(w * value) AS wx, sum(w * value * value) AS wxx
            FROM (SELECT *, coalesce(weight, 1) AS w FROM {0})
            GROUP BY ALL)
        GROUP BY ALL
        """;

    const string Margins =
        """
        COPY (
            SELECT indicator, year, area, age_band, s AS sex, sum(asked)::BIGINT AS asked, sum(base)::BIGINT AS base, sum(if(measure = 'mean', base, total))::BIGINT AS cases,
                coalesce(sum(w), 0) AS weight, coalesce(sum(ww), 0) AS squared_weight, coalesce(sum(wx), 0) AS weighted_value, coalesce(sum(wxx), 0) AS weighted_square
            FROM leaf JOIN read_csv('{0}', all_varchar = true) ON id = indicator,
                unnest([municipality, municipality[:2]]) AS a(area), unnest([band, '0-18']) AS b(age_band), unnest([sex, 'T']) AS c(s)
            GROUP BY ALL ORDER BY ALL)
        TO '{1}' (HEADER)
        """;

    // A bit for each indicator of a person and year: quicker, and a third of the memory, beside GROUP BY person, year, indicator HAVING count(*) > 1.
    const string Repeats =
        """
        CREATE TYPE one AS ENUM (SELECT id FROM read_csv('{1}', all_varchar = true));
        SELECT 1 FROM (
            SELECT person, year, count(*) AS rows, bit_count(bit_or(1::HUGEINT << enum_code(indicator::one)::INTEGER)) AS indicators FROM {0} GROUP BY ALL)
        WHERE rows > indicators LIMIT 1
        """;

    /// <summary>Counts a file and writes the cells.</summary>
    /// <param name="connection">An empty database.</param>
    /// <param name="file">CSV, CSV by gzip, or Parquet.</param>
    /// <param name="catalogue">The catalogue's <c>indicators.csv</c>.</param>
    /// <param name="output">The file to write.</param>
    /// <param name="repeats">Whether to look for a person who has an indicator of a year twice.</param>
    /// <returns>0, or 1 where there is such a person.</returns>
    public static int Run(DuckDBConnection connection, string file, string catalogue, string output, bool repeats)
    {
        Execute(connection, "SET threads = 2");
        Execute(connection, "SET preserve_insertion_order = false");
        Execute(connection, $"SET temp_directory = '{output}.spilled'");
        var rows = file.EndsWith(".parquet", StringComparison.Ordinal) ? $"read_parquet('{file}')" : $"read_csv('{file}', header = true, columns = {Columns})";
        Execute(connection, Leaves.Replace("{0}", rows, StringComparison.Ordinal));
        Execute(connection, Margins.Replace("{0}", catalogue, StringComparison.Ordinal).Replace("{1}", output, StringComparison.Ordinal));
        return repeats && Any(connection, Repeats.Replace("{0}", rows, StringComparison.Ordinal).Replace("{1}", catalogue, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>Runs a statement.</summary>
    public static void Execute(DuckDBConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    static bool Any(DuckDBConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar() is not null;
    }
}
