using System.Globalization;
using System.Text;
using Analytics.Disclosure;

namespace Analytics.Tables;

/// <summary>The proof beside a protected table: one certificate for each independent table, in the order of their codes.</summary>
/// <param name="Mode">How the table is protected; rounded counts need no certificates.</param>
/// <param name="Certificates">The certificates.</param>
sealed record CertificateFile(TableProtectionMode Mode, IReadOnlyList<Certificate> Certificates)
{
    const string Title = "Lägesbild certificate 1", NotOne = "is no certificate of a table";

    /// <summary>Where the certificate of a table stands.</summary>
    public static string PathOf(string table) => table + ".certificate";

    /// <summary>Writes it: a line each for title, mode and number of certificates, then each with its length in bytes on a line before.</summary>
    public void Write(Stream target)
    {
        Line(target, Title);
        Line(target, Mode == TableProtectionMode.Rounding ? "rounding" : "suppression");
        Line(target, Certificates.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var certificate in Certificates)
        {
            using var content = new MemoryStream();
            CertificateText.Write(certificate, content);
            Line(target, content.Length.ToString(CultureInfo.InvariantCulture));
            content.WriteTo(target);
            Line(target, "");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static CertificateFile Read(Stream source)
    {
        if (Line(source) != Title)
        {
            throw new InvalidDataException(NotOne);
        }

        var mode = Line(source) switch
        {
            "suppression" => TableProtectionMode.Suppression,
            "rounding" => TableProtectionMode.Rounding,
            _ => throw new InvalidDataException(NotOne),
        };
        var certificates = new List<Certificate>();
        for (var left = Number(source); left > 0; left--)
        {
            var length = Number(source);
            if (length > source.Length - source.Position)
            {
                throw new InvalidDataException(NotOne);
            }

            var content = new byte[length];
            source.ReadExactly(content);
            using var stream = new MemoryStream(content);
            certificates.Add(CertificateText.Read(stream));
            if (source.ReadByte() != '\n')
            {
                throw new InvalidDataException(NotOne);
            }
        }

        if (source.ReadByte() >= 0)
        {
            throw new InvalidDataException(NotOne);
        }

        return new CertificateFile(mode, certificates);
    }

    static int Number(Stream source) =>
        int.TryParse(Line(source), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidDataException(NotOne);

    static void Line(Stream target, string text) => target.Write(Encoding.UTF8.GetBytes(text + "\n"));

    static string Line(Stream source)
    {
        const int Longest = 100;
        var bytes = new List<byte>();
        for (var next = source.ReadByte(); next is >= 0 and not '\n' && bytes.Count < Longest; next = source.ReadByte())
        {
            bytes.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
