namespace Analytics.Catalogue;

/// <summary>The catalogue that comes with the program.</summary>
public static class ShippedCatalogue
{
    /// <summary>Its folder, beside the program.</summary>
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "data", "catalogue");
}
