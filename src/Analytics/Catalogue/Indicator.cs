namespace Analytics.Catalogue;

/// <summary>One measured factor: what it means, how it is measured, and how it may be judged.</summary>
/// <param name="Id">Stable key, for example <c>fam_parent_talk</c>.</param>
/// <param name="NameSv">Name shown in Swedish.</param>
/// <param name="NameEn">Name shown in English.</param>
/// <param name="Role">Risk factor, protective factor or outcome.</param>
/// <param name="Domain">Where in the child's life the factor lies.</param>
/// <param name="Construct">Its place in Situational Action Theory.</param>
/// <param name="Unit">What a value counts, with the number to multiply the stored value by for people.</param>
/// <param name="Polarity">Whether a higher value is better, worse, or not to be judged.</param>
/// <param name="Measure">What kind of number it is, which decides estimate and interval.</param>
/// <param name="DefinitionSv">Numerator and denominator in Swedish words.</param>
/// <param name="DefinitionEn">Numerator and denominator in English words.</param>
/// <param name="AgeBands">Ids of the age bands in which it is measured, youngest first.</param>
/// <param name="Source">Who collects it.</param>
/// <param name="SourceId">The source's own id; empty where it has none.</param>
/// <param name="Level">Smallest area for which the source has it.</param>
/// <param name="Core">Whether it belongs to the core set that overviews show first.</param>
/// <param name="NoteSv">What a reader must know, in Swedish; empty when nothing.</param>
/// <param name="NoteEn">The same in English.</param>
public sealed record Indicator(
    string Id, string NameSv, string NameEn, Role Role, Domain Domain, SatConstruct Construct, Unit Unit, Polarity Polarity,
    Measure Measure, string DefinitionSv, string DefinitionEn, IReadOnlyList<string> AgeBands, string Source, string SourceId, AreaLevel Level, bool Core,
    string NoteSv, string NoteEn);

/// <summary>The part a factor plays.</summary>
public enum Role
{
    /// <summary>Makes a bad outcome more likely.</summary>
    Risk,
    /// <summary>Makes a bad outcome less likely.</summary>
    Protective,
    /// <summary>The outcome itself.</summary>
    Outcome,
}

/// <summary>Where in the child's life a factor lies.</summary>
public enum Domain
{
    /// <summary>The child.</summary>
    Individual,
    /// <summary>The family.</summary>
    Family,
    /// <summary>Friends.</summary>
    Peers,
    /// <summary>School.</summary>
    School,
    /// <summary>Neighbourhood and municipality.</summary>
    Community,
}

/// <summary>Place of a factor in Situational Action Theory (Wikström).</summary>
public enum SatConstruct
{
    /// <summary>Propensity: what the person holds to be right.</summary>
    Morality,
    /// <summary>Propensity: ability to withstand temptation and provocation.</summary>
    SelfControl,
    /// <summary>Exposure to criminogenic settings.</summary>
    CriminogenicSettings,
    /// <summary>Exposure to peers who offend.</summary>
    Peers,
    /// <summary>Exposure through unsupervised time.</summary>
    UnsupervisedTime,
    /// <summary>Social controls.</summary>
    SocialControls,
    /// <summary>Causes of the causes.</summary>
    CausesOfCauses,
    /// <summary>The act to be explained.</summary>
    Outcome,
}

/// <summary>How a difference may be judged.</summary>
public enum Polarity
{
    /// <summary>A higher value is better.</summary>
    HigherBetter,
    /// <summary>A higher value is worse.</summary>
    HigherWorse,
    /// <summary>No judgement: a rise can mean better detection.</summary>
    None,
}

/// <summary>The kind of number an indicator is.</summary>
public enum Measure
{
    /// <summary>Share of people: cases out of a base; stored as a fraction in [0, 1].</summary>
    Proportion,
    /// <summary>Events per person of a population; stored per one person.</summary>
    Rate,
    /// <summary>Average of a value over people.</summary>
    Mean,
    /// <summary>A plain number of things.</summary>
    Count,
}

/// <summary>Areas from small to large.</summary>
public enum AreaLevel
{
    /// <summary>Municipality (kommun).</summary>
    Municipality,
    /// <summary>County or region (län).</summary>
    County,
    /// <summary>The nation.</summary>
    Nation,
}

/// <summary>What a value is shown as.</summary>
/// <param name="Id">Stable key: <c>percent</c>, <c>per_1000</c>, <c>per_10000</c>, <c>per_100000</c>, <c>index</c>, <c>ratio</c> or <c>count</c>.</param>
/// <param name="Sv">Text after a value in Swedish, for example <c>%</c> or <c>per 1 000</c>.</param>
/// <param name="En">Text after a value in English.</param>
/// <param name="Factor">Stored value × factor = shown value: 100 for per cent.</param>
public sealed record Unit(string Id, string Sv, string En, double Factor);
