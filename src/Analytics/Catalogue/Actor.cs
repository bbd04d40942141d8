namespace Analytics.Catalogue;

/// <summary>A type of public actor that meets children.</summary>
/// <param name="Id">Stable key, for example <c>social_services</c>.</param>
/// <param name="NameSv">Name shown in Swedish.</param>
/// <param name="NameEn">Name shown in English.</param>
/// <param name="AgeFrom">Youngest age it meets, in years.</param>
/// <param name="AgeTo">Oldest age it meets, in years.</param>
public sealed record Actor(string Id, string NameSv, string NameEn, int AgeFrom, int AgeTo);
