using Analytics.Release;
using Dashboard.Layout;
using Dashboard.Releases;
using Microsoft.Extensions.Localization;

namespace Dashboard.Views;

/// <summary>What travels inside every file: title, unit, source, release and date.</summary>
public sealed class Provenance(IStringLocalizer<Provenance> text)
{
    /// <summary>Name and content of each fact.</summary>
    public IReadOnlyList<(string Name, string Content)> Of(LoadedRelease release, ScreenView view)
    {
        var (manifest, description) = (release.Manifest, release.Manifest.Description);
        return
        [
            (text["Title"], view.Title),
            (text["Sentence"], view.Sentence),
            (text["Unit"], view.Unit),
            (text["Source"], view.Source),
            (text["Data"], $"{description.Title} · {description.Source} · {description.Licence} · {description.Collected}"),
            (text["Release"], $"{manifest.Id} · {Words.Of(manifest.Created)}"),
            .. manifest.Parameters.IsRounded ? ((string, string)[])[(text["Rounding"], RoundingText.Of(manifest.Parameters, Words.Culture))] : [],
            .. description.Demonstration ? ((string, string)[])[(text["Demonstration"], text["MadeUp"])] : [],
        ];
    }

    /// <summary>Source, release and date in one line, for the foot of a picture.</summary>
    public string Line(LoadedRelease release, ScreenView view)
    {
        var (manifest, description) = (release.Manifest, release.Manifest.Description);
        var demonstration = description.Demonstration ? $"{text["MadeUp"]} " : "";
        var rounding = manifest.Parameters.IsRounded ? $" · {RoundingText.Of(manifest.Parameters, Words.Culture)}" : "";
        return $"{demonstration}{text["Source"]}: {view.Source} · {description.Source} · {text["Release"]} {manifest.Id} · {Words.Of(manifest.Created)}{rounding}";
    }
}
