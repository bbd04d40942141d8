using Apache.Arrow;

namespace Analytics.Intake;

/// <summary>Some thousand rows of a Parquet file, by column.</summary>
/// <param name="batch">The rows.</param>
/// <param name="places">Place of each column of <see cref="ObservationRows"/>; −1 without weights.</param>
readonly struct ObservationBatch(RecordBatch batch, int[] places)
{
    /// <summary>Number of rows.</summary>
    public int Length => batch.Length;

    /// <summary>Persons.</summary>
    public TextColumn Person => new(batch.Column(places[0]));

    /// <summary>Codes of municipalities.</summary>
    public TextColumn Municipality => new(batch.Column(places[1]));

    /// <summary>Codes of sexes.</summary>
    public TextColumn Sex => new(batch.Column(places[3]));

    /// <summary>Ids of indicators.</summary>
    public TextColumn Indicator => new(batch.Column(places[5]));

    /// <summary>Makes sure that every row names a text that there is.</summary>
    /// <exception cref="InvalidDataException">One does not.</exception>
    public void CheckCodes()
    {
        Person.Check(Length);
        Municipality.Check(Length);
        Sex.Check(Length);
        Indicator.Check(Length);
    }

    /// <summary>Ages in years.</summary>
    public IArrowArray Age => batch.Column(places[2]);

    /// <summary>Calendar years.</summary>
    public IArrowArray Year => batch.Column(places[4]);

    /// <summary>Answers.</summary>
    public IArrowArray Value => batch.Column(places[6]);

    /// <summary>Weights; null where there is no such column.</summary>
    public IArrowArray? Weight => places[7] < 0 ? null : batch.Column(places[7]);
}
