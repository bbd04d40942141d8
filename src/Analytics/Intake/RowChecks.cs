using System.Globalization;
using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Checks the fields of one file row by row: gives the value, or notes a fault with its place.</summary>
/// <remarks>
/// A code is given as its index in the codebook, −1 at a fault; a number out of range as the lowest allowed. What a method returns at a
/// fault is of no use except to check the rest of the row: only a row that <see cref="RowIsGood"/> may be used.
/// </remarks>
sealed class RowChecks(string file, Codebook codebook, FaultList faults, bool microdata = false)
{
    /// <summary>Years that an input may hold.</summary>
    public const int FirstYear = 1990, LastYear = 2100;

    /// <summary>Oldest age that a band of a source or a method may name.</summary>
    public const int OldestAge = 120;

    /// <summary>Longest text of an organisation, interview, theme, code or source.</summary>
    public const int LongestText = 200;

    long faultsBefore;

    /// <summary>Name of the file.</summary>
    public string File => file;

    /// <summary>Line of the current row.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the current row has no fault so far.</summary>
    public bool RowIsGood => faults.Count == faultsBefore;

    /// <summary>Starts a row.</summary>
    public void Begin(long line)
    {
        Line = line;
        faultsBefore = faults.Count;
    }

    /// <summary>Notes a fault that shows the text, or describes it where it could be a person's in the wrong column.</summary>
    public void Refuse(string column, ReadOnlySpan<char> found, string expected) =>
        Describe(column, microdata && !IsCode(found) ? Texts.Described(found) : Fault.Quoted(found), expected);

