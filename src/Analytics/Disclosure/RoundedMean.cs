using Analytics.Aggregation;

namespace Analytics.Disclosure;

/// <summary>A mean beside a rounded base: so coarse that neither the true base nor the sum of the values follows from it.</summary>
static class RoundedMean
{
    /// <summary>1, 2 and 5 times powers of ten, ascending.</summary>
    static readonly decimal[] Steps =
        [.. Enumerable.Range(-12, 25).SelectMany(_ => (decimal[])[1, 2, 5], (power, digit) => power < 0 ? digit / PowerOfTen(-power) : digit * PowerOfTen(power))];

    /// <summary>The sums of as many equally weighted answers as the rounded base, with the mean and the spread of the counted ones.</summary>
    /// <param name="counted">Sums of a cell.</param>
    /// <param name="people">Its rounded base.</param>
    /// <remarks>
    /// The mean is a multiple of 1, 2 or 5 times a power of ten, the smallest that is at least a quarter of the standard error; the standard deviation has two digits. Of
    /// exact figures on a whole-number scale the base is the smallest number that makes mean times base whole.
    /// </remarks>
    public static Counts Of(in Counts counted, long people)
    {
        var size = (double)counted.Base;
        if (size < 2 || people == 0)
        {
            return new Counts { Base = people, Cases = people, Contributors = people };
        }

        var mean = counted.Value.ToDouble() / size;
        var deviation = Math.Sqrt(Math.Max(0, (counted.Square.ToDouble() - (mean * mean * size)) / (size - 1)));
        mean = Nearest(mean, StepOf(deviation / Math.Sqrt(size) / 4));
        deviation = Nearest(deviation, StepOf(deviation / 100));
        var cell = new Counts { Base = people, Cases = people, Contributors = people, Value = mean * people, Square = (mean * mean * people) + (deviation * deviation * (people - 1)) };
        return cell.WithoutWeights();
    }

    static decimal StepOf(double least) => Steps.FirstOrDefault(step => (double)step >= least, Steps[^1]);

    static double Nearest(double value, decimal step) => (double)(Math.Round((decimal)value / step) * step);

    static decimal PowerOfTen(int power) => Enumerable.Repeat(10m, power).Aggregate(1m, (product, ten) => product * ten);
}
