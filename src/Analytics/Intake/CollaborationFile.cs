using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>collaboration.csv</c>: one row per answer about another actor type.</summary>
/// <remarks>The network is one of actor types, so an answer about the respondent's own type is a fault: it would be a tie of a node with itself.</remarks>
static class CollaborationFile
{
    public static readonly string[] Columns = ["municipality", "respondent_actor", "other_actor", "frequency", "agreement", "trust"];

    public static CollaborationRow Row(CsvRows rows, RowChecks row)
    {
        var municipality = row.Municipality(rows[0]);
        var respondent = row.Actor("respondent_actor", rows[1]);
        var other = row.Actor("other_actor", rows[2]);
        if (respondent >= 0 && respondent == other)
        {
            row.Refuse("other_actor", rows[2], "another actor type than respondent_actor");
        }

        var frequency = (int)row.Whole("frequency", rows[3], 0, 4);
        var agreement = row.Flag("agreement", rows[4]);
        var trust = (int?)row.WholeOrEmpty("trust", rows[5], 1, 4);
        return new CollaborationRow(municipality, respondent, other, frequency, agreement, trust);
    }
}
