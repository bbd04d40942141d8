namespace Analytics.Statistics;

/// <summary>A fitted logistic regression. Coefficients are logarithms of odds ratios; the intercept comes first.</summary>
/// <param name="Coefficients">Intercept and one coefficient per predictor, per unit of the predictor.</param>
/// <param name="StandardErrors">Standard error of each coefficient.</param>
/// <param name="ZValues">Coefficient over standard error.</param>
/// <param name="PValues">Two-sided p-values of <paramref name="ZValues"/> (Wald).</param>
/// <param name="Covariance">Covariance matrix of the coefficients, row by row: the inverse of the information.</param>
/// <param name="Deviance">Twice the log-likelihood that the saturated model has more.</param>
/// <param name="NullDeviance">Deviance of the model with an intercept only.</param>
/// <param name="LogLikelihood">Log-likelihood, binomial coefficients included.</param>
/// <param name="DegreesOfFreedom">Rows less coefficients.</param>
/// <param name="Cases">Cases in all rows.</param>
/// <param name="Trials">Trials in all rows.</param>
/// <param name="Iterations">Newton steps taken.</param>
public sealed record LogisticModel(
    IReadOnlyList<double> Coefficients,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> ZValues,
    IReadOnlyList<double> PValues,
    IReadOnlyList<IReadOnlyList<double>> Covariance,
    double Deviance,
    double NullDeviance,
    double LogLikelihood,
    int DegreesOfFreedom,
    long Cases,
    long Trials,
    int Iterations);
