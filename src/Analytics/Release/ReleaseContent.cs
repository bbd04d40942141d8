using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Analytics.Release;

/// <summary>The id of a release: a hash of everything in it but the time of building.</summary>
public static class ReleaseContent
{
    /// <summary>First 16 hexadecimal digits of the SHA-256 over manifest (without id and time), catalogue version, every cell and what is said about methods and collaboration.</summary>
    public static string IdOf(ReleaseDocument release)
    {
        var (manifest, cells) = (release.Manifest, release.Cells);
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(hashed, manifest with { Id = "", Created = default }, ReleaseJson.Options);
            CellsCsv.Write(hashed, cells);
            WriteWhatCellsCsvLacks(hashed, cells);
            foreach (var (name, content) in ReleaseParts.Write(release))
            {
                hashed.Write(Encoding.UTF8.GetBytes($"{name}\n{content}\n"));
            }
        }

        return Convert.ToHexStringLower(sha.Hash!)[..16];
    }

    static void WriteWhatCellsCsvLacks(Stream target, IEnumerable<ReleasedCell> cells)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        foreach (var cell in cells)
        {
            var sums = (cell.Cell as Cell.Shown)?.Estimate.Weighted;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{cell.SourceBand},{cell.Source},{sums?.Weight:R},{sums?.SquaredWeight:R},{sums?.WeightedValue:R},{sums?.WeightedSquare:R},{sums?.Value:R},{sums?.Square:R}"));
        }
    }
}
