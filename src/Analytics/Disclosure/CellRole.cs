namespace Analytics.Disclosure;

/// <summary>What may be done with a cell of a table.</summary>
enum CellRole
{
    /// <summary>May be shown or withheld; a zero is always shown.</summary>
    Open,

    /// <summary>Is never shown, and readers know that: its count may be 0.</summary>
    Unpublished,

    /// <summary>Is shown, whatever follows: published before, or forced by who owns the table.</summary>
    Shown,

    /// <summary>Is withheld, whatever it holds: withheld before, or with another cell.</summary>
    Withheld,
}
