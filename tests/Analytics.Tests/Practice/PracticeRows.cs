using Analytics.Catalogue;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Tests.Practice;

/// <summary>Answers about methods and follow-up, with the shipped catalogue.</summary>
static class PracticeRows
{
    public static Codebook Shipped { get; } = CodebookReader.Read(CatalogueFiles.ReadDirectory(ShippedCatalogue.Directory, new FaultList()), new FaultList())!;

    public static MethodUseRow Use(string organisation, string method, int extent = 2, int from = 6, int to = 12, Purpose purpose = Purpose.Assess, bool? trained = true, bool? followUp = true, string municipality = "0680", string actor = "school") =>
        new(organisation, Shipped.IndexOfMunicipality(municipality), Shipped.IndexOfActor(actor), Shipped.IndexOfMethod(method), from, to, purpose, extent, trained, followUp);

    public static FollowUpRow FollowUp(string organisation, string municipality, string actor, bool? routine, int? months = null) =>
        new(organisation, Shipped.IndexOfMunicipality(municipality), Shipped.IndexOfActor(actor), routine, months, routine, routine);
}
