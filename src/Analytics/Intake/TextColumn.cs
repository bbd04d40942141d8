using Apache.Arrow;

namespace Analytics.Intake;

/// <summary>A column of texts, perhaps as places in a list of the different ones.</summary>
readonly ref struct TextColumn
{
    readonly StringArray texts;
    readonly ReadOnlySpan<int> offsets, codes;
    readonly ReadOnlySpan<byte> bytes;
    readonly Int32Array? missing;

    /// <summary>Takes a column of strings, plain or as a dictionary of them.</summary>
    public TextColumn(IArrowArray column)
    {
        var places = column is DictionaryArray { Indices: Int32Array indices } ? indices : null;
        texts = column as StringArray ?? (column as DictionaryArray)?.Dictionary as StringArray ?? throw new InvalidDataException();
        offsets = texts.ValueOffsets;
        bytes = texts.Values;
        AreCodes = places is not null;
        codes = places is null ? default : places.Values;
        HasMissing = texts.NullCount > 0 || places is { NullCount: > 0 };
        missing = HasMissing ? places : null;
    }

    /// <summary>Whether rows name places in a list of different texts.</summary>
    public bool AreCodes { get; }

    /// <summary>Whether any row has no text.</summary>
    public bool HasMissing { get; }

    /// <summary>Number of the different texts that rows name; of rows where they name none.</summary>
    public int Texts => texts.Length;

    /// <summary>Which text a row has.</summary>
    public int CodeAt(int row) => AreCodes ? codes[row] : row;

    /// <summary>A text, as UTF-8.</summary>
    public ReadOnlySpan<byte> TextOf(int code) => bytes[offsets[code]..offsets[code + 1]];

    /// <summary>Makes sure that every one of so many rows names a text that there is.</summary>
    /// <exception cref="InvalidDataException">One does not.</exception>
    public void Check(int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            if ((uint)CodeAt(row) >= (uint)texts.Length && (missing is null || missing.IsValid(row)))
            {
                throw new InvalidDataException();
            }
        }
    }

    /// <summary>Text of a row, as UTF-8; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[int row] => (missing is null || missing.IsValid(row)) && CodeAt(row) is var code && texts.IsValid(code) ? TextOf(code) : default;
}
