using Analytics.Catalogue;
using Analytics.Collaboration;
using Analytics.Practice;

namespace Analytics.Release;

/// <summary>One release, whole: everything anyone sees comes from here.</summary>
/// <param name="Manifest">What it is made of.</param>
/// <param name="Codebook">What its codes mean: the catalogue it was built with travels with it.</param>
/// <param name="Cells">All cells, sorted by indicator (catalogue order), year, area (manifest order), age band (codebook order) and sex (F, M, T).</param>
public sealed record ReleaseDocument(Manifest Manifest, Codebook Codebook, IReadOnlyList<ReleasedCell> Cells)
{
    /// <summary>Years that each cell takes together: 1, or 3 in <see cref="ThreeYears"/>.</summary>
    public int YearsTogether { get; init; } = 1;

    /// <summary>Who works how: methods and follow-up.</summary>
    public PracticePart Practice { get; init; } = PracticePart.Empty;

    /// <summary>Who works with whom.</summary>
    public CollaborationPart Collaboration { get; init; } = CollaborationPart.Empty;

    /// <summary>What the protection did, by indicator and year in the order of the cells. Only of a release just built: for the analyst, never exported, no part of the id, kept apart in the store.</summary>
    public IReadOnlyList<ProtectionRecord> Protection { get; init; } = [];

    /// <summary>The catalogue's files, by name, from which <see cref="Codebook"/> was read.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> CatalogueFiles { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();
}
