using System.Globalization;

namespace Analytics.Observations;

/// <summary>The statement that counts the observations inside the database: one row per municipality, indicator, year, age band and sex.</summary>
/// <remarks>
/// <para>
/// It groups twice. The inner group has the value in its key and the column by which the table is spread, so every part and every server counts its own rows, and most sums need no arithmetic
/// at all: they are a number of answers times a value. The outer group puts the values of a cell together, so that no single answer leaves the database.
/// </para>
/// <para>
/// Sums are those of <see cref="Aggregation.ExactSum"/>, bit for bit: a term is worked out in doubles as the counter does, rounded half to even to a multiple of 2⁻⁶⁰, and added as a whole number.
/// A term t has too many bits for a bigint, so it is cut into h = ⌊t·2¹⁵⌉ and l = t·2⁶⁰ − h·2⁴⁵; both are exact. Values too small to count are taken as 0, since PostgreSQL makes an error of a
/// square that underflows.
/// </para>
/// </remarks>
static class AggregationStatement
{
    const string Low = "35184372088832";
    const string Unit = "1152921504606846976";

    /// <summary>The text; <c>$1</c> is the age band per age as an array of smallint, <c>$2</c> the codes of the indicators whose extremes are wanted.</summary>
    /// <param name="weighted">Whether any row has a weight; without, the sums of weights are left out.</param>
    public static string Text(bool weighted) =>
        $"""
        SELECT municipality, indicator, year, band, sex,
            sum(n) AS asked,
            coalesce(sum(n) FILTER (WHERE value IS NOT NULL), 0) AS answered,
            coalesce(sum(n) FILTER (WHERE value > 0), 0) AS positive,
            coalesce(sum(n * value::bigint) FILTER (WHERE value > 0 AND value < 1e6), 0) AS events,
            coalesce(sum(n) FILTER (WHERE value = 1), 0) AS ones,
            coalesce(sum(n) FILTER (WHERE value NOT IN (0, 1)), 0) AS others,
            coalesce(sum(n) FILTER (WHERE value < 0 OR value <> floor(value)), 0) AS uncountable,
            min(ARRAY[value, n]) FILTER (WHERE value IS NOT NULL AND indicator = ANY ($2)) AS minimum,
            max(ARRAY[value, n]) FILTER (WHERE value IS NOT NULL AND indicator = ANY ($2)) AS maximum,
            {Times("n", "x")} AS value_sum,
            {Times("n", "x * x")} AS square_sum{(weighted ? OuterWeights : "")}
        FROM (
            SELECT municipality, indicator, year, ($1::smallint[])[age + 1] AS band, sex, value, CASE WHEN abs(value) < 1e-30 THEN 0 ELSE value END AS x, count(*) AS n{(weighted ? InnerWeights : "")}
            FROM observations.observation
            GROUP BY municipality, indicator, year, ($1::smallint[])[age + 1], sex, value) answers
        GROUP BY municipality, indicator, year, band, sex
        """;

    static string InnerWeights
    {
        get
        {
            const string there = "weight IS NOT NULL", other = "weight IS NOT NULL AND value NOT IN (0, 1)", small = "CASE WHEN abs(value) < 1e-30 THEN 0 ELSE value END";
            return string.Create(CultureInfo.InvariantCulture,
                $"""
                ,
                count(weight) AS nw,
                {Parts("weight", there, "w")},
                {Parts("weight * weight", there, "ww")},
                {Parts($"weight * {small}", other, "wx")},
                {Parts($"weight * {small} * {small}", other, "wxx")}
                """);
        }
    }

    static string OuterWeights =>
        $"""
        ,
        coalesce(sum(nw) FILTER (WHERE value IS NOT NULL), 0) AS weighted_answers,
        coalesce(sum(nw) FILTER (WHERE value = 1), 0) AS weighted_ones,
        {Whole("w", "value IS NOT NULL")} AS weight_sum,
        {Whole("ww", "value IS NOT NULL")} AS squared_weight_sum,
        {Whole("w", "value = 1")} AS weight_of_ones,
        {Whole("wx", "value NOT IN (0, 1)")} + {Times("(n - nw)", "x")} AS weighted_value_sum,
        {Whole("wxx", "value NOT IN (0, 1)")} + {Times("(n - nw)", "x * x")} AS weighted_square_sum
        """;

    static string High(string term) => $"({term} * 32768)::bigint";

    static string Rest(string term) => $"({term} * {Unit} - round({term} * 32768) * {Low})::bigint";

    static string Parts(string term, string filter, string name) => $"sum({High(term)}) FILTER (WHERE {filter}) AS {name}_h, sum({Rest(term)}) FILTER (WHERE {filter}) AS {name}_l";

    static string Whole(string name, string filter) => $"coalesce(sum({name}_h) FILTER (WHERE {filter}) * {Low} + sum({name}_l) FILTER (WHERE {filter}), 0)";

    static string Times(string count, string term) =>
        $"coalesce(sum({count}::numeric * {High(term)}) FILTER (WHERE value NOT IN (0, 1)) * {Low} + sum({count}::numeric * {Rest(term)}) FILTER (WHERE value NOT IN (0, 1)), 0)";
}
