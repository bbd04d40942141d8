namespace Analytics.Disclosure;

/// <summary>How much of a published cell (F, M or T) is shown. Ordered: a later value shows less.</summary>
enum Visibility
{
    /// <summary>Base, cases and estimate.</summary>
    Shown,
    /// <summary>The base; cases, complement and estimate are withheld. For a mean: the mean is withheld.</summary>
    CasesWithheld,
    /// <summary>Nothing.</summary>
    BaseWithheld,
}

/// <summary>Why a cell is withheld. For the analyst only: readers see one reason for all.</summary>
enum WithheldBy
{
    /// <summary>It is shown.</summary>
    Nothing,
    /// <summary>Rule 3: few people in the base.</summary>
    SmallBase,
    /// <summary>Rule 1: few cases; for a rate also few people behind the events.</summary>
    SmallCases,
    /// <summary>Rule 2: few people without the outcome.</summary>
    SmallComplement,
    /// <summary>Rule 4: everyone has the outcome.</summary>
    AllAlike,
    /// <summary>Rule 5: a mean from which a value can be told.</summary>
    TellingMean,
    /// <summary>It protects another cell.</summary>
    Secondary,
}
