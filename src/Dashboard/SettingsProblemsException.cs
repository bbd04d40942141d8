namespace Dashboard;

/// <summary>The settings are wrong; the message names every problem, one a line, and no secret.</summary>
public sealed class SettingsProblemsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Each problem as a sentence.</summary>
    public IReadOnlyList<string> Problems => problems;
}
