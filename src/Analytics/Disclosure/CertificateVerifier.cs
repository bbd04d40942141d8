namespace Analytics.Disclosure;

/// <summary>Why a certificate does not prove that a cell cannot be told.</summary>
enum CertificateFault
{
    /// <summary>The certificate says nothing of the cell, or says it twice, or speaks of a cell that is shown.</summary>
    NotCovered,

    /// <summary>A table gives the cell less than a reader knows it to be at least, or more than at most.</summary>
    OutOfBounds,

    /// <summary>A table does not add up to the cell, a total.</summary>
    DoesNotAddUp,

    /// <summary>All tables agree on the cell.</summary>
    Exact,

    /// <summary>The tables lie less far apart than they must.</summary>
    Narrow,
}

/// <summary>Checks a certificate against what is published: additions and comparisons, no solver, nothing in common with what made it.</summary>
static class CertificateVerifier
{
    /// <summary>What is wrong, by cell. Empty where every withheld cell is proved to keep its width.</summary>
    /// <param name="view">What is published.</param>
    /// <param name="certificate">The proof.</param>
    /// <param name="width">Least distance between the largest and smallest count of each withheld cell.</param>
    /// <param name="threshold">Counts from 1 to one less are small.</param>
    /// <param name="isUnpublished">Whether a cell is one that is never shown: it needs the width only where it is certain to hold a small count.</param>
    public static IReadOnlyList<(int Cell, CertificateFault Fault)> Check(ReaderView view, Certificate certificate, int width, int threshold, Func<int, bool> isUnpublished)
    {
        var faults = new SortedSet<(int, CertificateFault)>();
        var lowest = new long[view.Count];
        var highest = new long[view.Count];
        var table = new long[view.Count];
        var covered = new bool[view.Count];
        foreach (var (cell, count) in certificate.Parts.SelectMany(part => part.Cells.Zip(part.Reference)))
        {
            if (cell < 0 || cell >= view.Count || view[cell] is not null || covered[cell])
            {
                return [(Math.Clamp(cell, 0, view.Count - 1), CertificateFault.NotCovered)];
            }

            covered[cell] = true;
            table[cell] = lowest[cell] = highest[cell] = count;
        }

        for (var cell = 0; cell < view.Count; cell++)
        {
            table[cell] = view[cell] ?? table[cell];
            Report(view[cell] is null && !covered[cell], cell, CertificateFault.NotCovered);
            Report(view[cell] is null && IsOutside(cell, table[cell]), cell, CertificateFault.OutOfBounds);
        }

        foreach (var relation in view.Relations)
        {
            Report(relation.Parts.Sum(part => table[part]) != table[relation.Total], relation.Total, CertificateFault.DoesNotAddUp);
        }

        CheckChanges();
        for (var cell = 0; cell < view.Count; cell++)
        {
            if (view[cell] is null && covered[cell] && (!isUnpublished(cell) || (lowest[cell] >= 1 && highest[cell] < threshold)))
            {
                Report(highest[cell] == lowest[cell], cell, CertificateFault.Exact);
                Report(highest[cell] > lowest[cell] && highest[cell] - lowest[cell] < width, cell, CertificateFault.Narrow);
            }
        }

        return [.. faults];

        bool IsOutside(int cell, long count) => count < view.Floor(cell) || count > view.Ceiling(cell);

        void Report(bool isWrong, int cell, CertificateFault fault)
        {
            if (isWrong)
            {
                faults.Add((cell, fault));
            }
        }

        void CheckChanges()
        {
            var relations = view.Relations.SelectMany((relation, i) => relation.Parts.Append(relation.Total).Select(cell => (Cell: cell, Relation: i))).ToLookup(x => x.Cell, x => x.Relation);
            var sums = new Dictionary<int, long>();
            foreach (var change in certificate.Parts.SelectMany(part => part.Changes))
            {
                sums.Clear();
                for (var i = 0; i < change.Cells.Length; i++)
                {
                    var (cell, step) = (change.Cells[i], change.Steps[i]);
                    if (cell < 0 || cell >= view.Count || !covered[cell] || (i > 0 && change.Cells[i - 1] >= cell))
                    {
                        Report(true, Math.Clamp(cell, 0, view.Count - 1), CertificateFault.NotCovered);
                        continue;
                    }

                    lowest[cell] = Math.Min(lowest[cell], table[cell] + step);
                    highest[cell] = Math.Max(highest[cell], table[cell] + step);
                    Report(IsOutside(cell, table[cell] + step), cell, CertificateFault.OutOfBounds);
                    foreach (var relation in relations[cell])
                    {
                        sums[relation] = sums.GetValueOrDefault(relation) + (view.Relations[relation].Total == cell ? -step : step);
                    }
                }

                foreach (var (relation, _) in sums.Where(sum => sum.Value != 0))
                {
                    Report(true, view.Relations[relation].Total, CertificateFault.DoesNotAddUp);
                }
            }
        }
    }
}
