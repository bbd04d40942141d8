using System.Text;
using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Counting;

/// <summary>Reads the fields of a row from their bytes: what is plain at once, everything else by the checks of the row-by-row reading.</summary>
/// <remarks>A result of −1, or <see cref="AllGood"/> false, means a fault that must be found again to be told.</remarks>
sealed class QuickFields
{
    const int MostDigits = 15;

    static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(x => Math.Pow(10, x))];

    readonly Measure[] measures;
    readonly int youngest, oldest;
    readonly CodeTable municipalities, indicators;
    readonly FaultList faults = new();
    readonly RowChecks row;
    readonly PersonalChecks personal;
    byte[] weightText = [];
    readonly Weight one = new(1);
    Weight weight = new(1);

    /// <summary>Fields whose codes are those of a codebook.</summary>
    public QuickFields(Codebook codebook)
    {
        measures = [.. codebook.Indicators.Select(x => x.Measure)];
        (youngest, oldest) = (codebook.AgeBands.Total.From, codebook.AgeBands.Total.To);
        municipalities = new CodeTable(codebook.Municipalities.Select(x => x.Code));
        indicators = new CodeTable(codebook.Indicators.Select(x => x.Id));
        row = new RowChecks("", codebook, faults, microdata: true);
        personal = new PersonalChecks(row);
    }

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool AllGood => faults.IsEmpty;

    /// <summary>Whether a text can stand for a person.</summary>
    public bool Person(ReadOnlySpan<byte> text) => text.Length is > 0 and <= PersonalChecks.LongestPerson && text[0] is > (byte)' ' and < 0x80 || personal.Person(Text(text));

    /// <summary>Index of a municipality.</summary>
    public int Municipality(ReadOnlySpan<byte> text) => municipalities.Find(text);

    /// <summary>Index of an indicator of persons.</summary>
    public int Indicator(ReadOnlySpan<byte> text) => indicators.Find(text) is var at and >= 0 && measures[at] != Measure.Count ? at : -1;

    /// <summary>Age in whole years.</summary>
    public int Age(ReadOnlySpan<byte> text)
    {
        var age = text.Length switch
        {
            1 => Digit(text[0]),
            2 => Digit(text[0]) is var tens and >= 0 && Digit(text[1]) is var ones and >= 0 ? 10 * tens + ones : -1,
            _ => -1,
        };
        return IsAge(age) ? age : row.Age(Text(text));
    }

    /// <summary>F, M or X.</summary>
    public static int Sex(ReadOnlySpan<byte> text) => text is not [var letter] ? -1 : letter switch
    {
        (byte)'F' => (int)Catalogue.Sex.F,
        (byte)'M' => (int)Catalogue.Sex.M,
        (byte)'X' => (int)Catalogue.Sex.X,
        _ => -1,
    };

    /// <summary>Calendar year.</summary>
    public int Year(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'2', (byte)'0', var tens, var ones] && Digit(tens) >= 0 && Digit(ones) >= 0)
        {
            return 2000 + 10 * Digit(tens) + Digit(ones);
        }

        return row.Year(Text(text), out var year) ? year : -1;
    }

    /// <summary>The answer; NaN without one.</summary>
    public double Value(ReadOnlySpan<byte> text, int indicator)
    {
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        var measure = measures[indicator];
        if (text.Length == 1 && text[0] is (byte)'0' or (byte)'1')
        {
            return text[0] - '0';
        }

        return TryNumber(text, out var value) ? personal.Value(value, measure) : personal.Value(Text(text), measure);
    }

    /// <summary>Whether an age is one of the catalogue's.</summary>
    public bool IsAge(long age) => age >= youngest && age <= oldest;

    /// <summary>The answer, given as a number.</summary>
    public double Value(double number, int indicator) => number is 0 or 1 || double.IsNaN(number) ? number + 0.0 : personal.Value(number, measures[indicator]);

    /// <summary>The weight, given as a number; 1 for NaN.</summary>
    public ref readonly Weight Weight(double number)
    {
        if (double.IsNaN(number))
        {
            return ref one;
        }

        if (number != weight.Value)
        {
            (weight, weightText) = (new Weight(personal.Weight(number)), []);
        }

        return ref weight;
    }

    /// <summary>The weight; 1 where there is none.</summary>
    public ref readonly Weight Weight(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return ref one;
        }

        if (!text.SequenceEqual(weightText))
        {
            weight = new Weight(TryNumber(text, out var value) ? personal.Weight(value) : personal.Weight(Text(text)));
            weightText = weightText.Length == text.Length ? weightText : new byte[text.Length];
            text.CopyTo(weightText);
        }

        return ref weight;
    }

    /// <summary>
    /// A number of at most 15 digits with perhaps a sign and a point: a whole number below 2⁵³ over a power of ten below 10²², both without error,
    /// so that their quotient is the double nearest to the text (Clinger, How to read floating point numbers accurately, 1990). False for every other text.
    /// </summary>
    static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var digits = text is [(byte)'-', ..] ? text[1..] : text;
        if (digits.Length is 0 or > MostDigits + 1)
        {
            return false;
        }

        var (whole, read, after) = (0L, 0, -1);
        foreach (var letter in digits)
        {
            if (Digit(letter) is var digit and >= 0)
            {
                whole = whole * 10 + digit;
                read++;
                after += after < 0 ? 0 : 1;
            }
            else if (letter == '.' && after < 0)
            {
                after = 0;
            }
            else
            {
                return false;
            }
        }

        if (read is 0 or > MostDigits)
        {
            return false;
        }

        value = after > 0 ? whole / PowersOfTen[after] : whole;
        value = digits.Length < text.Length ? -value : value;
        return true;
    }

    static int Digit(byte letter) => letter is >= (byte)'0' and <= (byte)'9' ? letter - '0' : -1;

    static string Text(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
