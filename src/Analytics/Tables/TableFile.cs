using System.Globalization;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tables;

/// <summary>Reads a table of counts: a column per dimension and <c>value</c>, one row per cell.</summary>
sealed class TableFile
{
    /// <summary>What stands in <c>status</c> beside a withheld value, and beside a rounded one.</summary>
    public const string Suppressed = "suppressed", Rounded = "rounded";

    /// <summary>Largest count and cost.</summary>
    public const long Largest = 1_000_000_000_000;

    readonly IReadOnlyList<Dimension> dimensions;
    readonly CsvRows rows;
    readonly FaultList faults;
    readonly bool isProtected, hasCost, hasPublish;
    readonly TableRows result;
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] positions;

    TableFile(TableSpec spec, CsvRows rows, bool isProtected, FaultList faults)
    {
        dimensions = spec.Dimensions;
        this.rows = rows;
        this.faults = faults;
        this.isProtected = isProtected;
        (hasCost, hasPublish) = (rows.Header.Contains("cost"), rows.Header.Contains("publish"));
        result = new TableRows(rows.File, rows.Header, dimensions.Count);
        positions = [.. dimensions.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    int ValueColumn => dimensions.Count;

    int StatusColumn => dimensions.Count + 1;

    int CostColumn => dimensions.Count + (isProtected ? 2 : 1);

    /// <summary>Reads a table to protect: every value there, and perhaps <c>cost</c> and <c>publish</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="spec">What its columns mean.</param>
    /// <param name="faults">Receives every fault.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableRows Read(string path, TableSpec spec, FaultList faults, CancellationToken cancellation) => Read(path, spec, isProtected: false, faults, cancellation);

    /// <summary>Reads a protected table: values with <c>status</c>.</summary>
    public static TableRows ReadProtected(string path, TableSpec spec, FaultList faults, CancellationToken cancellation) => Read(path, spec, isProtected: true, faults, cancellation);

    static TableRows Read(string path, TableSpec spec, bool isProtected, FaultList faults, CancellationToken cancellation)
    {
        var before = faults.Count;
        string[] required = [.. spec.Dimensions.Select(x => x.Name), "value", .. isProtected ? ["status"] : Array.Empty<string>()];
        using var rows = CsvRows.Open(Path.GetFileName(path), File.OpenRead(path), required, ["cost", "publish"], faults);
        var file = new TableFile(spec, rows, isProtected, faults);
        var opened = faults.Count == before;
        while (rows.Read())
        {
            if ((rows.Line & 4095) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            file.Take();
        }

        if (opened && faults.Count == before && file.result.Count == 0)
        {
            faults.Add(new Fault(rows.File, 0, "", "a header without rows", "a row for each cell"));
        }

        return file.result;
    }

    void Take()
    {
        var before = faults.Count;
        Span<int> codes = stackalloc int[16];
        codes = dimensions.Count <= codes.Length ? codes[..dimensions.Count] : new int[dimensions.Count];
        for (var dimension = 0; dimension < codes.Length; dimension++)
        {
            codes[dimension] = Code(dimension);
        }

        var value = Value();
        var cost = hasCost && !isProtected ? Whole("cost", rows[CostColumn]) : 0;
        var publish = hasPublish && rows[CostColumn + 1] is "1";
        if (hasPublish && !publish && rows[CostColumn + 1] is not ("0" or ""))
        {
            rows.Refuse("publish", rows[CostColumn + 1], "0, or 1 where the cell must be shown");
        }

        if (faults.Count == before)
        {
            result.AddCodes(codes);
            result.Values.Add(value);
            result.Lines.Add(rows.Line);
            result.Costs.Add(cost);
            result.Published.Add(publish);
        }
    }

    int Code(int dimension)
    {
        var text = rows[dimension];
        if (positions[dimension].TryGetValue(text, out var position))
        {
            return position;
        }

        if (text.Length is 0 or > TableSpec.LongestCode || text.Trim().Length < text.Length)
        {
            rows.RefusePersonal(dimensions[dimension].Name, text.Length is > 0 and <= TableSpec.LongestCode ? "a code with spaces around" : Texts.Described(text), $"a code of 1 to {Texts.Of(TableSpec.LongestCode)} characters");
            return 0;
        }

        var codes = result.Codes[dimension];
        positions[dimension][text] = codes.Count;
        codes.Add(text.ToString());
        return codes.Count - 1;
    }

    long? Value()
    {
        if (!isProtected)
        {
            return Whole("value", rows[ValueColumn]);
        }

        var status = rows[StatusColumn];
        result.IsRounded |= status is Rounded;
        if (status is not ("" or Suppressed or Rounded))
        {
            rows.Refuse("status", status, $"nothing beside a value, '{Suppressed}' where it is withheld, '{Rounded}' where it is rounded");
            return null;
        }

        if (status is not Suppressed)
        {
            return Whole("value", rows[ValueColumn]);
        }

        if (!rows[ValueColumn].IsEmpty)
        {
            rows.RefusePersonal("value", "a value beside 'suppressed'", "an empty field");
        }

        return null;
    }

    /// <summary>A count is described and not quoted: it may be of few people.</summary>
    long Whole(string column, ReadOnlySpan<char> text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Largest)
        {
            return number;
        }

        var found = text.IsEmpty ? Texts.Described(text)
            : !Texts.TryNumber(text, out var other) ? (Texts.HasDecimalComma(text) ? "a number with a decimal comma" : Texts.Described(text))
            : other < 0 ? "a negative number"
            : other > Largest ? "a number that is too large"
            : "a number that is not written as a whole number";
        rows.RefusePersonal(column, found, $"a whole number from 0 to {Texts.Of(Largest)}, for example 17");
        return 0;
    }
}
