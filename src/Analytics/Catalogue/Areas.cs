namespace Analytics.Catalogue;

/// <summary>A county (län).</summary>
/// <param name="Code">Two-digit SCB code as text, for example <c>06</c>.</param>
/// <param name="NameSv">Name in Swedish: <c>Jönköpings län</c>.</param>
/// <param name="NameEn">Name in English: <c>Jönköping county</c>.</param>
public sealed record County(string Code, string NameSv, string NameEn);

/// <summary>A municipality (kommun).</summary>
/// <param name="Code">Four-digit SCB code as text, for example <c>0680</c>; its first two digits are the county.</param>
/// <param name="Name">Short name, the same in both languages: <c>Jönköping</c>.</param>
/// <param name="Population">Inhabitants of all ages, where known; for sample data and context only.</param>
/// <param name="Children">Inhabitants aged 0–18, where known or estimated; for sample data and context only.</param>
/// <param name="Tile">Place on the county's tile grid, where one is drawn.</param>
/// <param name="Neighbours">Codes of municipalities with a common land border, where known.</param>
public sealed record Municipality(string Code, string Name, int? Population, int? Children, Tile? Tile, IReadOnlyList<string> Neighbours)
{
    /// <summary>Code of the county.</summary>
    public string County => Code[..2];
}

/// <summary>A place on a tile grid: row from the north, column from the west, both from 0.</summary>
public readonly record struct Tile(int Row, int Column);

/// <summary>Codes of areas that are no municipality.</summary>
public static class AreaCode
{
    /// <summary>The nation.</summary>
    public const string Nation = "00";

    /// <summary>The level of a code: four digits a municipality, <c>00</c> the nation, other two digits a county.</summary>
    public static AreaLevel LevelOf(string code) => code.Length == 4 ? AreaLevel.Municipality : code == Nation ? AreaLevel.Nation : AreaLevel.County;
}
