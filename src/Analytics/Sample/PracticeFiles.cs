using Analytics.Catalogue;

namespace Analytics.Sample;

/// <summary>Writes which methods made-up organisations use and how they follow up.</summary>
static class PracticeFiles
{
    const double NotAnswered = 0.04, OddPurpose = 0.08;

    /// <summary>Writes <c>method_use.csv</c>.</summary>
    public static void WriteMethodUse(string path, SampleAreas areas, Codebook codebook, int seed)
    {
        using var file = new CsvOutput(path, "organisation,municipality,actor,method,age_from,age_to,purpose,extent,trained,follow_up");
        foreach (var organisation in Organisations.All(areas, codebook, seed))
        {
            foreach (var method in codebook.Methods)
            {
                WriteMethod(file, organisation, method, KeyedRandom.Of(seed, SampleStream.Organisation, organisation.Name, method.Id));
            }
        }

        file.Complete();
    }

    static void WriteMethod(CsvOutput file, Organisation organisation, Method method, KeyedRandom random)
    {
        var own = organisation.Way.Methods.Contains(method.Id);
        var uses = random.Chance(own ? PlantedStructure.OwnMethod : PlantedStructure.OtherMethod);
        var askedAndNever = own && random.Chance(0.5);
        var (from, to) = Ages(organisation.Actor, method, random.Chance(0.3));
        if ((!uses && !askedAndNever) || from > to)
        {
            return;
        }

        file.Text(organisation.Name);
        file.Text(organisation.Municipality);
        file.Text(organisation.Actor.Id);
        file.Text(method.Aliases.Count > 0 && random.Chance(PlantedStructure.AliasUse) ? method.Aliases[random.Below(method.Aliases.Count)] : method.Id);
        file.Number(from);
        file.Number(to);
        file.Text(random.Chance(OddPurpose) ? Purposes[random.Below(Purposes.Length)] : PurposeOf(method.Kind));
        file.Number(!uses ? 0 : own ? 2 + random.Below(2) : 1);
        file.Flag(Answer(ref random, uses ? own ? 0.85 : 0.4 : 0.1));
        file.Flag(Answer(ref random, uses ? organisation.Way.Documented : 0));
        file.EndRow();
    }

    /// <summary>Writes <c>follow_up.csv</c>.</summary>
    public static void WriteFollowUp(string path, SampleAreas areas, Codebook codebook, int seed)
    {
        using var file = new CsvOutput(path, "organisation,municipality,actor,routine,interval_months,documented,joint_plan");
        foreach (var organisation in Organisations.All(areas, codebook, seed))
        {
            var random = KeyedRandom.Of(seed, SampleStream.Organisation, organisation.Name, "follow_up");
            var routine = random.Chance(organisation.Way.Routine);
            file.Text(organisation.Name);
            file.Text(organisation.Municipality);
            file.Text(organisation.Actor.Id);
            file.Flag(routine);
            file.Number(routine ? Math.Max(1, organisation.Way.IntervalMonths + random.Below(3) - 1) : (long?)null);
            file.Flag(routine ? Answer(ref random, organisation.Way.Documented) : false);
            file.Flag(Answer(ref random, organisation.Way.JointPlan));
            file.EndRow();
        }

        file.Complete();
    }

    static readonly string[] Purposes = ["identify", "assess", "treat", "follow_up"];

    static string PurposeOf(MethodKind kind) => kind switch
    {
        MethodKind.Screening => "identify",
        MethodKind.RiskAssessment or MethodKind.NeedsAssessment => "assess",
        MethodKind.FollowUp => "follow_up",
        _ => "treat",
    };

    // The ages of the method and of the actor type, on one side of the planted gap: who meets both sides uses a method for younger or for older children, never across.
    static (int From, int To) Ages(Actor actor, Method method, bool young)
    {
        var (from, to) = (Math.Max(method.AgeFrom, actor.AgeFrom), Math.Min(Math.Min(method.AgeTo, actor.AgeTo), PlantedStructure.OldestAge));
        young = PlantedStructure.BeforeSchool.Contains(actor.Id) || (young && from <= PlantedStructure.LastAgeBeforeGap && !PlantedStructure.FromSchool.Contains(actor.Id));
        return young || to <= PlantedStructure.LastAgeBeforeGap
            ? (from, Math.Min(to, PlantedStructure.LastAgeBeforeGap))
            : (Math.Max(from, PlantedStructure.LastAgeBeforeGap + 1), to);
    }

    static bool? Answer(ref KeyedRandom random, double yes) => random.Chance(NotAnswered) ? null : random.Chance(yes);
}
