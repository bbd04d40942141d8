using System.Globalization;
using System.Security.Cryptography;
using Analytics.Sample;
using Xunit;

namespace Analytics.Tests.Sample;

/// <summary>A made-up input in a folder of its own, removed afterwards.</summary>
public sealed class SampleFolder : IDisposable
{
    public SampleFolder(SampleOptions options) => SampleInput.Write(Path, options, SmallCodebook.Create(), null, TestContext.Current.CancellationToken);

    public string Path { get; } = Directory.CreateTempSubdirectory("sample").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public IEnumerable<string[]> Rows(string file) => File.ReadLines(this[file]).Skip(1).Select(x => x.Split(','));

    /// <summary>All rows of observations.csv, read once.</summary>
    internal IReadOnlyList<SampleRow> Observations => observations ??= [.. ReadObservations()];

    IReadOnlyList<SampleRow>? observations;

    IEnumerable<SampleRow> ReadObservations()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string Once(string text) => texts.TryAdd(text, text) ? text : texts[text];
        foreach (var x in Rows("observations.csv"))
        {
            yield return new SampleRow(
                Once(x[0]), Once(x[1]), int.Parse(x[2], CultureInfo.InvariantCulture), Once(x[3]), int.Parse(x[4], CultureInfo.InvariantCulture), Once(x[5]),
                x[6].Length == 0 ? null : int.Parse(x[6], CultureInfo.InvariantCulture), Once(x[7]));
        }
    }

    public Dictionary<string, string> Hashes() => Directory.GetFiles(Path).ToDictionary(
        x => System.IO.Path.GetFileName(x), x => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(x))), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A row of observations.csv.</summary>
readonly record struct SampleRow(string Person, string Municipality, int Age, string Sex, int Year, string Indicator, int? Value, string Weight);
