using Analytics.Catalogue;
using Dashboard.Releases;

namespace Dashboard.Api;

/// <summary>What the codes of a release mean, in both languages: the catalogue that travels with it.</summary>
static class CatalogueTables
{
    sealed record Place(Municipality Municipality, County? County, bool InRelease);

    sealed record Band(AgeBand AgeBand, string Kind);

    const string Group = "Catalogue", SwedishName = "Name in Swedish.", EnglishName = "Name in English.";

    static readonly string[] BandKinds = ["partition", "coarser", "total"];

    static readonly Columns<Indicator> IndicatorColumns = new Columns<Indicator>()
        .Text("id", "Stable key, as in figures.", x => x.Id)
        .Text("name_sv", SwedishName, x => x.NameSv)
        .Text("name_en", EnglishName, x => x.NameEn)
        .Text("role", "Risk factor, protective factor or outcome.", x => Code.Of(x.Role), allowed: Code.All<Role>())
        .Text("domain", "Where in the child's life.", x => Code.Of(x.Domain), allowed: Code.All<Domain>())
        .Text("construct", "Its place in Situational Action Theory.", x => Code.Of(x.Construct), allowed: Code.All<SatConstruct>())
        .Text("unit", "Id of the unit that pages show.", x => x.Unit.Id, allowed: [.. Units.All.Select(x => x.Id)])
        .Text("unit_sv", "What stands after a value in Swedish; empty for none.", x => x.Unit.Sv)
        .Text("unit_en", "What stands after a value in English; empty for none.", x => x.Unit.En)
        .Number("unit_factor", "A figure times this is what pages show: 100 for per cent.", x => x.Unit.Factor)
        .Text("polarity", "Whether a higher value is better, worse, or not to be judged.", x => Code.Of(x.Polarity), allowed: Code.All<Polarity>())
        .Text("measure", "What kind of number it is.", x => Code.Of(x.Measure), allowed: Code.All<Measure>())
        .Text("definition_sv", "Numerator / denominator, in Swedish.", x => x.DefinitionSv)
        .Text("definition_en", "Numerator / denominator, in English.", x => x.DefinitionEn)
        .Texts("age_bands", "Ids of the age bands in which it is measured.", x => x.AgeBands)
        .Text("source", "Who collects it.", x => x.Source)
        .Text("source_id", "The source's own id.", x => OrNull(x.SourceId), nullable: true)
        .Text("level", "Smallest area for which the source has it.", x => Code.Of(x.Level), allowed: Code.All<AreaLevel>())
        .Flag("core", "Whether overviews show it first.", x => x.Core)
        .Text("note_sv", "What a reader must know, in Swedish.", x => OrNull(x.NoteSv), nullable: true)
        .Text("note_en", "What a reader must know, in English.", x => OrNull(x.NoteEn), nullable: true);

    static readonly Columns<Method> MethodColumns = Enum.GetValues<Domain>().Aggregate(
        new Columns<Method>()
            .Text("id", "Stable key, as in answers.", x => x.Id)
            .Text("name_sv", SwedishName, x => x.NameSv)
            .Text("name_en", EnglishName, x => x.NameEn)
            .Text("kind", "What kind of method it is.", x => Code.Of(x.Kind), allowed: Code.All<MethodKind>())
            .Whole("age_from", "Youngest age it is meant for, in years.", x => x.AgeFrom)
            .Whole("age_to", "Oldest age it is meant for, in years; may exceed 18.", x => x.AgeTo)
            .Texts("actors", "Ids of the actor types that typically use it.", x => x.Actors)
            .Number("structured", "1 structured, 0.5 partly, 0 not.", x => x.Structured)
            .Whole("evidence", "0 not assessed, 1 very low, 2 limited, 3 moderate, 4 strong.", x => x.Evidence)
            .Text("evidence_note_sv", "What the grade rests on, in Swedish.", x => OrNull(x.EvidenceNoteSv), nullable: true)
            .Text("evidence_note_en", "What the grade rests on, in English.", x => OrNull(x.EvidenceNoteEn), nullable: true),
        (columns, domain) => columns.Whole(Code.Of(domain), $"How far it covers the domain {Code.Of(domain)}: 0 not, 1 in part, 2 mainly.", x => x.Coverage[domain]))
        .Texts("constructs", "Parts of Situational Action Theory that it addresses.", x => x.Constructs)
        .Texts("aliases", "Other names for the same method.", x => x.Aliases);

