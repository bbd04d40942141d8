using System.Runtime.ExceptionServices;
using Analytics.Aggregation;
using Analytics.Intake;
using Analytics.Repeats;

namespace Analytics.Counting;

/// <summary>
/// Counts the microdata of a folder on all cores as fast as they can be read. It tells nothing of what is wrong: where it meets anything that
/// it is not sure of, it gives up, and the files are read row by row instead.
/// </summary>
/// <param name="files">The files.</param>
/// <param name="hash">Hash of person and year.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="blockBytes">Bytes that a thread takes at a time.</param>
sealed class CountingPass(ObservationFiles files, PersonYearHash hash, int threads, int blockBytes)
{
    /// <summary>Counts everything, or gives up; then the counter has received nothing.</summary>
    /// <param name="counter">Receives the counts; void where the suspicions turn out to be true.</param>
    /// <returns>The number of rows and which of them seem to repeat others; null where it gave up.</returns>
    public (long Rows, Suspicions Suspicions)? Run(ObservationCounter counter)
    {
        var keys = new RepeatKeys(files.Codebook.Indicators.Count);
        CountingWorker[] workers = [.. Enumerable.Range(0, threads).Select(_ => new CountingWorker(files.Codebook, keys.Writer(), hash))];
        if (!files.Folder.Try(files.Names, (name, file) => ObservationFiles.IsParquet(name) ? Parquet(name, workers) : Csv(file.Content, workers)))
        {
            return null;
        }

        var suspicions = keys.Find(threads, files.Cancellation);
        foreach (var worker in workers)
        {
            worker.Tallies.AddTo(counter);
        }

        return (workers.Sum(x => x.Rows), suspicions);
    }

    bool Csv(Stream content, CountingWorker[] workers)
    {
        var blocks = new LineBlocks(content, blockBytes);
        var first = blocks.NewBlock();
        if (!blocks.Next(first))
        {
            return false;
        }

        var rows = first.Bytes.AsSpan(0, first.Length).IndexOf((byte)'\n') + 1;
        if (CsvColumns.Of(first.Bytes.AsSpan(0, rows)) is not { } columns)
        {
            return false;
        }

        return OnAll(workers, (worker, othersAreGood) =>
        {
            var lines = new CsvLines(columns, worker);
            var isFirst = worker == workers[0];
            var block = isFirst ? first : blocks.NewBlock();
            var good = !isFirst || lines.Count(block, rows);
            while (good && othersAreGood() && blocks.Next(block))
            {
                good = lines.Count(block, 0);
            }

            return good;
        }) && !blocks.LineTooLong;
    }

    bool Parquet(string name, CountingWorker[] workers)
    {
        var next = -1;
        return OnAll(workers, (worker, othersAreGood) =>
        {
            using var content = files.Open(name);
            return ParquetRows.Count(name, content, Groups(othersAreGood), worker, files.Cancellation);
        });

        IEnumerable<int> Groups(Func<bool> othersAreGood)
        {
            while (othersAreGood())
            {
                yield return Interlocked.Increment(ref next);
            }
        }
    }

    /// <summary>Lets every worker work on a thread of its own. One that returns false or fails ends the others, and the first failure is thrown on as it is.</summary>
    /// <param name="workers">The workers.</param>
    /// <param name="work">Given a worker, and what tells whether all others are good.</param>
    static bool OnAll(CountingWorker[] workers, Func<CountingWorker, Func<bool>, bool> work)
    {
        var good = true;
        ExceptionDispatchInfo? failure = null;
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, i =>
        {
            try
            {
                if (!work(workers[i], () => Volatile.Read(ref good)))
                {
                    Volatile.Write(ref good, false);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                Volatile.Write(ref good, false);
            }
        });
        failure?.Throw();
        return good;
    }
}
