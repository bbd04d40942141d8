using System.Numerics;
using Apache.Arrow;

namespace Analytics.Intake;

/// <summary>The columns of numbers of a batch, made the same whatever their type; used again for the next batch.</summary>
sealed class ObservationNumbers
{
    /// <summary>Stands for an age or a year that is missing.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Ages in years.</summary>
    public long[] Ages { get; private set; } = [];

    /// <summary>Calendar years.</summary>
    public long[] Years { get; private set; } = [];

    /// <summary>Answers; NaN where there is none. A NaN of the file, which is a fault, is infinity here.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>Weights; NaN where there is none.</summary>
    public double[] Weights { get; private set; } = [];

    /// <summary>Takes the numbers of a batch.</summary>
    public void Take(ObservationBatch batch)
    {
        if (Ages.Length < batch.Length)
        {
            (Ages, Years, Values, Weights) = (new long[batch.Length], new long[batch.Length], new double[batch.Length], new double[batch.Length]);
        }

        Fill(batch.Age, Ages);
        Fill(batch.Year, Years);
        Fill(batch.Value, Values);
        if (batch.Weight is { } weights)
        {
            Fill(weights, Weights);
        }
        else
        {
            System.Array.Fill(Weights, double.NaN);
        }
    }

    static void Fill(IArrowArray column, long[] into)
    {
        switch (column)
        {
            case Int32Array numbers: Fill(numbers, numbers.Values, into, Missing); break;
            case Int64Array numbers: Fill(numbers, numbers.Values, into, Missing); break;
            default: throw new InvalidDataException();
        }
    }

    static void Fill(IArrowArray column, double[] into)
    {
        switch (column)
        {
            case Int32Array numbers: Fill(numbers, numbers.Values, into, double.NaN); break;
            case Int64Array numbers: Fill(numbers, numbers.Values, into, double.NaN); break;
            case FloatArray numbers: Fill(numbers, numbers.Values, into, double.NaN); break;
            case DoubleArray numbers: Fill(numbers, numbers.Values, into, double.NaN); break;
            default: throw new InvalidDataException();
        }
    }

    static void Fill<TStored, T>(Apache.Arrow.Array column, ReadOnlySpan<TStored> numbers, T[] into, T missing)
        where TStored : struct, INumberBase<TStored>
        where T : struct, INumberBase<T>
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            into[i] = TStored.IsNaN(numbers[i]) ? T.CreateSaturating(double.PositiveInfinity) : T.CreateSaturating(numbers[i]);
        }

        if (column.NullCount > 0)
        {
            var valid = column.NullBitmapBuffer.Span;
            for (var i = 0; i < numbers.Length; i++)
            {
                into[i] = BitUtility.GetBit(valid, column.Offset + i) ? into[i] : missing;
            }
        }
    }
}
