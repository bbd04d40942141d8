using System.Globalization;
using System.Text;
using Analytics;

namespace Dashboard.Commands;

/// <summary>How long each stage of a command took, as lines for a terminal.</summary>
static class TimingsTable
{
    /// <summary>One line per stage with seconds, share of the whole and what was counted, in the order of the work; last the whole, with what is in no stage.</summary>
    public static string Of(StageTimes times)
    {
        var (stages, whole) = (times.Stages, times.Whole);
        var width = stages.Select(x => x.Name.Length).Append("Stage".Length).Max();
        var text = new StringBuilder();
        Line("Stage", "seconds", "share", "");
        foreach (var (name, elapsed, amount, unit) in stages)
        {
            Line(name, Seconds(elapsed), Share(elapsed), amount is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}"));
        }

        Line("Whole", Seconds(whole), Share(whole), "");
        return text.ToString();

        void Line(string name, string seconds, string share, string amount) => text.Append($"{name.PadRight(width)}  {seconds,9}  {share,7}  {amount}".TrimEnd()).Append('\n');

        string Share(TimeSpan part) => whole > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{100 * (part / whole):0.0} %") : "";
    }

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
