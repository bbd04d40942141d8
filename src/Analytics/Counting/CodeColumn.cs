using Analytics.Intake;

namespace Analytics.Counting;

/// <summary>A column of codes as indices into the codebook; each different code is looked up once where the file lists them.</summary>
readonly ref struct CodeColumn
{
    readonly TextColumn texts;
    readonly CodeLookup find;
    readonly int[]? found;

    /// <summary>Finds a code; −1 for one that there is not.</summary>
    public delegate int CodeLookup(ReadOnlySpan<byte> code);

    /// <summary>Takes a column.</summary>
    public CodeColumn(TextColumn texts, CodeLookup find)
    {
        this.texts = texts;
        this.find = find;
        if (texts.AreCodes && !texts.HasMissing)
        {
            found = new int[texts.Texts];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = find(texts.TextOf(i));
            }
        }
    }

    /// <summary>Index of a row's code; −1 for one that there is not.</summary>
    public int this[int row] => found is null ? find(texts[row]) : found[texts.CodeAt(row)];
}
