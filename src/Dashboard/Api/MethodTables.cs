using Analytics.Catalogue;
using Analytics.Practice;

namespace Dashboard.Api;

/// <summary>Which methods organisations use: the columns of <c>methods.csv</c>, <c>method_remarks.csv</c> and <c>method_coverage.csv</c>.</summary>
static class MethodTables
{
    static readonly Columns<MethodUse> UseColumns = new Columns<MethodUse>()
        .Text("organisation", "Name of the organisation, a public body.", x => x.Organisation)
        .Text("municipality", "Code of its municipality.", x => x.Municipality)
        .Text("actor", "Id of its actor type.", x => x.Actor)
        .Text("method", "Id of the method.", x => x.Method)
        .Text("purpose", "What it is used for.", x => Code.Of(x.Purpose), allowed: Filters.Purpose.Allowed)
        .Whole("age_from", "Youngest age, in years.", x => x.AgeFrom)
        .Whole("age_to", "Oldest age, in years.", x => x.AgeTo)
        .Whole("extent", "0 never, 1 some, 2 usually, 3 always.", x => x.Extent)
        .Flag("trained", "Whether staff are trained; null when not answered.", x => x.Trained, nullable: true)
        .Flag("follow_up", "Whether results are followed up; null when not answered.", x => x.FollowUp, nullable: true);

    static readonly Columns<UseRemark> RemarkColumns = new Columns<UseRemark>()
        .Text("kind", "What is wrong with the answer.", x => Code.Of(x.Kind), allowed: Code.All<UseRemarkKind>())
        .Text("organisation", "Who answered.", x => x.Organisation)
        .Text("municipality", "Code of its municipality.", x => x.Municipality)
        .Text("method", "Id of the method.", x => x.Method)
        .Text("purpose", "What it is said to be used for.", x => Code.Of(x.Purpose), allowed: Filters.Purpose.Allowed)
        .Whole("answers", "Number of answers concerned.", x => x.Answers);

    static readonly Columns<DomainCoverage> CoverageColumns = new Columns<DomainCoverage>()
        .Text("area", "Code of the municipality, of the county or 00 for the nation.", x => x.Area)
        .Text("age_band", "Id of the age band.", x => x.AgeBand)
        .Text("domain", "Where in the child's life.", x => Code.Of(x.Domain), allowed: Filters.Domain.Allowed)
        .Whole("organisations", "Organisations that answered anything about methods.", x => x.Organisations)
        .Whole("using", "Those that use at least one method for the band that addresses the domain.", x => x.Using)
        .Whole("methods", "Different methods that they use there.", x => x.Methods)
        .Whole("structured", "Those of the methods that are structured throughout.", x => x.Structured)
        .Whole("evidence", "Those of the methods with moderate or strong evidence.", x => x.Evidence)
        .Whole("trained", "Answers that staff are trained in such a method.", x => x.Trained)
        .Whole("trained_answers", "Answers to that question.", x => x.TrainedAnswers)
        .Whole("followed_up", "Answers that the results of such a method are followed up.", x => x.FollowedUp)
        .Whole("follow_up_answers", "Answers to that question.", x => x.FollowUpAnswers);

    public static ApiTable Uses { get; } = new ApiTable<MethodUse>(
        "methods", "MethodUse", "Methods", "Which organisation uses which method", "The rows of the exported methods.csv. Organisations are public bodies; nothing here is about a child.",
        [Filters.Municipality, Filters.Actor, Filters.Method, Filters.Purpose], UseColumns, (release, query) => Rows.Of(release.Practice.Uses, UseColumns.Condition(query)),
        new MethodUse("Made-up school", "0680", "school", "sdq", Purpose.Identify, 6, 15, 2, true, null));

    public static ApiTable Remarks { get; } = new ApiTable<UseRemark>(
        "method-remarks", "MethodRemark", "Methods", "Answers about methods that could not be taken as they stand", "The rows of the exported method_remarks.csv.",
        [Filter.Of("kind", "What is wrong with the answer.", Code.All<UseRemarkKind>()), Filters.Municipality, Filters.Method, Filters.Purpose], RemarkColumns,
        (release, query) => Rows.Of(release.Practice.Remarks, RemarkColumns.Condition(query)), new UseRemark(UseRemarkKind.Repeated, "Made-up school", "0680", "sdq", Purpose.Identify, 2));

    public static ApiTable Coverage { get; } = new ApiTable<DomainCoverage>(
        "method-coverage", "MethodCoverage", "Methods", "What is done per area, age band and domain", "The rows of the exported method_coverage.csv.",
        [Filters.Area, Filters.AgeBand, Filters.Domain], CoverageColumns, (release, query) => Rows.Of(release.Practice.Coverage, CoverageColumns.Condition(query)),
        new DomainCoverage("0680", "13-15", Domain.Family, 12, 7, 4, 3, 2, 5, 7, 4, 7));
}
