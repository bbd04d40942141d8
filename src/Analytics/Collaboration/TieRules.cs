namespace Analytics.Collaboration;

/// <summary>The limits that turn answers into words; docs/methods/collaboration.md says why they lie where they do.</summary>
public static class TieRules
{
    /// <summary>Fewest answers, or interviews, behind a figure.</summary>
    public const int FewestAnswers = 3;

    /// <summary>Mean frequency from which a tie counts as an edge: at least quarterly.</summary>
    public const double EdgeFrom = 2;

    /// <summary>Mean frequency below which there is practically no contact: nearer to never than to yearly.</summary>
    public const double PracticallyNoneBelow = 0.5;

    /// <summary>Mean frequency from which two actors meet: at least yearly.</summary>
    public const double MeetsFrom = 1;

    /// <summary>Share of respondents with a written agreement below which an edge counts as one without.</summary>
    public const double AgreementFrom = 0.5;
}
