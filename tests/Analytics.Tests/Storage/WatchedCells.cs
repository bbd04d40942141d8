using System.Collections;
using Analytics.Release;

namespace Analytics.Tests.Storage;

/// <summary>Cells of a release; something happens when one of them is read.</summary>
sealed class WatchedCells(IReadOnlyList<ReleasedCell> cells, int position, Action happens) : IReadOnlyList<ReleasedCell>
{
    public int Count => cells.Count;

    public ReleasedCell this[int index]
    {
        get
        {
            if (index == position)
            {
                happens();
            }

            return cells[index];
        }
    }

    public IEnumerator<ReleasedCell> GetEnumerator() => cells.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
