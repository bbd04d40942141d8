using Dashboard.Navigation;

namespace Dashboard.Views;

/// <summary>Address of a view within the dashboard: a page and its state.</summary>
/// <param name="Path">Path from the root: <c>/kommun/0680</c>.</param>
/// <param name="Query">The state.</param>
public sealed record ViewLink(string Path, ViewQuery Query)
{
    /// <summary>The address as a link.</summary>
    public override string ToString() => Query.To(Path);

    /// <summary>Reads a path with its query; null for anything that is not an address within the dashboard.</summary>
    public static ViewLink? Read(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        return IsWithin(address) ? new ViewLink(path, ViewQuery.Read(address)) : null;
    }

    /// <summary>Whether a browser that follows an address stays here: browsers read a backslash as a slash, and leave out control characters.</summary>
    public static bool IsWithin(string? address) => address is ['/', ..] && address is not ['/', '/', ..] && !address.Any(x => x == '\\' || char.IsControl(x));
}
