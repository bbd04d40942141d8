using System.Text.Json.Nodes;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>A resource of rows: what it is, what it holds and what it can be asked. Answer and description are both made from it.</summary>
/// <param name="Path">Path below a release: <c>catalogue/actors</c>.</param>
/// <param name="Row">Name of a row in the description: <c>Actor</c>.</param>
/// <param name="Group">What it belongs with in the description.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Description">What a reader must know.</param>
/// <param name="Filters">What rows can be chosen by.</param>
abstract record ApiTable(string Path, string Row, string Group, string Summary, string Description, IReadOnlyList<Filter> Filters)
{
    /// <summary>The columns, in order.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>A made-up row.</summary>
    public abstract JsonNode ExampleRow { get; }

    /// <summary>Writes the answer to a request.</summary>
    public abstract Task WriteAsync(HttpResponse response, LoadedRelease release, ApiQuery query, CancellationToken cancellation);
}

/// <summary>A resource of rows of one type.</summary>
/// <param name="Path">Path below a release.</param>
/// <param name="Row">Name of a row in the description.</param>
/// <param name="Group">What it belongs with in the description.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Description">What a reader must know.</param>
/// <param name="Filters">What rows can be chosen by.</param>
/// <param name="RowColumns">How a row is written.</param>
/// <param name="Find">Finds the rows that are asked for, in the order of the release.</param>
/// <param name="Example">A made-up row.</param>
sealed record ApiTable<T>(
    string Path, string Row, string Group, string Summary, string Description, IReadOnlyList<Filter> Filters, Columns<T> RowColumns, Func<LoadedRelease, ApiQuery, Rows<T>> Find, T Example)
    : ApiTable(Path, Row, Group, Summary, Description, Filters)
{
    public override IReadOnlyList<Column> Columns => RowColumns.All;

    public override JsonNode ExampleRow => RowColumns.Example(Example);

    public override Task WriteAsync(HttpResponse response, LoadedRelease release, ApiQuery query, CancellationToken cancellation) =>
        TableAnswer.WriteAsync(response, release, this, query, cancellation);
}

/// <summary>Rows that are asked for: how many there are, and those after a number of them, made one by one.</summary>
/// <param name="Total">Number of rows.</param>
/// <param name="After">The rows after a number of them.</param>
sealed record Rows<T>(long Total, Func<long, IEnumerable<T>> After);

/// <summary>Rows of lists.</summary>
static class Rows
{
    /// <summary>Those of a list that meet a condition, or all.</summary>
    public static Rows<T> Of<T>(IReadOnlyList<T> all, Func<T, bool>? condition)
    {
        var found = condition is null ? all : [.. all.Where(condition)];
        return new Rows<T>(found.Count, skipped => From(found, skipped));
    }

    static IEnumerable<T> From<T>(IReadOnlyList<T> rows, long skipped)
    {
        for (var i = skipped; i < rows.Count; i++)
        {
            yield return rows[(int)i];
        }
    }
}
