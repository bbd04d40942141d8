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

    /// <summary>Up to so many different weights in all files together are few.</summary>
    public const int FewWeights = 1000;

    const string Keys = "municipality, indicator, year, ($1::smallint[])[age + 1]";
    const string Counted = "CASE WHEN abs(value) < 1e-30 THEN 0 ELSE value END";

    /// <summary>Which of the statements is the quickest for these files; all of them give the same.</summary>
    public static WeightKind WeightsOf(IEnumerable<StoredFile> files) => files.Sum(x => (long)(x.Weights ?? 0)) switch
    {
        0 => WeightKind.None,
        <= FewWeights => WeightKind.Few,
        _ => WeightKind.Many,
    };

    /// <summary>The text; <c>$1</c> is the age band per age as an array of smallint, <c>$2</c> the codes of the indicators whose extremes are wanted.</summary>
    /// <param name="weights">Without weights their sums are left out.</param>
    public static string Text(WeightKind weights) =>
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
            {Times("n", "x * x")} AS square_sum{(weights == WeightKind.None ? "" : OuterWeights)}
        FROM (
            {(weights == WeightKind.Few ? AnswersByWeight : Answers(weights))}) answers
        GROUP BY municipality, indicator, year, band, sex
        """;

    static string Answers(WeightKind weights) =>
        $"""
        SELECT {Keys} AS band, sex, value, {Counted} AS x, count(*) AS n{(weights == WeightKind.None ? "" : $", count(weight) AS nw, {Weights("")}")}
        FROM observations.observation
        GROUP BY {Keys}, sex, value
        """;

    // Few weights make few groups, and the arithmetic is done once for each.
    static string AnswersByWeight =>
        $"""
        SELECT municipality, indicator, year, band, sex, value, {Counted} AS x, sum(n)::bigint AS n, coalesce(sum(n) FILTER (WHERE weight IS NOT NULL), 0)::bigint AS nw, {Weights("n::numeric * ")}
        FROM (
            SELECT {Keys} AS band, sex, value, weight, count(*) AS n
            FROM observations.observation
            GROUP BY {Keys}, sex, value, weight) weighed
        GROUP BY municipality, indicator, year, band, sex, value
        """;

    static string Weights(string times)
    {
        const string there = "weight IS NOT NULL", other = "weight IS NOT NULL AND value NOT IN (0, 1)";
        return string.Join(", ", Parts("weight", there, "w"), Parts("weight * weight", there, "ww"), Parts($"weight * {Counted}", other, "wx"), Parts($"weight * {Counted} * {Counted}", other, "wxx"));

        string Parts(string term, string filter, string name) => $"sum({times}{High(term)}) FILTER (WHERE {filter}) AS {name}_h, sum({times}{Rest(term)}) FILTER (WHERE {filter}) AS {name}_l";
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

    static string Whole(string name, string filter) => $"coalesce(sum({name}_h) FILTER (WHERE {filter}) * {Low} + sum({name}_l) FILTER (WHERE {filter}), 0)";

    static string Times(string count, string term) =>
        $"coalesce(sum({count}::numeric * {High(term)}) FILTER (WHERE value NOT IN (0, 1)) * {Low} + sum({count}::numeric * {Rest(term)}) FILTER (WHERE value NOT IN (0, 1)), 0)";
}

/// <summary>How many different weights other than 1 observations have.</summary>
enum WeightKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Up to <see cref="AggregationStatement.FewWeights"/>, as of strata.</summary>
    Few,

    /// <summary>More, up to one for every row.</summary>
    Many,
}
