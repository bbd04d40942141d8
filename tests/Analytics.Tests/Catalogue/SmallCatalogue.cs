using System.Text;
using Analytics.Catalogue;

namespace Analytics.Tests.Catalogue;

/// <summary>The files of the smallest catalogue that has one of everything, of another county than the shipped one draws.</summary>
static class SmallCatalogue
{
    const string AgeBands = """
        id,from,to,kind
        0-2,0,2,partition
        3-5,3,5,partition
        6-7,6,7,partition
        3-7,3,7,coarser
        0-7,0,7,total

        """;

    const string Actors = """
        id,name_sv,name_en,age_from,age_to
        police,Polis,Police,0,20
        school,Skola,School,6,19

        """;

    const string Counties = """
        code,name_sv,name_en
        24,Västerbottens län,Västerbotten county
        25,Norrbottens län,Norrbotten county

        """;

    const string Municipalities = """
        code,name,population,children,tile_row,tile_column,neighbours
        2401,Nordmaling,7000,1400,1,0,2480
        2480,Umeå,133000,28000,0,0,2401
        2580,Luleå,,,,,

        """;

    const string Indicators = """
        id,name_sv,name_en,role,domain,sat_construct,unit,polarity,measure,definition_sv,definition_en,age_bands,source,source_id,level,core,note_sv,note_en
        talk,Prata,Talk,protective,family,social_controls,percent,higher_better,proportion,ja / tillfrågade,yes / asked,3-5 0-2,survey,,municipality,1,,
        reports,Anmälningar,Reports,risk,family,causes_of_causes,per_1000,none,rate,anmälningar / barn,reports / children,0-2,register,,municipality,0,"att veta, med komma","a note, with a comma"

        """;

    const string Methods = """
        id,name_sv,name_en,kind,age_from,age_to,actors,structured,evidence,evidence_note_sv,evidence_note_en,individual,family,peers,school,community,sat,aliases
        one,Ett,First,screening,0,5,police school,yes,3,,,2,1,0,0,0,morality exposure,Uno|Eins
        two,Två,Second,follow_up,0,0,,partly,0,,,0,0,0,0,2,,

        """;

    const string WarningSigns = """
        id,name_sv,name_en,domain,sat_construct,indicators,sources
        quiet,Blir tyst,Goes quiet,individual,self_control,talk reports,A guide|Another

        """;

    /// <summary>File contents by name.</summary>
    public static Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
    {
        [CatalogueFiles.AgeBands] = AgeBands,
        [CatalogueFiles.Actors] = Actors,
        [CatalogueFiles.Counties] = Counties,
        [CatalogueFiles.Municipalities] = Municipalities,
        [CatalogueFiles.Indicators] = Indicators,
        [CatalogueFiles.Methods] = Methods,
        [CatalogueFiles.WarningSigns] = WarningSigns,
    };

    /// <summary>The same as bytes.</summary>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(x => x.Key, x => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(x.Value), StringComparer.Ordinal);
}
