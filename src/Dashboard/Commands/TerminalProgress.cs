using System.Globalization;

namespace Dashboard.Commands;

/// <summary>One line on the terminal that says how far long work has come; silent where standard error is no terminal.</summary>
sealed class TerminalProgress : IProgress<Analytics.BuildProgress>, IDisposable
{
    readonly bool visible = !Console.IsErrorRedirected;
    readonly Lock gate = new();
    string shown = "";

    /// <inheritdoc/>
    public void Report(Analytics.BuildProgress value)
    {
        if (!visible)
        {
            return;
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Step} … {Math.Floor(value.Fraction * 100)} %");
        lock (gate)
        {
            if (line != shown)
            {
                Console.Error.Write($"\r{line.PadRight(shown.Length)}");
                shown = line;
            }
        }
    }

    /// <summary>The same line for one step of its own.</summary>
    public IProgress<double> Step(string name) => new StepProgress(this, name);

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (visible && shown.Length > 0)
        {
            Console.Error.Write($"\r{new string(' ', shown.Length)}\r");
        }
    }

    sealed class StepProgress(TerminalProgress terminal, string name) : IProgress<double>
    {
        public void Report(double value) => terminal.Report(new Analytics.BuildProgress(name, value));
    }
}
