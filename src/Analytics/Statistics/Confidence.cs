namespace Analytics.Statistics;

/// <summary>Refuses a confidence level outside (0, 1), with the everyday reason: 95 was meant as 0.95.</summary>
static class Confidence
{
    /// <summary>Half of what the interval leaves out: the probability of each tail.</summary>
    public static double Tail(double confidence) =>
        confidence is > 0 and < 1
            ? (1 - confidence) / 2
            : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level is a fraction in (0, 1), for example 0.95.");
}
