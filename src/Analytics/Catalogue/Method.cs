namespace Analytics.Catalogue;

/// <summary>An assessment method, intervention or treatment in use.</summary>
/// <param name="Id">Stable key, for example <c>savry</c>.</param>
/// <param name="NameSv">Name shown in Swedish.</param>
/// <param name="NameEn">Name shown in English.</param>
/// <param name="Kind">What kind of method it is.</param>
/// <param name="AgeFrom">Youngest age it is meant for, in years.</param>
/// <param name="AgeTo">Oldest age it is meant for, in years; may exceed 18.</param>
/// <param name="Actors">Ids of the actor types that typically use it.</param>
/// <param name="Structured">1 structured, 0.5 partly, 0 not.</param>
/// <param name="Evidence">0 not assessed, 1 very low, 2 limited, 3 moderate, 4 strong.</param>
/// <param name="EvidenceNoteSv">What the grade rests on, with source, in Swedish; empty where it is not said.</param>
/// <param name="EvidenceNoteEn">The same in English.</param>
/// <param name="Coverage">Per domain: 0 none, 1 part, 2 main.</param>
/// <param name="Constructs">Parts of Situational Action Theory it addresses, as coded in the catalogue.</param>
/// <param name="Aliases">Other names for the same method in substance.</param>
public sealed record Method(
    string Id, string NameSv, string NameEn, MethodKind Kind, int AgeFrom, int AgeTo, IReadOnlyList<string> Actors, double Structured,
    int Evidence, string EvidenceNoteSv, string EvidenceNoteEn, IReadOnlyDictionary<Domain, int> Coverage, IReadOnlyList<string> Constructs, IReadOnlyList<string> Aliases);

/// <summary>Kinds of method.</summary>
public enum MethodKind
{
    /// <summary>Short test that picks out who to look at more closely.</summary>
    Screening,
    /// <summary>Structured assessment of risk.</summary>
    RiskAssessment,
    /// <summary>Enquiry into needs.</summary>
    NeedsAssessment,
    /// <summary>Follows a case over time.</summary>
    FollowUp,
    /// <summary>Treatment.</summary>
    Treatment,
    /// <summary>Other intervention.</summary>
    Intervention,
}
