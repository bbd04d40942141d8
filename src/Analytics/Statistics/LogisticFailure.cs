namespace Analytics.Statistics;

/// <summary>Why a logistic regression has no result.</summary>
public enum LogisticFailure
{
    /// <summary>A combination of the predictors tells cases from others without error, or nobody or everybody is a case: a coefficient has no finite estimate.</summary>
    Separated,

    /// <summary>A predictor is constant or a combination of the others, or there are fewer rows than coefficients.</summary>
    RankDeficient,
}
