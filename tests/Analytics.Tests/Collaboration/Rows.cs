using Analytics.Catalogue;
using Analytics.Intake;
using Analytics.Tests.Sample;

namespace Analytics.Tests.Collaboration;

/// <summary>Rows of an input about collaboration, by codes and ids instead of places in the catalogue.</summary>
static class Rows
{
    public static readonly Codebook Codes = SmallCodebook.Create();

    public static CollaborationRow Answer(string municipality, string from, string to, int frequency, bool? agreement = null, int? trust = null) =>
        new(Codes.IndexOfMunicipality(municipality), Codes.IndexOfActor(from), Codes.IndexOfActor(to), frequency, agreement, trust);

    public static IEnumerable<CollaborationRow> Answers(string municipality, string from, string to, params int[] frequencies) => frequencies.Select(x => Answer(municipality, from, to, x));

    public static MethodUseRow Use(string municipality, string actor, int from, int to, int extent = 2, string method = "ester") =>
        new("En organisation", Codes.IndexOfMunicipality(municipality), Codes.IndexOfActor(actor), Codes.IndexOfMethod(method), from, to, Purpose.Assess, extent, null, null);

    public static InterviewRow Interview(string key, string municipality, string actor, string code, int mentions) =>
        new(key, Codes.IndexOfMunicipality(municipality), Codes.IndexOfActor(actor), "samverkan", code, mentions);

    public static InputContent Input(IEnumerable<CollaborationRow>? answers = null, IEnumerable<MethodUseRow>? use = null, IEnumerable<InterviewRow>? interviews = null) =>
        new(new InputDescription("", "", "", "", null, true), [], 0, [], [], [.. use ?? []], [.. answers ?? []], [], [.. interviews ?? []]);
}
