using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>follow_up.csv</c>: how organisations follow up children at risk.</summary>
static class FollowUpFile
{
    public static readonly string[] Columns = ["organisation", "municipality", "actor", "routine", "interval_months", "documented", "joint_plan"];

    const int LongestInterval = 120;

    public static FollowUpRow Row(CsvRows rows, RowChecks row)
    {
        var organisation = row.Text("organisation", rows[0]);
        var municipality = row.Municipality(rows[1]);
        var actor = row.Actor("actor", rows[2]);
        var routine = row.Flag("routine", rows[3]);
        var interval = (int?)row.WholeOrEmpty("interval_months", rows[4], 1, LongestInterval);
        var documented = row.Flag("documented", rows[5]);
        var jointPlan = row.Flag("joint_plan", rows[6]);
        return new FollowUpRow(organisation, municipality, actor, routine, interval, documented, jointPlan);
    }
}
