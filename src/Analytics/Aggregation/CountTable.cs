using Analytics.Catalogue;

namespace Analytics.Aggregation;

/// <summary>Unprotected counts of one indicator and year over area × age band × sex, margins included.</summary>
sealed class CountTable(Indicator indicator, int year, Layout layout)
{
    readonly Counts[] cells = new Counts[layout.Areas.Count * layout.Bands.Count * 4];

    /// <summary>The indicator.</summary>
    public Indicator Indicator => indicator;

    /// <summary>Calendar year.</summary>
    public int Year => year;

    /// <summary>Areas and bands.</summary>
    public Layout Layout => layout;

    /// <summary>Whether the sexes are counted; otherwise only <see cref="Sex.T"/> holds anything.</summary>
    public bool BySex { get; init; } = true;

    /// <summary>The counts of a cell, by reference so that counting can add to them.</summary>
    /// <param name="area">Index into <see cref="Layout.Areas"/>.</param>
    /// <param name="band">Index into <see cref="Layout.Bands"/>.</param>
    /// <param name="sex">F, M, X or T.</param>
    public ref Counts this[int area, int band, Sex sex] => ref cells[((area * layout.Bands.Count) + band) * 4 + (int)sex];

    /// <summary>Sums all margins from the cells of municipality × partition band × F, M, X (or T where the sexes are not counted). Safe to repeat.</summary>
    public void SumMargins()
    {
        ReadOnlySpan<Sex> leaves = BySex ? [Sex.F, Sex.M, Sex.X] : [Sex.T];
        for (var area = 0; area < layout.Areas.Count; area++)
        {
            for (var band = 0; band < layout.Bands.Count; band++)
            {
                foreach (var sex in leaves)
                {
                    SumLeaves(area, band, sex);
                }

                if (BySex)
                {
                    this[area, band, Sex.T] = this[area, band, Sex.F] + this[area, band, Sex.M] + this[area, band, Sex.X];
                }
            }
        }
    }

    /// <remarks>Parts come before what they are part of, in areas and in bands.</remarks>
    void SumLeaves(int area, int band, Sex sex)
    {
        var parts = layout.BandLeaves[band];
        if (parts.Count > 1 || parts[0] != band)
        {
            this[area, band, sex] = parts.Aggregate(default(Counts), (sum, part) => sum + this[area, part, sex]);
        }
        else if (layout.AreaChildren[area].Count > 0)
        {
            this[area, band, sex] = layout.AreaChildren[area].Aggregate(default(Counts), (sum, part) => sum + this[part, band, sex]);
        }
    }
}
