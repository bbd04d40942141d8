using System.Security.Cryptography;
using System.Text;
using Analytics.Csv;

namespace Analytics.Catalogue;

/// <summary>The files of a catalogue as bytes: what a release stores so that its codes keep their meaning.</summary>
public static class CatalogueFiles
{
    /// <summary>Age bands.</summary>
    public const string AgeBands = "age_bands.csv";

    /// <summary>Actor types.</summary>
    public const string Actors = "actors.csv";

    /// <summary>Counties.</summary>
    public const string Counties = "counties.csv";

    /// <summary>Municipalities.</summary>
    public const string Municipalities = "municipalities.csv";

    /// <summary>Indicators.</summary>
    public const string Indicators = "indicators.csv";

    /// <summary>Methods.</summary>
    public const string Methods = "methods.csv";

    /// <summary>Warning signs.</summary>
    public const string WarningSigns = "warning_signs.csv";

    /// <summary>Names of all files of a catalogue.</summary>
    public static IReadOnlyList<string> Names { get; } = [Actors, AgeBands, Counties, Indicators, Methods, Municipalities, WarningSigns];

    /// <summary>The catalogue's files in a folder by name, in ordinal order; others are left alone, and a missing one is simply not there.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="faults">Told when there is no such folder or a file cannot be opened.</param>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> ReadDirectory(string directory, FaultList faults)
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (!Directory.Exists(directory))
        {
            faults.Add(new Fault(directory, 0, "", "no such folder", $"a catalogue folder with {string.Join(", ", Names)}"));
            return files;
        }

        foreach (var name in Names.Where(x => File.Exists(Path.Combine(directory, x))))
        {
            try
            {
                files[name] = File.ReadAllBytes(Path.Combine(directory, name));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add(new Fault(name, 0, "", "a file that cannot be opened", "a file that this program may read"));
            }
        }

        return files;
    }

    /// <summary>SHA-256 over names and contents in ordinal order, hexadecimal. Line endings and a byte order mark make no difference.</summary>
    public static string VersionOf(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.Where(x => Names.Contains(x.Key)).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var plain = Normalised(content.Span);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}\n{plain.Length}\n")));
            hash.AppendData(plain);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static byte[] Normalised(ReadOnlySpan<byte> content)
    {
        var bytes = content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
        var plain = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                plain.Add(bytes[i]);
            }
        }

        return [.. plain];
    }
}
