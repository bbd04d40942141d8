using Analytics.Catalogue;

namespace Analytics.Intake;

/// <summary>Checks the fields of microdata that concern a person: faults describe them and never show them.</summary>
sealed class PersonalChecks(RowChecks row)
{
    /// <summary>Longest text that stands for a person.</summary>
    public const int LongestPerson = 64;

    /// <summary>Largest size of a value.</summary>
    public const double Largest = 1e5;

    /// <summary>Smallest and largest weight: between them sums of squares stay exact for a nation.</summary>
    public const double SmallestWeight = 1e-4, LargestWeight = 1e4;

    const string DecimalPoint = "a point as decimal mark, for example 3.5";

    /// <summary>Whether a text can stand for a person.</summary>
    public bool Person(ReadOnlySpan<char> person)
    {
        if (person.Length is > 0 and <= LongestPerson && !person.IsWhiteSpace())
        {
            return true;
        }

        row.Describe("person", Texts.Described(person), $"a text of 1 to {Texts.Of(LongestPerson)} characters");
        return false;
    }

    /// <summary>The answer as text; empty for NaN.</summary>
    public double Value(ReadOnlySpan<char> text, Measure measure)
    {
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        if (Texts.TryNumber(text, out var value))
        {
            return Value(value, measure);
        }

        row.Describe("value", NotANumber(text), Texts.HasDecimalComma(text) ? DecimalPoint : Expected(measure));
        return double.NaN;
    }

    /// <summary>The answer as a number; null for NaN.</summary>
    public double Value(double? answer, Measure measure)
    {
        if (answer is not { } value)
        {
            return double.NaN;
        }

        var wrong = measure switch
        {
            Measure.Proportion => value is 0 or 1 ? null : "a number that is not 0 or 1",
            Measure.Rate when !(value >= 0) => "a number below 0",
            Measure.Rate when value != Math.Floor(value) => "a number that is not whole",
            _ => null,
        };
        wrong ??= double.IsFinite(value) ? Math.Abs(value) <= Largest ? null : "a number that is too large" : "a number that is not finite";
        if (wrong is null)
        {
            return value + 0.0;
        }

        row.Describe("value", wrong, Expected(measure));
        return double.NaN;
    }

    /// <summary>The weight as text; empty for 1.</summary>
    public double Weight(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 1;
        }

        if (Texts.TryNumber(text, out var weight))
        {
            return Weight(weight);
        }

        row.Describe("weight", NotANumber(text), Texts.HasDecimalComma(text) ? DecimalPoint : ExpectedWeight);
        return 1;
    }

    /// <summary>The weight as a number; null for 1.</summary>
    public double Weight(double? given)
    {
        var weight = given ?? 1;
        if (weight is >= SmallestWeight and <= LargestWeight)
        {
            return weight;
        }

        row.Describe("weight", weight <= 0 ? "a number that is not above 0" : weight < SmallestWeight ? "a number that is too small" : double.IsFinite(weight) ? "a number that is too large" : "a number that is not finite", ExpectedWeight);
        return 1;
    }

    const string ExpectedWeight = "a number from 0.0001 to 10000, or empty for 1";

    static string Expected(Measure measure) => measure switch
    {
        Measure.Proportion => "0 or 1, or empty for no answer",
        Measure.Rate => "a whole number of events from 0 to 100000, or empty for no answer",
        _ => "a number from -100000 to 100000, or empty for no answer",
    };

    static string NotANumber(ReadOnlySpan<char> text) => Texts.HasDecimalComma(text) ? "a number with a decimal comma" : "text that is not a number";
}
