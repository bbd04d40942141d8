using Dashboard.Releases;

namespace Dashboard.Views;

/// <summary>A screen: a page that shows one picture of a release. Menu, files and meetings know it by its registration in <see cref="Screens"/>.</summary>
public interface IScreen
{
    /// <summary>Route of its page, at most its last part a parameter: <c>/kommun/{code}</c>.</summary>
    string Route { get; }

    /// <summary>Route of its files, without extension; the route itself but for the start page.</summary>
    string FileRoute => Route;

    /// <summary>Its name in the menu, in the reader's language; null for a screen one comes to from another.</summary>
    string? Name { get; }

    /// <summary>Whether the release has anything for it to show.</summary>
    bool Has(LoadedRelease release) => true;

    /// <summary>What it shows; null for an address it does not know.</summary>
    /// <param name="release">The release.</param>
    /// <param name="link">The address; <see cref="ViewLink.Path"/> fits <see cref="Route"/>.</param>
    ScreenView? View(LoadedRelease release, ViewLink link);
}
