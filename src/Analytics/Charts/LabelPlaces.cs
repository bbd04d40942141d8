namespace Analytics.Charts;

/// <summary>Places for names beside marks, so that no name covers a mark or another name. The same every time.</summary>
sealed class LabelPlaces(double left, double top, double right, double bottom)
{
    const double Half = 9, TextHalf = 8, BoldWider = 1.12;

    static readonly (double X, double Y, TextAnchor Anchor)[] Near = [.. from distance in (double[])[12, 20, 30, 42] from side in Sides(distance) select side];

    readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];
    readonly List<(double Left, double Top, double Right, double Bottom)> avoided = [];

    /// <summary>Keeps a mark free.</summary>
    public void Keep(double x, double y) => Keep(x - Half, y - Half, x + Half, y + Half);

    /// <summary>Keeps a rectangle free.</summary>
    public void Keep(double fromX, double fromY, double toX, double toY) => taken.Add((fromX, fromY, toX, toY));

    /// <summary>Keeps names from a place as long as they have another one.</summary>
    public void Avoid(double x, double y) => avoided.Add((x - 1, y - 1, x + 1, y + 1));

    /// <summary>A free place for a name near a mark; null where there is none.</summary>
    /// <param name="x">Middle of the mark.</param>
    /// <param name="y">Middle of the mark.</param>
    /// <param name="name">The name.</param>
    public (double X, double Y, TextAnchor Anchor, bool Far)? Find(double x, double y, string name) => Find(x, y, name, [.. taken, .. avoided]) ?? Find(x, y, name, taken);

    (double X, double Y, TextAnchor Anchor, bool Far)? Find(double x, double y, string name, IReadOnlyList<(double Left, double Top, double Right, double Bottom)> occupied)
    {
        var width = TextWidth.Of(name, Theme.TextSize) * BoldWider;
        for (var i = 0; i < Near.Length; i++)
        {
            var (dx, dy, anchor) = Near[i];
            var (at, middle) = (x + dx, y + dy);
            var from = anchor switch { TextAnchor.Start => at, TextAnchor.Middle => at - (width / 2), _ => at - width };
            var box = (Left: from, Top: middle - TextHalf, Right: from + width, Bottom: middle + TextHalf);
            if (box.Left >= left && box.Right <= right && box.Top >= top && box.Bottom <= bottom && !occupied.Any(t => t.Left < box.Right && t.Right > box.Left && t.Top < box.Bottom && t.Bottom > box.Top))
            {
                taken.Add(box);
                return (at, middle, anchor, i >= 8);
            }
        }

        return null;
    }

    static IEnumerable<(double, double, TextAnchor)> Sides(double distance) =>
    [
        (distance, 0, TextAnchor.Start), (-distance, 0, TextAnchor.End), (0, -distance - 6, TextAnchor.Middle), (0, distance + 6, TextAnchor.Middle),
        (distance * 0.8, -distance, TextAnchor.Start), (distance * 0.8, distance, TextAnchor.Start), (-distance * 0.8, -distance, TextAnchor.End), (-distance * 0.8, distance, TextAnchor.End),
    ];
}
