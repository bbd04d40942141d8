using Analytics.Catalogue;

namespace Analytics.Practice;

/// <summary>An answer about a method that cannot be taken as it stands.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Organisation">Who answered.</param>
/// <param name="Municipality">Code of its municipality.</param>
/// <param name="Method">Id of the method.</param>
/// <param name="Purpose">What it is said to be used for.</param>
/// <param name="Answers">Number of answers concerned.</param>
public sealed record UseRemark(UseRemarkKind Kind, string Organisation, string Municipality, string Method, Purpose Purpose, int Answers);

/// <summary>What may be wrong with an answer about a method.</summary>
public enum UseRemarkKind
{
    /// <summary>The same answer more than once: counted once.</summary>
    Repeated,
    /// <summary>Two extents for the same method, purpose and age: the greater counts.</summary>
    Contradictory,
    /// <summary>Followed up but never used: counted as never used.</summary>
    NeverButFollowedUp,
    /// <summary>No age that the release is about: left out.</summary>
    OutsideAges,
    /// <summary>Used at ages that the method is not meant for: counted.</summary>
    BeyondMethod,
}
