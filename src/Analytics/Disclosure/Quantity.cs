namespace Analytics.Disclosure;

/// <summary>What of a cell can be withheld.</summary>
enum Quantity
{
    /// <summary>People with an answer.</summary>
    Base,
    /// <summary>Cases or events; for a mean the sum, that is the mean times the base.</summary>
    Cases,
    /// <summary>People without the outcome; only for a proportion.</summary>
    Complement,
}
