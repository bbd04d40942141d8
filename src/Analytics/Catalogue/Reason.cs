namespace Analytics.Catalogue;

/// <summary>Why a cell has no value. A true zero is a value.</summary>
public enum Reason
{
    /// <summary>Protected value.</summary>
    Suppressed,
    /// <summary>Not measured at this age or sex.</summary>
    NotMeasured,
    /// <summary>No answers.</summary>
    NoResponse,
    /// <summary>Too few years.</summary>
    TooFewYears,
    /// <summary>New definition, not comparable.</summary>
    NewDefinition,
    /// <summary>The source has none.</summary>
    SourceMissing,
}

/// <summary>The texts of reasons in files.</summary>
public static class ReasonCode
{
    static readonly string[] Codes = ["suppressed", "not_measured", "no_response", "too_few_years", "new_definition", "source_missing"];

    /// <summary>The code as files write it: <c>not_measured</c>.</summary>
    public static string Of(Reason reason) => Codes[(int)reason];

    /// <summary>All codes, in the order of <see cref="Reason"/>.</summary>
    public static IReadOnlyList<string> All => Codes;

    /// <summary>The reason of a code, or null.</summary>
    public static Reason? Parse(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < Codes.Length; i++)
        {
            if (code.SequenceEqual(Codes[i]))
            {
                return (Reason)i;
            }
        }

        return null;
    }
}
