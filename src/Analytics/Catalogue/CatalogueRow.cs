using System.Globalization;
using System.Text;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>The current row of a catalogue file, field by field; what cannot be read is reported and replaced by a harmless value.</summary>
sealed class CatalogueRow(CsvRows rows, string[] columns, FaultList faults)
{
    readonly long faultsBefore = faults.Count;

    /// <summary>Whether nothing in this row has been reported.</summary>
    public bool Sound => faults.Count == faultsBefore;

    /// <summary>Text without surrounding blanks; may be empty.</summary>
    public string Text(string column) => rows[Index(column)].Trim().ToString().Normalize(NormalizationForm.FormC);

    /// <summary>Text that must be there.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Refuse(column, "a text");
        }

        return text;
    }

    /// <summary>A key: letters a to z, digits, <c>_</c> and <c>-</c>, at most 64.</summary>
    public string Key(string column)
    {
        var key = Text(column);
        if (key.Length is 0 or > 64 || key.Any(x => !char.IsAsciiLetterOrDigit(x) && x is not ('_' or '-')))
        {
            Refuse(column, "letters a–z, digits, '_' or '-', at most 64, for example 'fam_parent_talk'");
        }

        return key;
    }

    /// <summary>A whole number in a range.</summary>
    public int Whole(string column, int from, int to)
    {
        var field = rows[Index(column)];
        if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Refuse(column, string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}"));
        return from;
    }

    /// <summary>A whole number in a range, or nothing.</summary>
    public int? WholeOrNone(string column, int from, int to) => Text(column).Length == 0 ? null : Whole(column, from, to);

    /// <summary>A member of an enumeration by its code.</summary>
    public T Member<T>(string column) where T : struct, Enum
    {
        if (!Code.TryParse<T>(rows[Index(column)], out var value))
        {
            Refuse(column, $"one of {string.Join(", ", Code.All<T>())}");
        }

        return value;
    }

    /// <summary>One of some words.</summary>
    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> choices)
    {
        if (choices.TryGetValue(Text(column), out var value))
        {
            return value;
        }

        Refuse(column, $"one of {string.Join(", ", choices.Keys)}");
        return choices.Values.First();
    }

    /// <summary>Entries between separators, each once and none empty; none at all when the field is empty.</summary>
    public IReadOnlyList<string> List(string column, char separator)
    {
        var text = Text(column);
        var entries = text.Length == 0 ? [] : text.Split(separator, StringSplitOptions.TrimEntries);
        if (entries.Contains("") || entries.Distinct(StringComparer.OrdinalIgnoreCase).Count() < entries.Length)
        {
            Refuse(column, $"entries with one '{separator}' between, each once");
        }

        return entries;
    }

    /// <summary>Like <see cref="List"/>, with keys of another file.</summary>
    public IReadOnlyList<string> Keys(string column, Func<string, bool> lacks, string file)
    {
        var keys = List(column, ' ');
        foreach (var key in keys.Where(x => x.Length > 0 && lacks(x)))
        {
            faults.Add(new Fault(rows.File, rows.Line, column, Fault.Quoted(key), $"one of the ids in {file}"));
        }

        return keys;
    }

    /// <summary>Reports a field.</summary>
    public void Refuse(string column, string expected) => rows.Refuse(column, rows[Index(column)], expected);

    int Index(string column) => Array.IndexOf(columns, column);
}
