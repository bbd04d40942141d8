using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Analytics.Csv;
using Analytics.Intake;

namespace Analytics.Counting;

/// <summary>Counts the rows of row groups of a Parquet file, for one thread. Gives up at whatever the row-by-row reading would refuse.</summary>
static class ParquetRows
{
    /// <summary>Counts row groups; false where it gives up.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The bytes, in which one can seek.</param>
    /// <param name="groups">Which row groups to take, asked for one at a time; it ends at one that is not there.</param>
    /// <param name="worker">Counts.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static bool Count(string name, Stream content, IEnumerable<int> groups, CountingWorker worker, CancellationToken cancellation)
    {
        try
        {
            using var columns = ObservationColumns.Open(name, content, new FaultList());
            if (columns is null)
            {
                return false;
            }

            var numbers = new ObservationNumbers();
            foreach (var batch in columns.Read(groups.TakeWhile(x => x < columns.Groups)))
            {
                cancellation.ThrowIfCancellationRequested();
                numbers.Take(batch);
                if (!Count(batch, numbers, worker))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException and not OverflowException)
        {
            // A damaged file can make the decoder fail in any way; the row-by-row reading says so.
            return false;
        }
    }

    // Compiled as well as can be at once: few batches hold millions of rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool Count(ObservationBatch batch, ObservationNumbers numbers, CountingWorker worker)
    {
        var persons = batch.Person;
        var municipalities = new CodeColumn(batch.Municipality, worker.Fields.Municipality);
        var sexes = new CodeColumn(batch.Sex, QuickFields.Sex);
        var indicators = new CodeColumn(batch.Indicator, worker.Fields.Indicator);
        if (persons.HasMissing)
        {
            return false;
        }

        ReadOnlySpan<byte> person = default;
        var (code, municipality, age, sex, year) = (-1, -1, 0L, -1, 0L);
        for (var i = 0; i < batch.Length; i++)
        {
            var (c, m, a, s, y) = (persons.CodeAt(i), municipalities[i], numbers.Ages[i], sexes[i], numbers.Years[i]);
            if (m != municipality || a != age || s != sex || y != year || (c != code && !persons.TextOf(c).SequenceEqual(person)))
            {
                (code, municipality, age, sex, year) = (c, m, a, s, y);
                person = persons.TextOf(c);
                if (!Utf8.IsValid(person) || !worker.Turn(person, m, a, s, y))
                {
                    return false;
                }
            }

            var indicator = indicators[i];
            if (indicator < 0)
            {
                return false;
            }

            var value = worker.Fields.Value(numbers.Values[i], indicator);
            worker.Count(indicator, value, worker.Fields.Weight(numbers.Weights[i]));
        }

        return worker.Fields.AllGood;
    }
}
