using System.Data.Common;
using Analytics.Catalogue;
using Analytics.Estimation;
using Analytics.Release;
using Analytics.Statistics;

namespace Analytics.Storage;

/// <summary>Reads released cells from rows of the table <c>cell</c>. A release has a hundred thousand of them and the dashboard starts with them, so that only columns that can say something are looked at.</summary>
/// <param name="reader">Rows of <see cref="Sql"/>.</param>
sealed class StoredCells(DbDataReader reader)
{
    /// <summary>The rows of the release <c>@release</c>, in its order.</summary>
    public const string Sql =
        """
        SELECT indicator, year, area, age_band, sex, status, denominator, source_band, source, numerator, estimate, lower, upper, method,
               weight, squared_weight, weighted_value, weighted_square, value_sum, square_sum
        FROM cell WHERE release = @release ORDER BY position
        """;

    const int Indicator = 0, Year = 1, Area = 2, AgeBand = 3, Sex = 4, Status = 5, Denominator = 6, SourceBand = 7, Source = 8, Numerator = 9, Value = 10, Lower = 11, Upper = 12, Method = 13, Weight = 14;

    // The same few texts stand in all rows.
    readonly Dictionary<string, string> texts = [];
    readonly Dictionary<string, Sex> sexes = Enum.GetValues<Sex>().ToDictionary(x => x.ToString());
    readonly Dictionary<string, EstimateMethod> methods = Enum.GetValues<EstimateMethod>().ToDictionary(x => x.ToString());

    /// <summary>The cell of the row that the reader stands at.</summary>
    public ReleasedCell Read() => new(
        new CellAddress(Text(Indicator), reader.GetInt32(Year), Text(Area), Text(AgeBand), sexes[reader.GetString(Sex)]),
        reader.IsDBNull(Status) ? new Cell.Shown(Estimated()) : new Cell.Missing(ReasonCode.Parse(reader.GetString(Status))!.Value, Count(Denominator)),
        TextOrNull(SourceBand), TextOrNull(Source));

    Estimate Estimated()
    {
        var (numerator, denominator) = (Count(Numerator), Count(Denominator));
        return new Estimate(
            reader.GetDouble(Value), reader.IsDBNull(Lower) ? null : new Interval(reader.GetDouble(Lower), reader.GetDouble(Upper)), numerator, denominator, methods[reader.GetString(Method)],
            reader.IsDBNull(Weight) ? null : new Totals(
                denominator!.Value, numerator ?? denominator.Value, reader.GetDouble(Weight), reader.GetDouble(Weight + 1), reader.GetDouble(Weight + 2), reader.GetDouble(Weight + 3),
                reader.GetDouble(Weight + 4), reader.GetDouble(Weight + 5)));
    }

    long? Count(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    string? TextOrNull(int column) => reader.IsDBNull(column) ? null : Text(column);

    string Text(int column)
    {
        var text = reader.GetString(column);
        return texts.TryGetValue(text, out var known) ? known : texts[text] = text;
    }
}
