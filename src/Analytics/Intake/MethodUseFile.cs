using Analytics.Catalogue;
using Analytics.Csv;

namespace Analytics.Intake;

/// <summary>Reads <c>method_use.csv</c>: which organisation uses which method.</summary>
static class MethodUseFile
{
    public static readonly string[] Columns =
        ["organisation", "municipality", "actor", "method", "age_from", "age_to", "purpose", "extent", "trained", "follow_up"];

    public static MethodUseRow Row(CsvRows rows, RowChecks row)
    {
        var organisation = row.Text("organisation", rows[0]);
        var municipality = row.Municipality(rows[1]);
        var actor = row.Actor("actor", rows[2]);
        var method = row.Method(rows[3]);
        var (ageFrom, ageTo) = row.Ages(rows[4], rows[5]);
        var purpose = PurposeOf(rows[6], row);
        var extent = (int)row.Whole("extent", rows[7], 0, 3);
        var trained = row.Flag("trained", rows[8]);
        var followUp = row.Flag("follow_up", rows[9]);
        return new MethodUseRow(organisation, municipality, actor, method, ageFrom, ageTo, purpose, extent, trained, followUp);
    }

    static Purpose PurposeOf(ReadOnlySpan<char> text, RowChecks row)
    {
        if (!Code.TryParse<Purpose>(text, out var purpose))
        {
            row.Refuse("purpose", text, "identify, assess, treat or follow_up");
        }

        return purpose;
    }
}
