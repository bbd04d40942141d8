namespace Dashboard.Access;

/// <summary>The settings about access are wrong; the message names every problem, one a line, and no secret.</summary>
public sealed class AccessProblemsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Each problem as a sentence.</summary>
    public IReadOnlyList<string> Problems => problems;
}