    static readonly Columns<Actor> ActorColumns = new Columns<Actor>()
        .Text("id", "Stable key, as in answers.", x => x.Id)
        .Text("name_sv", SwedishName, x => x.NameSv)
        .Text("name_en", EnglishName, x => x.NameEn)
        .Whole("age_from", "Youngest age it meets, in years.", x => x.AgeFrom)
        .Whole("age_to", "Oldest age it meets, in years.", x => x.AgeTo);

    static readonly Columns<Place> PlaceColumns = new Columns<Place>()
        .Text("code", "Four-digit code of Statistics Sweden, as text: 0680 keeps its zero.", x => x.Municipality.Code)
        .Text("name", "Short name, the same in both languages.", x => x.Municipality.Name)
        .Text("county", "Two-digit code of its county, which is an area too.", x => x.Municipality.County)
        .Text("county_name_sv", "Name of the county in Swedish.", x => x.County?.NameSv, nullable: true)
        .Text("county_name_en", "Name of the county in English.", x => x.County?.NameEn, nullable: true)
        .Texts("neighbours", "Codes of municipalities with a common land border, where known.", x => x.Municipality.Neighbours)
        .Flag("in_release", "Whether the release has figures for it.", x => x.InRelease);

    static readonly Columns<Band> BandColumns = new Columns<Band>()
        .Text("id", "Key, as in figures.", x => x.AgeBand.Id)
        .Whole("from", "Youngest age, in years.", x => x.AgeBand.From)
        .Whole("to", "Oldest age, in years, included.", x => x.AgeBand.To)
        .Text("kind", "Bands of the partition share no age; coarser ones are made of them; the total holds all.", x => x.Kind, allowed: BandKinds);

    public static ApiTable Indicators { get; } = new ApiTable<Indicator>(
        "catalogue/indicators", "Indicator", Group, "What each indicator means", "Every indicator of the catalogue that the release was built with, also those that it has no figures for.", [], IndicatorColumns,
        (release, _) => Rows.Of(release.Codebook.Indicators, null),
        new Indicator(
            "fam_parent_talk", "Lätt att prata med förälder om bekymmer", "Easy to talk to a parent about worries", Role.Protective, Domain.Family, SatConstruct.SocialControls, Units.All[0], Polarity.HigherBetter,
            Measure.Proportion, "elever som svarat ja / elever som svarat", "pupils answering yes / respondents", ["10-12", "13-15"], "made-up survey", "", AreaLevel.Municipality, true, "", ""));

    public static ApiTable Methods { get; } = new ApiTable<Method>(
        "catalogue/methods", "Method", Group, "What each method is", "Every method of the catalogue that the release was built with.", [], MethodColumns, (release, _) => Rows.Of(release.Codebook.Methods, null),
        new Method("sdq", "SDQ", "SDQ", MethodKind.Screening, 2, 17, ["school"], 1, 3, "", "", Enum.GetValues<Domain>().ToDictionary(x => x, _ => 1), [], []));

    public static ApiTable Actors { get; } = new ApiTable<Actor>(
        "catalogue/actors", "Actor", Group, "What each actor type is", "Types of public actor that meet children.", [], ActorColumns, (release, _) => Rows.Of(release.Codebook.Actors, null),
        new Actor("school", "Skola", "School", 6, 18));

    public static ApiTable Municipalities { get; } = new ApiTable<Place>(
        "catalogue/municipalities", "Municipality", Group, "Municipalities and their counties", "Every municipality of the catalogue that the release was built with; in_release tells which have figures.", [], PlaceColumns,
        (release, _) => Rows.Of(PlacesOf(release), null), new Place(new Municipality("0680", "Jönköping", null, null, null, ["0604", "0642"]), new County("06", "Jönköpings län", "Jönköping county"), true));

    public static ApiTable AgeBands { get; } = new ApiTable<Band>(
        "catalogue/age-bands", "AgeBand", Group, "Age bands", "The bands that figures are given for.", [], BandColumns, (release, _) => Rows.Of(BandsOf(release.Codebook.AgeBands), null), new Band(new AgeBand("13-15", 13, 15), BandKinds[0]));

    static Place[] PlacesOf(LoadedRelease release) =>
        [.. release.Codebook.Municipalities.Select(x => new Place(x, release.Codebook.FindCounty(x.County), release.FindMunicipality(x.Code) is not null))];

    static Band[] BandsOf(AgeBands bands) =>
        [.. bands.All.Select(x => new Band(x, x == bands.Total ? BandKinds[2] : bands.Partition.Contains(x) ? BandKinds[0] : BandKinds[1]))];

    static string? OrNull(string text) => text.Length == 0 ? null : text;
}
