namespace Analytics.Disclosure;

/// <summary>What every safe pattern keeps to: where a cell is withheld, enough of certain others are.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Cells">The others.</param>
/// <param name="Weights">What each of the others counts.</param>
/// <param name="Least">What they must add up to.</param>
readonly record struct HidingRule(int Cell, int[] Cells, long[] Weights, long Least)
{
    /// <summary>Whether hiding all others is enough.</summary>
    public bool IsPossible => Weights.Sum() >= Least;

    /// <summary>Whether a pattern keeps to it.</summary>
    public bool Holds(bool[] withheld)
    {
        var sum = 0L;
        for (var i = 0; i < Cells.Length && sum < Least; i++)
        {
            sum += withheld[Cells[i]] ? Weights[i] : 0;
        }

        return sum >= Least || !withheld[Cell];
    }
}
