namespace Analytics.Tables;

/// <summary>The rows of a file as it was read, column by column.</summary>
/// <param name="file">Name of the file.</param>
/// <param name="header">Names of its columns in their order.</param>
/// <param name="dimensions">Number of dimensions.</param>
sealed class TableRows(string file, IReadOnlyList<string> header, int dimensions)
{
    readonly List<int> codes = [];

    /// <summary>Name of the file.</summary>
    public string File => file;

    /// <summary>Names of its columns in their order.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>Per dimension, its codes in the order of reading.</summary>
    public IReadOnlyList<List<string>> Codes { get; } = [.. Enumerable.Range(0, dimensions).Select(_ => new List<string>())];

    /// <summary>Value per row; null where withheld.</summary>
    public List<long?> Values { get; } = [];

    /// <summary>Line per row.</summary>
    public List<long> Lines { get; } = [];

    /// <summary>What hiding each row costs; empty where the file has no such column.</summary>
    public List<long> Costs { get; } = [];

    /// <summary>Whether each row must be shown.</summary>
    public List<bool> Published { get; } = [];

    /// <summary>Whether values are rounded counts.</summary>
    public bool IsRounded { get; set; }

    /// <summary>Number of rows.</summary>
    public int Count => Values.Count;

    /// <summary>Position in <see cref="Codes"/> of the code of a row.</summary>
    public int Position(int row, int dimension) => codes[(row * dimensions) + dimension];

    /// <summary>The code of a row.</summary>
    public string Code(int row, int dimension) => Codes[dimension][Position(row, dimension)];

    /// <summary>Adds the codes of a row.</summary>
    public void AddCodes(ReadOnlySpan<int> row) => codes.AddRange(row);
}
