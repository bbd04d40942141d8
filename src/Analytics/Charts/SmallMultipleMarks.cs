namespace Analytics.Charts;

/// <summary>Marks of all panels, kept by kind and drawn together: a hundred lines of one look take the time of one.</summary>
sealed class SmallMultipleMarks(Sheet sheet)
{
    readonly List<IReadOnlyList<(double X, double Y)>> ribbons = [];
    readonly List<IReadOnlyList<(double X, double Y)>> dots = [];
    readonly List<(double, double, double, double)> rules = [];
    readonly List<(double, double, double, double)> benchmarks = [];
    readonly List<(double, double, double, double)> courses = [];

    readonly List<(double Left, double Top, double Right, double Bottom, string Words)> gaps = [];

    public Sheet Sheet => sheet;

    public void Gap(double left, double top, double right, double bottom, string words) => gaps.Add((left, top, right, bottom, words));

    public void Rule(double left, double y, double right) => rules.Add((left, y, right, y));

    public void Ribbon(IReadOnlyList<(double X, double Y)> outline) => ribbons.Add(outline);

    public void Benchmark(double x1, double y1, double x2, double y2) => benchmarks.Add((x1, y1, x2, y2));

    public void Course(double x1, double y1, double x2, double y2) => courses.Add((x1, y1, x2, y2));

    public void Dot(double x, double y, double radius) =>
        dots.Add([.. Enumerable.Range(0, 12).Select(i => (x + (radius * Math.Cos(i * Math.PI / 6)), y + (radius * Math.Sin(i * Math.PI / 6))))]);

    /// <summary>Draws what was kept: ribbons, thin lines, gaps, benchmarks, courses, dots.</summary>
    public void Finish()
    {
        sheet.Shapes(ribbons, Theme.Ribbon);
        Lines(rules, Theme.Rule, 1);
        foreach (var (left, top, right, bottom, words) in gaps)
        {
            MissingRows.Hatched(sheet, left, top, right, bottom, words);
        }

        Lines(benchmarks, Theme.Similar, 2);
        Lines(courses, Theme.Ink, 2.5f);
        sheet.Shapes(dots, Theme.Ink);
    }

    void Lines(List<(double, double, double, double)> lines, string colour, float width)
    {
        if (lines.Count > 0)
        {
            sheet.Segments(lines, colour, width);
        }
    }
}
