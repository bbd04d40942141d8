using System.Globalization;
using Analytics.Catalogue;
using Analytics.Estimation;
using Dashboard.Layout;

namespace Dashboard.Views;

/// <summary>What a picture shows, as a table: the same for page, CSV and spreadsheet.</summary>
/// <param name="Caption">What it holds.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with as many fields as there are columns.</param>
public sealed record ViewTable(string Caption, IReadOnlyList<ViewColumn> Columns, IReadOnlyList<ViewRow> Rows);

/// <summary>A column.</summary>
/// <param name="Id">Its name in files: English, lower case, never changed.</param>
/// <param name="Heading">Its name for readers.</param>
/// <param name="IsNumber">Whether its values stand to the right.</param>
public sealed record ViewColumn(string Id, string Heading, bool IsNumber = false)
{
    /// <summary>Whether it stands in files only: codes and parts of what one column of the page says.</summary>
    public bool FilesOnly { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Fields">Its fields; the first that is shown names the row.</param>
/// <param name="Group">Heading above this and the following rows of the same group; null for none.</param>
public sealed record ViewRow(IReadOnlyList<ViewField> Fields, string? Group = null)
{
    /// <summary>Whether it is the whole of the others, such as the county.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A field.</summary>
/// <param name="Shown">What readers see.</param>
/// <param name="Raw">What files hold: a text, a whole number, a number or nothing.</param>
public sealed record ViewField(string Shown, object? Raw)
{
    /// <summary>Sign before the words, never alone; null for none.</summary>
    public string? Glyph { get; init; }

    /// <summary>Class that gives the sign its colour.</summary>
    public string? Css { get; init; }

    /// <summary>Where the words lead; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>A text.</summary>
    public static ViewField Text(string text, string? href = null) => new(text, text) { Href = href };

    /// <summary>Nothing.</summary>
    public static ViewField None { get; } = new("–", null);

    /// <summary>A count.</summary>
    public static ViewField Count(long? count) => count is { } known ? new(Words.Count(known), known) : None;

    /// <summary>A number in an indicator's unit, six decimals in files.</summary>
    /// <param name="value">The number inside the program; null where there is none.</param>
    /// <param name="unit">The unit.</param>
    public static ViewField Number(double? value, Unit unit) => value is { } known
        ? new(ValueFormat.Number(known, unit, Words.Culture), Math.Round(known * unit.Factor, 6))
        : None;

    /// <summary>The value of a cell, or the reason why there is none.</summary>
    public static ViewField Value(CellReading reading) => reading.Estimate is { } estimate
        ? new(reading.Value, Math.Round(estimate.Value * reading.Indicator.Unit.Factor, 6))
        : new(reading.Word, null) { Glyph = reading.Glyph, Css = reading.Css };

    /// <summary>Verdict or reason, with its sign.</summary>
    public static ViewField Verdict(CellReading reading) =>
        new(reading.Word, reading.Comparison?.Verdict.ToString().ToLowerInvariant()) { Glyph = reading.Glyph, Css = reading.Css };

    /// <summary>The reason code of a cell without value.</summary>
    public static ViewField Status(CellReading reading) => new(reading.Reason is null ? "" : reading.Word, reading.Reason is { } reason ? ReasonCode.Of(reason) : null);

    /// <summary>What files hold, as text.</summary>
    public string Written => Raw switch { null => "", IFormattable number => number.ToString(null, CultureInfo.InvariantCulture), var text => text.ToString()! };
}
