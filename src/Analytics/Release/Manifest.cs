using System.Text.Json.Serialization;
using Analytics.Intake;
using Analytics.Tables;

namespace Analytics.Release;

/// <summary>What a release is made of: enough to make it again and to judge it.</summary>
/// <param name="Id">First 16 hexadecimal digits of the SHA-256 of the content: cells, inputs, catalogue and parameters.</param>
/// <param name="Created">When it was built, UTC. Not part of the content.</param>
/// <param name="Description">Where the data come from.</param>
/// <param name="Inputs">The input files, by name.</param>
/// <param name="CatalogueVersion">SHA-256 of the catalogue files, hexadecimal.</param>
/// <param name="Parameters">Parameters of protection.</param>
/// <param name="Methods">Version of each method used, by name.</param>
/// <param name="Years">Years with data, ascending.</param>
/// <param name="Areas">Area codes in the release: municipalities, counties, nation.</param>
public sealed record Manifest(
    string Id, DateTimeOffset Created, InputDescription Description, IReadOnlyList<InputFileRecord> Inputs, string CatalogueVersion,
    ReleaseParameters Parameters, IReadOnlyDictionary<string, string> Methods, IReadOnlyList<int> Years, IReadOnlyList<string> Areas)
{
    /// <summary>Inhabitants of the catalogue's ages per municipality in the latest year of the population file: what similar size is judged by. Empty without that file.</summary>
    public IReadOnlyDictionary<string, long> Children { get; init; } = new Dictionary<string, long>();
}

/// <summary>Parameters of protection.</summary>
/// <param name="Threshold">Counts from 1 to one less are small.</param>
/// <param name="Base">Smallest base that is shown; with rounding the smallest of a mean.</param>
/// <param name="Protection">A name of <see cref="ProtectionMode"/>.</param>
public sealed record ReleaseParameters(int Threshold, int Base, string Protection)
{
    /// <summary>What hiding a cell that needs no protection itself costs. Written only where it is not the usual, its count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public HidingCost Weights { get; init; }

    /// <summary>Whether counts are rounded, which is said wherever a number stands.</summary>
    [JsonIgnore]
    public bool IsRounded => Protection == ProtectionMode.Rounding;
}

/// <summary>Result of attacking a release.</summary>
/// <param name="Passed">Whether no protected value could be recovered or narrowed too far.</param>
/// <param name="Attacks">Names of the attacks tried.</param>
/// <param name="CellsAttacked">Number of withheld and unpublished cells that were attacked.</param>
/// <param name="NarrowestInterval">Smallest width of the interval left for a withheld count; null when nothing is withheld.</param>
/// <param name="Findings">The cells that could be recovered or narrowed too far, described by their place; empty when passed.</param>
public sealed record AuditResult(bool Passed, IReadOnlyList<string> Attacks, long CellsAttacked, double? NarrowestInterval, IReadOnlyList<string> Findings)
{
    /// <summary>Names of the attacks known to exist that this version does not try.</summary>
    public IReadOnlyList<string> NotTried { get; init; } = [];
}
