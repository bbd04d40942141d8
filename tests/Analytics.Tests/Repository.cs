namespace Analytics.Tests;

/// <summary>The working copy the tests were built from.</summary>
static class Repository
{
    /// <summary>Its folder: the nearest one upwards that holds <c>Analytics.sln</c>.</summary>
    public static string Root { get; } = Upwards(AppContext.BaseDirectory);

    static string Upwards(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Analytics.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("No folder above the tests holds Analytics.sln.");
    }
}
