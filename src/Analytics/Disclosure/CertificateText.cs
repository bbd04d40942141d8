using System.Globalization;
using System.Text;

namespace Analytics.Disclosure;

/// <summary>Certificates as text: a line <c>cells</c> with each group's cells and counts, then a line <c>change</c> for each other table with the cells that differ and by how much.</summary>
static class CertificateText
{
    const string Cells = "cells", Change = "change";

    /// <summary>Writes a certificate.</summary>
    public static void Write(Certificate certificate, Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        foreach (var part in certificate.Parts)
        {
            Line(Cells, part.Cells, part.Reference);
            foreach (var change in part.Changes)
            {
                Line(Change, change.Cells, change.Steps);
            }
        }

        void Line(string name, IReadOnlyList<int> cells, IReadOnlyList<long> counts)
        {
            writer.Write(name);
            for (var i = 0; i < cells.Count; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $" {cells[i]}:{counts[i]}"));
            }

            writer.WriteLine();
        }
    }

    /// <summary>Reads a certificate.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static Certificate Read(Stream source)
    {
        using var reader = new StreamReader(source, Encoding.UTF8, false, 1 << 14, leaveOpen: true);
        var parts = new List<CertificatePart>();
        var changes = new List<Change>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var words = line.Split(' ');
            var pairs = words.Skip(1).Select(word => word.Split(':')).ToArray();
            if (pairs.Any(pair => pair.Length != 2 || !int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) || !long.TryParse(pair[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
            {
                throw new InvalidDataException("A line of the certificate does not hold pairs of whole numbers.");
            }

            int[] cells = [.. pairs.Select(pair => int.Parse(pair[0], CultureInfo.InvariantCulture))];
            long[] counts = [.. pairs.Select(pair => long.Parse(pair[1], CultureInfo.InvariantCulture))];
            switch (words[0])
            {
                case Cells:
                    parts.Add(new(cells, counts, changes = []));
                    break;
                case Change when parts.Count > 0:
                    changes.Add(new(cells, counts));
                    break;
                default:
                    throw new InvalidDataException("A line of the certificate is of no known kind.");
            }
        }

        return new(parts);
    }
}
