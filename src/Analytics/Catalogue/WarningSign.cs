namespace Analytics.Catalogue;

/// <summary>A sign of recruitment that guides describe to adults; never turned into a score for an individual.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="NameSv">Text in Swedish.</param>
/// <param name="NameEn">Text in English.</param>
/// <param name="Domain">Where in the child's life it shows.</param>
/// <param name="Construct">Its place in Situational Action Theory.</param>
/// <param name="Indicators">Ids of indicators that concern the same thing at group level.</param>
/// <param name="Sources">Keys of the guides that name it.</param>
public sealed record WarningSign(
    string Id, string NameSv, string NameEn, Domain Domain, SatConstruct Construct, IReadOnlyList<string> Indicators, IReadOnlyList<string> Sources);
