using System.Globalization;

namespace Analytics.Release;

/// <summary>Writes a release as a folder of files that others rely on.</summary>
public static class ReleaseExport
{
    /// <summary>Writes <c>cells.csv</c>, <c>comparisons.csv</c>, the files about methods, follow-up and collaboration, <c>manifest.json</c> and <c>about.txt</c>; each file appears whole or not at all.</summary>
    /// <param name="release">The release.</param>
    /// <param name="audit">Result of its latest audit, for the manifest; null before one.</param>
    /// <param name="directory">Created where missing.</param>
    public static void Write(ReleaseDocument release, AuditResult? audit, string directory)
    {
        Directory.CreateDirectory(directory);
        WriteWhole(Path.Combine(directory, CellsCsv.FileName), stream => CellsCsv.Write(stream, release.Cells));
        WriteWhole(Path.Combine(directory, ComparisonsCsv.FileName), stream => ComparisonsCsv.Write(stream, release));
        foreach (var table in PracticeCsv.Files(release.Practice))
        {
            WriteWhole(Path.Combine(directory, table.FileName), table.Write);
        }

        WriteWhole(Path.Combine(directory, CollaborationCsv.FileName), stream => CollaborationCsv.Write(stream, release.Collaboration.Ties));
        WriteWhole(Path.Combine(directory, NetworkCsv.FileName), stream => NetworkCsv.Write(stream, release.Collaboration.Networks));
        WriteWhole(Path.Combine(directory, HandOversCsv.FileName), stream => HandOversCsv.Write(stream, release.Collaboration.HandOvers));
        WriteWhole(Path.Combine(directory, ThemesCsv.FileName), stream => ThemesCsv.Write(stream, release.Collaboration.Themes));
        WriteWhole(Path.Combine(directory, "manifest.json"), stream => WriteManifest(stream, release.Manifest, audit));
        WriteWhole(Path.Combine(directory, "about.txt"), stream => WriteAbout(stream, release.Manifest));
    }

    static void WriteAbout(Stream target, Manifest manifest)
    {
        using var writer = new StreamWriter(target, leaveOpen: true) { NewLine = "\n" };
        if (manifest.Description.Demonstration)
        {
            writer.WriteLine(ManifestJson.DemonstrationNotice);
            writer.WriteLine();
        }

        writer.WriteLine(manifest.Description.Title);
        writer.WriteLine($"Källa / source: {manifest.Description.Source}");
        writer.WriteLine($"Licens / licence: {manifest.Description.Licence}");
        writer.WriteLine($"Insamlat / collected: {manifest.Description.Collected}");
        writer.WriteLine($"Utgåva / release: {manifest.Id}");
        if (manifest.Parameters.IsRounded)
        {
            writer.WriteLine();
            writer.WriteLine(RoundingText.Of(manifest.Parameters, CultureInfo.GetCultureInfo("sv")));
            writer.WriteLine(RoundingText.Of(manifest.Parameters, CultureInfo.GetCultureInfo("en")));
        }

        writer.WriteLine();
        writer.WriteLine("Values in cells.csv and comparisons.csv are fractions for shares, events per person for rates, and the indicator's own unit for means.");
        writer.WriteLine("Värden i cells.csv och comparisons.csv är andelar (0–1), händelser per person, eller indikatorns egen enhet för medelvärden.");
    }

    static void WriteManifest(Stream target, Manifest manifest, AuditResult? audit)
    {
        using var writer = new StreamWriter(target, leaveOpen: true) { NewLine = "\n" };
        writer.Write(ManifestJson.Of(manifest, audit).ToJsonString(ReleaseJson.Options));
        writer.Write('\n');
    }

    static void WriteWhole(string path, Action<Stream> write)
    {
        var unfinished = path + ".tmp";
        using (var stream = File.Create(unfinished))
        {
            write(stream);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
