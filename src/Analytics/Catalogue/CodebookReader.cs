using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>Reads a catalogue whole and refuses it whole: every fault with file, line, column, what was found and what was expected.</summary>
/// <remarks>
/// The files and their columns are described in <c>data/README.md</c>. Lists are separated by blanks (ids) or <c>|</c> (texts); <c>structured</c> is yes, partly or no.
/// Nothing is assumed about which municipalities, age bands or indicators there are.
/// </remarks>
public static class CodebookReader
{
    /// <summary>Reads the catalogue in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="faults">Receives every fault.</param>
    /// <returns>The codebook; null when anything is wrong.</returns>
    public static Codebook? Read(string directory, FaultList faults)
    {
        var before = faults.Count;
        var files = CatalogueFiles.ReadDirectory(directory, faults);
        return faults.Count > before ? null : Read(files, faults);
    }

    /// <summary>Reads a catalogue from its files.</summary>
    /// <param name="files">Content by file name, as <see cref="CatalogueFiles.ReadDirectory"/> gives it.</param>
    /// <param name="faults">Receives every fault.</param>
    /// <returns>The codebook; null when anything is wrong, also when no file could be read before.</returns>
    public static Codebook? Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, FaultList faults)
    {
        if (files.Count == 0 && !faults.IsEmpty)
        {
            return null;
        }

        var before = faults.Count;
        var (ageBands, bandTable) = AgeBandFile.Read(files, faults);
        var indicators = IndicatorFile.Read(files, bandTable, faults);
        var actors = MethodFile.Actors(files, faults);
        var methods = MethodFile.Methods(files, actors, faults);
        var counties = AreaFiles.Counties(files, faults);
        var municipalities = AreaFiles.Municipalities(files, counties, faults);
        var signs = WarningSignFile.Read(files, indicators, faults);
        return ageBands is null || faults.Count > before
            ? null
            : new Codebook(CatalogueFiles.VersionOf(files), indicators.Values, methods.Values, actors.Values, counties.Values, municipalities.Values, ageBands, signs.Values);
    }
}
