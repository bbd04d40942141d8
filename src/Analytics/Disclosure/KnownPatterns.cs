using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Analytics.Disclosure;

/// <summary>
/// The patterns found for tables so far. Indicators that ask the same people have the same bases, and what was found for one is found for all: the protection is a function of its table.
/// Safe to ask from several threads.
/// </summary>
sealed class KnownPatterns
{
    readonly ConcurrentDictionary<(SuppressionOptions Options, string Content), Lazy<SuppressionPattern>> known = new();

    /// <summary>As <see cref="CellSuppression.Protect"/>, which is asked once for each table.</summary>
    public SuppressionPattern Protect(AdditiveTable table, IReadOnlyList<bool> primary, SuppressionOptions options, CancellationToken cancellation) =>
        known.GetOrAdd((options, ContentOf(table, primary)), _ => new(() => CellSuppression.Protect(table, primary, options, cancellation))).Value;

    /// <summary>SHA-256 of all that a table says.</summary>
    static string ContentOf(AdditiveTable table, IReadOnlyList<bool> primary)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(table.Count);
        writer.Write(table.Costs is not null);
        for (var cell = 0; cell < table.Count; cell++)
        {
            writer.Write(table[cell]);
            writer.Write((int)table.Roles[cell]);
            writer.Write(primary[cell]);
            writer.Write(table.Floor(cell));
            writer.Write(table.Ceiling(cell));
            writer.Write(table.Costs?[cell] ?? 0);
            Write(table.Companions?[cell] ?? []);
        }

        foreach (var relation in table.Relations)
        {
            writer.Write(relation.Total);
            writer.Write(relation.Implied);
            Write(relation.Parts);
        }

        writer.Flush();
        return Convert.ToHexString(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));

        void Write(IReadOnlyList<int> numbers)
        {
            writer.Write(numbers.Count);
            foreach (var number in numbers)
            {
                writer.Write(number);
            }
        }
    }
}
