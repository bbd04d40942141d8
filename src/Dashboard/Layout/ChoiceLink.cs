namespace Dashboard.Layout;

/// <summary>One of several views to go to.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether it is the one shown.</param>
/// <param name="Empty">Whether it has no values.</param>
public sealed record ChoiceLink(string Text, string Href, bool Current, bool Empty);
