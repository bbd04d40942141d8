using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Api;

/// <summary>The JSON type of a column.</summary>
enum ColumnType
{
    /// <summary>A string.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A number, never NaN or infinite.</summary>
    Number,
    /// <summary>True or false.</summary>
    Flag,
    /// <summary>A list of strings.</summary>
    Texts,
    /// <summary>A time with its offset from UTC, ISO 8601.</summary>
    Time,
}

/// <summary>What a column of a table is: the description of the answer is made from it, and so is the answer.</summary>
/// <param name="Name">Its name, which never changes within a version of the API.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="Nullable">Whether it may be null.</param>
/// <param name="Description">What it says, and in what unit.</param>
/// <param name="Allowed">All values it can have; null where a release decides, or there are no codes.</param>
abstract record Column(string Name, ColumnType Type, bool Nullable, string Description, IReadOnlyList<string>? Allowed);

/// <summary>A column of rows of one type.</summary>
/// <inheritdoc cref="Column"/>
sealed record Column<T>(string Name, ColumnType Type, bool Nullable, string Description, IReadOnlyList<string>? Allowed = null) : Column(Name, Type, Nullable, Description, Allowed)
{
    /// <summary>The name, escaped once.</summary>
    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(Name);

    /// <summary>Writes a row's value.</summary>
    public required Action<Utf8JsonWriter, T> Write { get; init; }

    /// <summary>Whether a row has one of the values, for a column that rows are chosen by.</summary>
    public Func<IReadOnlySet<string>, Func<T, bool>>? Matching { get; init; }
}

/// <summary>The columns of a table, in order.</summary>
sealed class Columns<T>
{
    readonly List<Column<T>> all = [];

    /// <summary>The columns.</summary>
    public IReadOnlyList<Column<T>> All => all;

    /// <summary>A column of text or codes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it says.</param>
    /// <param name="value">A row's text; null for none.</param>
    /// <param name="nullable">Whether there may be none.</param>
    /// <param name="allowed">All codes, where they do not depend on the release.</param>
    /// <param name="none">What a filter calls rows without a value.</param>
    public Columns<T> Text(string name, string description, Func<T, string?> value, bool nullable = false, IReadOnlyList<string>? allowed = null, string none = "") => Add(new(name, ColumnType.Text, nullable, description, allowed)
    {
        Write = (writer, row) => writer.WriteStringValue(value(row)),
        Matching = chosen => row => chosen.Contains(value(row) ?? none),
    });

    /// <summary>A column of whole numbers.</summary>
    public Columns<T> Whole(string name, string description, Func<T, long?> value, bool nullable = false) => Add(new(name, ColumnType.Whole, nullable, description)
    {
        Write = (writer, row) =>
        {
            if (value(row) is { } number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        },
        Matching = chosen =>
        {
            var numbers = chosen.Select(x => long.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
            return row => value(row) is { } number && numbers.Contains(number);
        },
    });

    /// <summary>A column of numbers. What is not finite has no place in JSON and is null.</summary>
    public Columns<T> Number(string name, string description, Func<T, double?> value, bool nullable = false) => Add(new(name, ColumnType.Number, nullable, description)
    {
        Write = (writer, row) =>
        {
            if (value(row) is { } number && double.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        },
    });

    /// <summary>A column of answers yes or no.</summary>
    public Columns<T> Flag(string name, string description, Func<T, bool?> value, bool nullable = false) => Add(new(name, ColumnType.Flag, nullable, description)
    {
        Write = (writer, row) =>
        {
            if (value(row) is { } answer)
            {
                writer.WriteBooleanValue(answer);
            }
            else
            {
                writer.WriteNullValue();
            }
        },
    });

    /// <summary>A column of lists.</summary>
    public Columns<T> Texts(string name, string description, Func<T, IEnumerable<string>> value) => Add(new(name, ColumnType.Texts, false, description)
    {
        Write = (writer, row) =>
        {
            writer.WriteStartArray();
            foreach (var text in value(row))
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        },
    });

    /// <summary>A column of times.</summary>
    public Columns<T> Time(string name, string description, Func<T, DateTimeOffset> value) => Add(new(name, ColumnType.Time, false, description)
    {
        Write = (writer, row) => writer.WriteStringValue(value(row)),
    });

    /// <summary>The condition that a row must meet for every filter that has a column here; null where there is none.</summary>
    public Func<T, bool>? Condition(ApiQuery query)
    {
        Func<T, bool>[] conditions = [.. from column in all where query.Chosen.ContainsKey(column.Name) select column.Matching!(query.Chosen[column.Name])];
        return conditions.Length == 0 ? null : row => Array.TrueForAll(conditions, condition => condition(row));
    }

    /// <summary>Writes a row as an object.</summary>
    public void Write(Utf8JsonWriter writer, T row)
    {
        writer.WriteStartObject();
        foreach (var column in all)
        {
            writer.WritePropertyName(column.EncodedName);
            column.Write(writer, row);
        }

        writer.WriteEndObject();
    }

    /// <summary>A row as an example.</summary>
    public JsonNode Example(T row)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, ApiJson.Options))
        {
            Write(writer, row);
        }

        return JsonNode.Parse(stream.ToArray())!;
    }

    Columns<T> Add(Column<T> column)
    {
        all.Add(column);
        return this;
    }
}
