using Analytics.Intake;

namespace Analytics.Collaboration;

/// <summary>Whole sums over the answers about one tie; nothing here may be shown before it is protected.</summary>
struct TieSums
{
    public long Answers, Frequency, AgreementAnswers, Agreement, TrustAnswers, Trust;

    /// <summary>Adds one answer.</summary>
    public void Add(CollaborationRow row)
    {
        Answers++;
        Frequency += row.Frequency;
        if (row.Agreement is { } agreement)
        {
            AgreementAnswers++;
            Agreement += agreement ? 1 : 0;
        }

        if (row.Trust is { } trust)
        {
            TrustAnswers++;
            Trust += trust;
        }
    }
}