    /// <summary>Whether a text is too short to tell who a person is, or begins like an indicator of the catalogue.</summary>
    bool IsCode(ReadOnlySpan<char> text)
    {
        if (text.Length <= 4)
        {
            return true;
        }

        var beginning = text[..(text.IndexOf('_') + 1)].ToString();
        return beginning.Length > 0 && codebook.Indicators.Any(x => x.Id.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>Notes a fault that describes what was found.</summary>
    public void Describe(string column, string found, string expected) => faults.Add(new Fault(file, Line, column, found, expected));

    /// <summary>Notes a fault of the row as a whole.</summary>
    public void DescribeRow(string found, string expected) => Describe("", found, expected);

    /// <summary>Index of a municipality.</summary>
    public int Municipality(ReadOnlySpan<char> code)
    {
        var index = codebook.IndexOfMunicipality(code);
        if (index < 0)
        {
            Refuse("municipality", code, code.Length == 4 && Texts.IsDigits(code) ? "a municipality of the catalogue" : "a four-digit code, for example '0680'");
        }

        return index;
    }

    /// <summary>Code of a municipality, a county or the nation.</summary>
    public string Area(ReadOnlySpan<char> code)
    {
        if (code.SequenceEqual(AreaCode.Nation))
        {
            return AreaCode.Nation;
        }

        if (codebook.IndexOfMunicipality(code) is var index and >= 0)
        {
            return codebook.Municipalities[index].Code;
        }

        if (code.Length == 2 && codebook.FindCounty(code.ToString()) is { } county)
        {
            return county.Code;
        }

        Refuse("municipality", code, code.Length is 2 or 4 && Texts.IsDigits(code)
            ? "a municipality or county of the catalogue, or '00'"
            : "a four-digit municipality code, a two-digit county code or '00', for example '0680'");
        return "";
    }

    /// <summary>Index of an indicator.</summary>
    public int Indicator(ReadOnlySpan<char> id)
    {
        var index = codebook.IndexOfIndicator(id);
        if (index < 0)
        {
            Refuse("indicator", id, "an indicator of the catalogue");
        }

        return index;
    }

    /// <summary>Index of an actor type.</summary>
    public int Actor(string column, ReadOnlySpan<char> id)
    {
        var index = codebook.IndexOfActor(id);
        if (index < 0)
        {
            Refuse(column, id, "an actor type of the catalogue");
        }

        return index;
    }

    /// <summary>Index of a method, by id, name or another name of it.</summary>
    public int Method(ReadOnlySpan<char> name)
    {
        var index = codebook.IndexOfMethod(name);
        if (index < 0)
        {
            Refuse("method", name, "the id or a name of a method of the catalogue");
        }

        return index;
    }

    /// <summary>Age of a child.</summary>
    public int Age(ReadOnlySpan<char> text) => (int)Whole("age", text, codebook.AgeBands.Total.From, codebook.AgeBands.Total.To);

    /// <summary>Age of a child from a column of numbers.</summary>
    public int Age(long? age) => (int)Whole("age", age, codebook.AgeBands.Total.From, codebook.AgeBands.Total.To);

    /// <summary>Both ends of an age interval.</summary>
    public (int From, int To) Ages(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var youngest = Whole("age_from", from, 0, OldestAge);
        var oldest = Whole("age_to", to, 0, OldestAge);
        if (RowIsGood && oldest < youngest)
        {
            Refuse("age_to", to, $"an age not below age_from ({from})");
        }

        return ((int)youngest, (int)oldest);
    }

    /// <summary>Calendar year; false at a fault.</summary>
    public bool Year(ReadOnlySpan<char> text, out int year)
    {
        var before = faults.Count;
        year = (int)Whole("year", text, FirstYear, LastYear);
        return faults.Count == before;
    }

    /// <summary>Calendar year from a column of numbers; false at a fault.</summary>
    public bool Year(long? number, out int year)
    {
        var before = faults.Count;
        year = (int)Whole("year", number, FirstYear, LastYear);
        return faults.Count == before;
    }

    /// <summary>Sex of a person: F, M or X.</summary>
    public Sex Sex(ReadOnlySpan<char> text)
    {
        switch (text)
        {
            case "F": return Catalogue.Sex.F;
            case "M": return Catalogue.Sex.M;
            case "X": return Catalogue.Sex.X;
            default:
                Refuse("sex", text, "F, M or X");
                return Catalogue.Sex.X;
        }
    }

    /// <summary>Sex of a published figure: T, F or M.</summary>
    public Sex SexOrTotal(ReadOnlySpan<char> text)
    {
        switch (text)
        {
            case "T": return Catalogue.Sex.T;
            case "F": return Catalogue.Sex.F;
            case "M": return Catalogue.Sex.M;
            default:
                Refuse("sex", text, "T, F or M");
                return Catalogue.Sex.T;
        }
    }

    /// <summary>A whole number within bounds, both included.</summary>
    public long Whole(string column, ReadOnlySpan<char> text, long from, long to)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && from <= number && number <= to)
        {
            return number;
        }

        Refuse(column, text, WholeFrom(from, to));
        return from;
    }

    /// <summary>A whole number within bounds from a column of numbers; null is a fault.</summary>
    public long Whole(string column, long? number, long from, long to)
    {
        if (from <= number && number <= to)
        {
            return number.Value;
        }

        Refuse(column, number?.ToString(CultureInfo.InvariantCulture), WholeFrom(from, to));
        return from;
    }

    /// <summary>A whole number within bounds, or null where the field is empty.</summary>
    public long? WholeOrEmpty(string column, ReadOnlySpan<char> text, long from, long to) => text.IsEmpty ? null : Whole(column, text, from, to);

    /// <summary>0, 1, or null where the field is empty.</summary>
    public bool? Flag(string column, ReadOnlySpan<char> text)
    {
        switch (text)
        {
            case "": return null;
            case "0": return false;
            case "1": return true;
            default:
                Refuse(column, text, "0 or 1, or empty for no answer");
                return null;
        }
    }

    /// <summary>A name or source.</summary>
    public string Text(string column, ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace() || text.Length > LongestText)
        {
            Describe(column, Texts.Described(text), $"a text of 1 to {Texts.Of(LongestText)} characters");
            return "";
        }

        return text.ToString();
    }

    static string WholeFrom(long from, long to) => $"a whole number from {Texts.Of(from)} to {Texts.Of(to)}";
}
