using Analytics.Catalogue;
using static Analytics.Sample.SampleActors;

namespace Analytics.Sample;

/// <summary>Writes made-up answers about collaboration, and made-up coded interviews.</summary>
static class CollaborationFiles
{
    /// <summary>Fewest answers about a tie in a municipality, except where an actor type has hardly answered.</summary>
    public const int FewestAnswers = 5;

    const double HardlyAnswers = 0.08, NotAnswered = 0.05;

    // Usual frequency of a tie in both directions, 0–4; pairs that are not listed meet yearly or less.
    static readonly (string, string, int)[] Ties =
    [
        (SocialServices, School, 3), (SocialServices, PupilHealth, 3), (SocialServices, Police, 3), (SocialServices, ChildPsychiatry, 2),
        (SocialServices, FamilyCentre, 3), (SocialServices, Institutions, 2), (SocialServices, Leisure, 2), (SocialServices, Probation, 2),
        (School, PupilHealth, 4), (School, Police, 2), (School, Leisure, 3), (PupilHealth, ChildPsychiatry, 2), (PupilHealth, ChildYouthHealth, 3),
        (ChildHealthCentre, FamilyCentre, 4), (ChildHealthCentre, MaternalHealth, 3), (MaternalHealth, FamilyCentre, 3), (ChildHealthCentre, PaediatricClinic, 3),
        (ChildPsychiatry, PaediatricClinic, 2), (ChildPsychiatry, ChildYouthHealth, 2), (Police, Probation, 2), (Probation, Institutions, 2),
    ];

    /// <summary>Writes <c>collaboration.csv</c>.</summary>
    public static void WriteCollaboration(string path, SampleAreas areas, Codebook codebook, int seed)
    {
        using var file = new CsvOutput(path, "municipality,respondent_actor,other_actor,frequency,agreement,trust");
        foreach (var municipality in areas.All)
        {
            foreach (var respondent in codebook.Actors)
            {
                var random = KeyedRandom.Of(seed, SampleStream.Collaboration, municipality.Code, respondent.Id);
                var answers = random.Chance(HardlyAnswers) && !IsPlanted(respondent.Id) ? 1 + random.Below(2) : FewestAnswers + random.Below(3);
                for (var answer = 0; answer < answers; answer++)
                {
                    foreach (var other in codebook.Actors)
                    {
                        if (other != respondent)
                        {
                            WriteAnswer(file, municipality.Code, respondent.Id, other.Id, ref random);
                        }
                    }
                }
            }
        }

        file.Complete();
    }

    static void WriteAnswer(CsvOutput file, string municipality, string respondent, string other, ref KeyedRandom random)
    {
        var around = random.Below(4) switch { 0 => -1, 3 => 1, _ => 0 };
        var frequency = Fixed(respondent, other) ?? Math.Clamp(Usual(respondent, other) + around, 0, 4);
        file.Text(municipality);
        file.Text(respondent);
        file.Text(other);
        file.Number(frequency);
        file.Flag(random.Chance(NotAnswered) ? null : random.Chance(frequency * 0.2));
        file.Number(frequency == 0 || random.Chance(NotAnswered) ? (long?)null : Math.Clamp(1 + ((frequency + 1) / 2) + random.Below(3) - 1, 1, 4));
        file.EndRow();
    }

    static bool IsPlanted(string actor) =>
        actor is PlantedStructure.TieClaimedBy or PlantedStructure.TieDeniedBy || PlantedStructure.BeforeSchool.Contains(actor) || PlantedStructure.FromSchool.Contains(actor);

    static int? Fixed(string respondent, string other) => (respondent, other) switch
    {
        (PlantedStructure.TieClaimedBy, PlantedStructure.TieDeniedBy) => 4,
        (PlantedStructure.TieDeniedBy, PlantedStructure.TieClaimedBy) => 0,
        _ when PlantedStructure.BeforeSchool.Contains(respondent) && PlantedStructure.FromSchool.Contains(other) => 0,
        _ when PlantedStructure.FromSchool.Contains(respondent) && PlantedStructure.BeforeSchool.Contains(other) => 0,
        _ => null,
    };

    static int Usual(string one, string other)
    {
        foreach (var (a, b, frequency) in Ties)
        {
            if ((a == one && b == other) || (a == other && b == one))
            {
                return frequency;
            }
        }

        return 0;
    }

    static readonly (string Theme, string[] Codes)[] Themes =
    [
        ("samverkan", ["sekretess", "gemensamma möten", "oklart ansvar", "personberoende"]),
        ("uppföljning", ["saknar rutin", "egen rutin", "uppföljning med vårdnadshavare"]),
        ("metoder", ["utbildningsbehov", "tidsbrist", "metod vald av tradition", "metod vald efter kunskapsläge"]),
    ];

    /// <summary>Writes <c>interview_codes.csv</c>: per municipality one group interview with each of three actor types.</summary>
    public static void WriteInterviews(string path, SampleAreas areas, Codebook codebook, int seed)
    {
        using var file = new CsvOutput(path, "interview,municipality,actor,theme,code,mentions");
        foreach (var municipality in areas.All)
        {
            for (var i = 0; i < 3 && codebook.Actors.Count > 0; i++)
            {
                var random = KeyedRandom.Of(seed, SampleStream.Interview, municipality.Code, i == 0 ? "a" : i == 1 ? "b" : "c");
                var actor = codebook.Actors[(random.Below(codebook.Actors.Count / 3) + (i * (codebook.Actors.Count / 3))) % codebook.Actors.Count];
                foreach (var (theme, codes) in Themes)
                {
                    foreach (var code in codes)
                    {
                        if (random.Chance(0.5))
                        {
                            file.Text($"{municipality.Code}-{(char)('a' + i)}");
                            file.Text(municipality.Code);
                            file.Text(actor.Id);
                            file.Text(theme);
                            file.Text(code);
                            file.Number(1 + random.Below(6));
                            file.EndRow();
                        }
                    }
                }
            }
        }

        file.Complete();
    }
}
