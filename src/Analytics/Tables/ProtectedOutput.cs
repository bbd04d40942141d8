using Analytics.Csv;
using Analytics.Sample;

namespace Analytics.Tables;

/// <summary>Writes a protected table: the rows and columns of the table as it was, and <c>status</c>.</summary>
static class ProtectedOutput
{
    /// <summary>Writes the table and its certificate; each file appears whole or not at all.</summary>
    /// <param name="path">The output.</param>
    /// <param name="rows">The table as read.</param>
    /// <param name="spec">What its columns mean.</param>
    /// <param name="values">What is shown per row; null where withheld.</param>
    /// <param name="certificate">The certificate.</param>
    public static void Write(string path, TableRows rows, TableSpec spec, IReadOnlyList<long?> values, CertificateFile certificate)
    {
        using var output = new CsvOutput(path, string.Join(',', rows.Header.Select(CsvField.Quoted).Append("status")));
        int[] dimensions = [.. rows.Header.Select(name => spec.Dimensions.Select(x => x.Name).ToList().IndexOf(name))];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < dimensions.Length; column++)
            {
                if (dimensions[column] >= 0)
                {
                    output.Text(rows.Code(row, dimensions[column]));
                }
                else
                {
                    // What hiding a cell costs may tell its count.
                    output.Number(rows.Header[column] switch
                    {
                        "value" => values[row],
                        "publish" => rows.Published[row] ? 1 : 0,
                        _ => values[row] is null || certificate.Mode == TableProtectionMode.Rounding ? null : rows.Costs[row],
                    });
                }
            }

            output.Text(values[row] is null ? TableFile.Suppressed : certificate.Mode == TableProtectionMode.Rounding ? TableFile.Rounded : "");
            output.EndRow();
        }

        var beside = CertificateFile.PathOf(path);
        var unfinished = beside + ".part";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                certificate.Write(stream);
            }

            output.Complete();
            File.Move(unfinished, beside, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
