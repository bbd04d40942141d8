using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>interview_codes.csv</c>: coded group interviews.</summary>
static class InterviewFile
{
    public static readonly string[] Columns = ["interview", "municipality", "actor", "theme", "code", "mentions"];

    const int MostMentions = 1_000_000;

    public static InterviewRow Row(CsvRows rows, RowChecks row)
    {
        var interview = row.Text("interview", rows[0]);
        var municipality = row.Municipality(rows[1]);
        var actor = row.Actor("actor", rows[2]);
        var theme = row.Text("theme", rows[3]);
        var code = row.Text("code", rows[4]);
        var mentions = (int)row.Whole("mentions", rows[5], 0, MostMentions);
        return new InterviewRow(interview, municipality, actor, theme, code, mentions);
    }
}
