using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>What both formats of microdata share: the checks of a row and where a row goes.</summary>
sealed class ObservationRows(Codebook codebook, IPersonRows persons, PersonSink sink, FaultList faults)
{
    /// <summary>Columns that must be there.</summary>
    public static readonly string[] Columns = ["person", "municipality", "age", "sex", "year", "indicator", "value"];

    /// <summary>Columns that may be there.</summary>
    public static readonly string[] Optional = ["weight"];

    /// <summary>Rows read, good or not.</summary>
    public long Read { get; private set; }

    /// <summary>Rows that went to the sink.</summary>
    public long Good { get; private set; }

    /// <summary>Where faults go.</summary>
    public FaultList Faults => faults;

    /// <summary>Checks for the rows of one file.</summary>
    public RowChecks Checks(string file) => new(file, codebook, faults, microdata: true);

    /// <summary>Index of an indicator that can be observed for a person; −1 at a fault.</summary>
    public int Indicator(ReadOnlySpan<char> id, RowChecks row)
    {
        var index = row.Indicator(id);
        if (index >= 0 && codebook.Indicators[index].Measure == Measure.Count)
        {
            row.Describe("indicator", $"{Fault.Quoted(id)}, a number of things", "an indicator of persons: a proportion, a mean or a rate");
            return -1;
        }

        return index;
    }

    /// <summary>Kind of number of an indicator; a mean, which allows most, where the indicator is wrong.</summary>
    public Measure MeasureOf(int indicator) => indicator < 0 ? Measure.Mean : codebook.Indicators[indicator].Measure;

    /// <summary>Passes a row on.</summary>
    /// <param name="person">The person.</param>
    /// <param name="identified">Whether person and year are right.</param>
    /// <param name="observation">The rest; to be used only when the row is good.</param>
    /// <param name="row">The row.</param>
    public void Add(ReadOnlySpan<char> person, bool identified, in Observation observation, RowChecks row)
    {
        Read++;
        if (identified && observation.Indicator >= 0)
        {
            persons.Add(person, observation.Year, observation.Indicator, observation.Municipality, row);
        }

        if (row.RowIsGood)
        {
            Good++;
            sink(person, observation, row);
        }
    }
}
