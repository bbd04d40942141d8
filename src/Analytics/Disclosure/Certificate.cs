namespace Analytics.Disclosure;

/// <summary>Proof that what is withheld cannot be told: tables of whole numbers that agree with all that is shown and lie far apart.</summary>
/// <remarks>
/// It is a function of what is published and of nothing else: anyone can make the same one, so it may lie beside the figures, and says neither what is withheld nor which
/// cells are withheld for their own sake. Checking it takes additions only; see <see cref="CertificateVerifier"/>.
/// </remarks>
/// <param name="Parts">Independent groups of unknown cells.</param>
sealed record Certificate(IReadOnlyList<CertificatePart> Parts)
{
    /// <summary>Proves as much as can be proved. Null where no table agrees with what is shown.</summary>
    /// <param name="view">What is published.</param>
    /// <param name="width">How far apart the counts of each unknown cell are to lie.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Certificate? Of(ReaderView view, int width, CancellationToken cancellation)
    {
        var parts = new List<CertificatePart>();
        foreach (var part in UnknownPart.Of(view.Relations, [.. Enumerable.Range(0, view.Count).Select(cell => view[cell] is null)]))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ReferenceTable.Of(view, part) is not { } reference)
            {
                return null;
            }

            using var search = new ChangeSearch(part, [.. part.Cells.Select((cell, i) => Room.Between(view.Floor(cell), reference[i], view.Ceiling(cell)))], [.. part.Cells.Select(_ => width)]);
            search.Widen();
            parts.Add(new(part.Cells, reference, search.Changes));
        }

        return new(parts);
    }
}

/// <summary>Tables of one group of unknown cells.</summary>
/// <param name="Cells">The cells, ascending.</param>
/// <param name="Reference">A count of each, in that order: one table.</param>
/// <param name="Changes">What other tables differ by from it.</param>
sealed record CertificatePart(IReadOnlyList<int> Cells, IReadOnlyList<long> Reference, IReadOnlyList<Change> Changes);
