namespace Analytics.Disclosure;

/// <summary>What a program of moves may change. The narrower programs are several times faster and settle most.</summary>
enum MoveScope
{
    /// <summary>Bases; cases stand still.</summary>
    Bases,
    /// <summary>Cases; bases stand still.</summary>
    Cases,
    /// <summary>What is withheld or unpublished.</summary>
    Withheld,
    /// <summary>Every count that is not known from the start.</summary>
    Everything,
}
