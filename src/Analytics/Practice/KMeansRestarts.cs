using Analytics.Statistics;

namespace Analytics.Practice;

/// <summary>Starts of the trainer beside each other, each on one thread, until the best is found again often enough.</summary>
sealed class KMeansRestarts
{
    // A best partition that so many starts end in is believed to be the best there is.
    const int OftenEnough = 10;
    const int Block = 8;
    const int MostIterations = 1000;

    // Inertias that differ by less are one partition, or as good as one.
    const double Same = 1e-9;

    readonly DistinctRows _rows;
    readonly int _clusters;
    readonly KMeansOptions _options;
    readonly TrainerFeed _feed;

    public KMeansRestarts(DistinctRows rows, int clusters, KMeansOptions options)
    {
        (_rows, _clusters, _options) = (rows, clusters, options);
        _feed = new TrainerFeed(rows, clusters);
    }

    /// <summary>The best refined start, the number of starts, and how many ended as low.</summary>
    public (KMeansRefinement Best, int Starts, int Found) Search(CancellationToken cancellation)
    {
        var most = _options.Restarts ?? Most();
        KMeansRefinement? best = null;
        var (starts, found) = (0, 0);
        while (starts < most && (_options.Restarts is not null || found < OftenEnough))
        {
            var block = new KMeansRefinement[Math.Min(Block, most - starts)];
            var first = starts;
            Parallel.For(
                0,
                block.Length,
                new ParallelOptions { MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism, CancellationToken = cancellation },
                i => block[i] = Start(first + i, cancellation));
            starts += block.Length;
            foreach (var fit in block)
            {
                if (best is null || fit.Inertia < best.Inertia * (1 - Same))
                {
                    (best, found) = (fit, 1);
                }
                else if (fit.Inertia <= best.Inertia * (1 + Same))
                {
                    found++;
                }
            }
        }

        return (best!, starts, found);
    }

    // Five hundred for the municipalities of a county, a hundred for a hundred units, ten for fifty thousand: refined starts that are not the best are close to it.
    int Most() => (int)Math.Clamp(3_000_000 / Math.Max(1, (long)_rows.Count * _rows.Width * _clusters), 10, 500);

    KMeansRefinement Start(int number, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var centres = (_feed.Suffices ? _feed.Centres(unchecked((_options.Seed * 7919) + number), MostIterations) : null)
            ?? KMeansStart.PlusPlus(_rows, _clusters, new RandomStream(_options.Seed, number));
        return KMeansRefinement.From(_rows, centres, cancellation);
    }
}
